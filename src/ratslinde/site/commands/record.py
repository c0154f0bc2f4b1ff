"""`ratslinde record verify|rebuild`: is the record what it was, and making anew what is sent from it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ratslinde.site.faults import Fault
from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Prüft das öffentliche Verzeichnis oder baut seine Ausgaben neu auf.",
        "Verify the public record or rebuild what is sent from it.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    what = parser.add_subparsers(metavar="verify | rebuild", required=True)
    text = say(
        "prüft die Kette; Endwert 1, wenn etwas nicht stimmt",
        "verify the chain; exit code 1 when something is wrong",
    )
    verifying = what.add_parser("verify", help=text, description=text)
    verifying.add_argument(
        "--head", default="", metavar="HASH",
        help=say("ein Kopf, den jemand außerhalb aufbewahrt hat", "a head that somebody outside has kept"),
    )  # fmt: skip
    verifying.set_defaults(record=verify)
    text = say("baut Ausgaben und Suche neu auf", "rebuild what is sent, and the search index")
    what.add_parser("rebuild", help=text, description=text).set_defaults(record=rebuild)


def run(options: argparse.Namespace) -> int:
    """Do what was asked of the record."""
    open_house()
    return int(options.record(options))


def verify(options: argparse.Namespace) -> int:
    """Print everything that is wrong with the record; 1 when there is something."""
    from ratslinde.record import verifying
    from ratslinde.record.models import Chain

    head = options.head.strip().lower()
    with Progress(say("Das Verzeichnis wird geprüft", "Verifying the record")):
        found = list(verifying.verify(kept_head=head))
    for fault in found:
        print(interpreted(fault))
    if found:
        print(say("Es stimmt nicht alles.", "The record does not verify."))
        return 1
    chains = list(Chain.objects.order_by("body"))
    for chain in chains:
        text = say(
            f"{chain.length} Einträge, alles stimmt. Kopf:", f"{chain.length} entries, all is well. Head:"
        )
        print(f"{text} {chain.head}")
    if not chains:
        print(say("Es ist noch nichts veröffentlicht.", "Nothing has been published yet."))
    return 0


def _rebuilt(step: Callable[[str], None]) -> int:
    from ratslinde.record import rebuilding, stamping

    try:
        return rebuilding.rebuild(progress=step)
    except stamping.Late:
        text = "Es dauerte wiederholt zu lange. Bitte versuchen Sie es noch einmal, wenn weniger zu tun ist."
        raise Fault(
            say(text, "It took too long, again and again. Please try when there is less to do.")
        ) from None


def _in_words(step: str) -> str:
    """ "meeting: 500 / 800" with the word for the kind."""
    from ratslinde.desk.publishing.wording import KINDS

    kind, colon, number = step.partition(":")
    return interpreted(KINDS.get(kind, kind)) + colon + number


def rebuild(_options: argparse.Namespace) -> int:
    """Compose everything anew from its versions, and the search index."""
    from ratslinde.record.search import rebuild_index

    with Progress(say("Ausgaben werden neu aufgebaut", "Rebuilding")) as progress:

        def step(text: str) -> None:
            progress.step(_in_words(text))

        changed = _rebuilt(step)
        found = rebuild_index(step)
    print(
        say(
            f"{changed} Ausgaben erneuert, {found} in der Suche.",
            f"{changed} renewed, {found} in the search.",
        )
    )
    return 0
