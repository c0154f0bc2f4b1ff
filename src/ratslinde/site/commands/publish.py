"""`ratslinde publish`: a checked meeting with its papers, or a paper, becomes public."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from ratslinde.site.acting import actor_argument, actor_named, site_address
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
    left_out = wish.left_out()
    _mention(left_out)
    if options.dry_run:
        _try(wish)
        return 0
    if left_out and found and not options.leave_out:
        _ask()
    with Progress(say("Wird veröffentlicht", "Publishing")):
        changed = wish.act()
    if changed:
        print(say("Veröffentlicht: ", "Published: ") + site_address(wish.path))
    return 0


def _try(wish: Wish) -> None:
    from django.db import transaction

    with Progress(say("Wird veröffentlicht", "Publishing")), transaction.atomic():
        wish.act()
        transaction.set_rollback(True)
    print(say("Probe: veröffentlicht wurde nichts.", "Dry run: nothing was published."))


def _mention(left_out: list[Paper]) -> None:
    number = len(left_out)
    if number == 1:
        print(say(
            "! Eine Vorlage nennt diese Sitzung, gehört zu keinem ihrer Punkte und bleibt draußen:",
            "! One paper names this meeting, belongs to none of its items and is left out:",
        ))  # fmt: skip
    if number > 1:
        print(say(
            f"! {number} Vorlagen nennen diese Sitzung, gehören zu keinem ihrer Punkte und bleiben draußen:",
            f"! {number} papers name this meeting, belong to none of its items and are left out:",
        ))  # fmt: skip
    for paper in left_out:
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
