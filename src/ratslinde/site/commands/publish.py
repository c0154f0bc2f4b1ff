"""`ratslinde publish`: a checked meeting with its papers, or a paper, becomes public."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from ratslinde.site.acting import actor_argument, actor_named, print_address, site_address
from ratslinde.site.asking import at_terminal, yes
from ratslinde.site.faults import Fault
from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.council.papers.models import Paper
    from ratslinde.record.preview import Difference
    from ratslinde.site.publishing import Wish

STATES = {
    "new": ("neu", "new"),
    "changed": ("geändert", "changed"),
    "withdrawn": ("zurückgenommen", "withdrawn"),
}


def about() -> str:
    """What the command does."""
    return say(
        "Veröffentlicht eine Sitzung mit ihren Vorlagen oder eine Vorlage.",
        "Publish a meeting with its papers, or a paper.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "id", metavar="ID", help=say("Kennung der Sitzung oder Vorlage", "id of the meeting or paper")
    )
    actor_argument(parser)
    parser.add_argument(
        "--dry-run", action="store_true",
        help=say("nur zeigen, was öffentlich würde", "only show what would become public"),
    )  # fmt: skip
    parser.add_argument(
        "--leave-out", action="store_true",
        help=say(
            "nicht fragen, wenn Vorlagen die Sitzung nennen und zu keinem ihrer Punkte gehören",
            "do not ask where papers name the meeting and belong to none of its items",
        ),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Show what becomes public, and publish. What is refused is refused first, and in the dry run too."""
    open_house()
    from ratslinde.site.publishing import wish_for

    wish = wish_for(actor_named(options.actor), public_id=options.id)
    wish.refuse()
    with Progress(say("Unterlagen werden gedruckt", "Printing the documents")):
        found = wish.look()
    _tell(found)
    left_out = _mention(wish)
    if options.dry_run:
        _try(wish)
        return 0
    if left_out and found and not options.leave_out:
        _ask()
    with Progress(say("Wird veröffentlicht", "Publishing")):
        changed = wish.act()
    if changed:
        print_address(site_address(wish.path), before=say("Veröffentlicht: ", "Published: "))
    return 0


def _try(wish: Wish) -> None:
    from django.db import transaction

    with Progress(say("Wird veröffentlicht", "Publishing")), transaction.atomic():
        wish.act()
        transaction.set_rollback(True)
    print(say("Probe: veröffentlicht wurde nichts.", "Dry run: nothing was published."))


def _mention(wish: Wish) -> list[Paper]:
    """Name the papers that stay outside; those that belong to no item are given back."""
    left_out = wish.left_out()
    _name(
        left_out,
        say(
            "! Vorlagen, die diese Sitzung nennen und zu keinem ihrer Punkte gehören, bleiben draußen:",
            "! Papers that name this meeting and belong to none of its items are left out:",
        ),
    )
    _name(
        wish.taken_back(),
        say(
            "! Zurückgenommene Vorlagen bleiben zurückgenommen; einzeln veröffentlicht werden sie wieder öffentlich:",
            "! Withdrawn papers stay withdrawn; published by themselves they become public again:",
        ),
    )
    return left_out


def _name(papers: list[Paper], heading: str) -> None:
    if papers:
        print(heading)
    for paper in papers:
        print(f"  {paper.public_id}  {paper}")


def _ask() -> None:
    question = say("Ohne sie veröffentlichen?", "Publish without them?")
    if at_terminal() and yes(question):
        return
    text = "Es wurde nichts veröffentlicht. Mit --leave-out geht es ohne diese Vorlagen."
    raise Fault(say(text, "Nothing was published. With --leave-out it goes on without these papers."))


def _tell(found: tuple[Difference, ...]) -> None:
    from ratslinde.desk.publishing.wording import KINDS

    if not found:
        print(say("Alles ist schon öffentlich.", "Everything is public already."))
        return
    for each in found:
        print(f"{say(*STATES[each.state])}: {interpreted(KINDS.get(each.kind, each.kind))}  {each.title}")
    counts = Counter(each.state for each in found)
    print(", ".join(f"{number} {say(*STATES[state])}" for state, number in counts.items()))
