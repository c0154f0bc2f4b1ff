"""`ratslinde worker`: does what is to happen later; `serve` starts one itself."""

from __future__ import annotations

import argparse

from ratslinde.site.startup import open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Erledigt, was später geschehen soll (Suche, Mails, Aufräumen). „serve“ startet einen solchen Prozess selbst.",
        "Do what is to happen later (search, mails, tidying up). “serve” starts such a process itself.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "--once", action="store_true",
        help=say("was fällig ist erledigen und enden", "do what is due, then end"),
    )  # fmt: skip
    parser.add_argument(
        "--with-parent", type=int, metavar="PID",
        help=say("enden, wenn dieser startende Prozess endet", "end when this process, which started it, ends"),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Work until it is stopped."""
    open_house(begins=True)
    from ratslinde.site.serving.working import begin_recurring, work_all, work_until_stopped

    begin_recurring()
    if options.once:
        number = work_all()
        print(say(f"{number} Aufgaben erledigt.", f"{number} tasks done."))
        return 0
    work_until_stopped(parent=options.with_parent)
    return 0
