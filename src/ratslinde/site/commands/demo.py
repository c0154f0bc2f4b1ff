"""`ratslinde demo`: fills an empty data folder with the demo town."""

from __future__ import annotations

import argparse

from ratslinde.site.faults import Fault
from ratslinde.site.progress import Progress
from ratslinde.site.startup import one_at_a_time, open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Füllt einen leeren Datenordner mit einer erfundenen Stadt zum Ausprobieren.",
        "Fill an empty data folder with an invented town to try things out.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "--if-empty", action="store_true",
        help=say("nichts tun, wenn schon Daten da sind", "do nothing when there is data already"),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Build the demo town where nothing is."""
    open_house(begins=True)
    from ratslinde.site.demo.building import build, is_empty
    from ratslinde.site.serving.welcome import mark_as_demo

    with one_at_a_time():
        if not is_empty():
            return _refuse(quietly=options.if_empty)
        with Progress(say("Die Beispielstadt wird angelegt", "Building the demo town")) as progress:
            body = build(progress=progress.step)
        mark_as_demo(body)
    text = f"{body.name} ist angelegt. „ratslinde serve“ gibt die Anmeldelinks aus."
    print(say(text, f"{body.name} is there. “ratslinde serve” prints the sign-in links."))
    return 0


def _refuse(*, quietly: bool) -> int:
    if quietly:
        return 0
    text = (
        "Der Datenordner ist nicht leer. Für die Beispielstadt bitte mit RATSLINDE_DATA einen leeren angeben."
    )
    raise Fault(
        say(
            text,
            "The data folder is not empty. Please name an empty one by RATSLINDE_DATA.",
        )
    )
