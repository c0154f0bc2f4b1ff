"""`ratslinde record verify|rebuild`: is the record what it was, and making anew what is sent from it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ratslinde.site.faults import Fault
from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.record.verifying import Finding


TO_DO = {
    "chain": (
        "Bitte klären, wer die Datenbank geändert hat, und eine Sicherung einspielen, mit der die Prüfung gelingt.",
        "Please find out who changed the database, and restore a backup that verifies.",
    ),
    "head": (
        "Bitte den Kopf mit /nachweis/ vergleichen. Ist er richtig abgeschrieben, wurde die Kette ausgetauscht.",
        "Please compare the head with /nachweis/. If it was copied correctly, the chain was replaced.",
    ),
    "output": (
        "„ratslinde record rebuild“ setzt die Ausgaben neu zusammen. Einen aufbewahrten Kopf vorher mit --head prüfen.",
        "“ratslinde record rebuild” composes anew what is sent; before, verify with --head what somebody has kept.",
    ),
    "file": (
        "Fehlende und beschädigte Dateien bringt „ratslinde restore“ aus einer Sicherung zurück.",
        "“ratslinde restore” brings missing and damaged files back from a backup.",
    ),
}


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
    rebuilding = what.add_parser("rebuild", help=text, description=text)
    rebuilding.add_argument(
        "--broken-chain", action="store_true",
        help=say("auch wenn die Kette nicht stimmt", "even where the chain does not verify"),
    )  # fmt: skip
    rebuilding.set_defaults(record=rebuild)


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
        found = list(verifying.findings(kept_head=head))
    if found:
        _tell(found)
        return 1
    chains = list(Chain.objects.order_by("body"))
    for chain in chains:
        text = say(
            f"{chain.length} Einträge, alles stimmt. Kopf:", f"{chain.length} entries, all is well. Head:"
        )
        print(f"{text} {chain.head}")
    if not chains:
        print(say("Es ist noch nichts veröffentlicht.", "Nothing has been published yet."))
    if erased := verifying.erased():
        text = f"Ohne Inhalt, weil er gelöscht wurde: {erased}. Tag und Grund sind vermerkt."
        print(say(text, f"Without their value, because it was erased: {erased}. Day and reason are noted."))
    return 0


def _tell(found: Sequence[Finding]) -> None:
    for each in found:
        print(interpreted(each.sentence))
    print(say("Es stimmt nicht alles. Was zu tun ist:", "The record does not verify. What to do:"))
    for place in dict.fromkeys(each.place for each in found):
        print(f"- {say(*TO_DO[place])}")


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


def _refuse_broken_chain() -> None:
    from ratslinde.record.verifying import chain_faults

    if chain_faults():
        text = (
            "Die Kette stimmt nicht, siehe „ratslinde record verify“. Aus veränderten Fassungen wird nichts aufgebaut;"
            " --broken-chain tut es trotzdem."
        )
        english = (
            "The chain does not verify, see “ratslinde record verify”. Nothing is composed from versions that were"
            " changed; --broken-chain does so all the same."
        )
        raise Fault(say(text, english))


def rebuild(options: argparse.Namespace) -> int:
    """Compose everything anew from its versions, and the search index. What was forged is not made public by it."""
    from ratslinde.record.search import rebuild_index

    if not options.broken_chain:
        _refuse_broken_chain()
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
