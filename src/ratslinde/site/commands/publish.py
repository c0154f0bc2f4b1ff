"""`ratslinde publish`: a checked meeting with its papers, or a paper, becomes public."""

from __future__ import annotations

import argparse
from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING

from ratslinde.site.acting import actor_argument, actor_named, site_address
from ratslinde.site.faults import Fault
from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from ratslinde.record.preview import Difference

    Steps = tuple[Callable[[], tuple[Difference, ...]], Callable[[], list[str]], str]

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


def run(options: argparse.Namespace) -> int:
    """Show what becomes public, and publish. What is refused is refused in the dry run too."""
    open_house()
    from django.db import transaction

    look, act, path = _steps(options.id, options.actor)
    with Progress(say("Unterlagen werden gedruckt", "Printing the documents")):
        found = look()
    _tell(found)
    with (
        Progress(say("Wird veröffentlicht", "Publishing")),
        transaction.atomic() if options.dry_run else nullcontext(),
    ):
        changed = act()
        if options.dry_run:
            transaction.set_rollback(True)
    if options.dry_run:
        print(say("Probe: veröffentlicht wurde nichts.", "Dry run: nothing was published."))
    elif changed:
        print(say("Veröffentlicht: ", "Published: ") + site_address(path))
    return 0


def _steps(public_id: str, name: str) -> Steps:
    from ratslinde.council.meetings.models import Meeting
    from ratslinde.council.papers.actions import publish_paper, publish_session
    from ratslinde.council.papers.models import Paper
    from ratslinde.council.papers.previews import preview_paper, preview_session

    actor = actor_named(name)
    meeting = Meeting.objects.filter(public_id=public_id).first()
    if meeting is not None:
        path = f"/sitzungen/{public_id}/"
        return lambda: preview_session(actor, meeting), lambda: publish_session(actor, meeting), path
    paper = Paper.objects.filter(public_id=public_id).first()
    if paper is None:
        text = f"Es gibt keine Sitzung und keine Vorlage mit der Kennung {public_id}."
        raise Fault(say(text, f"There is no meeting and no paper with the id {public_id}."))
    return lambda: preview_paper(actor, paper), lambda: publish_paper(actor, paper), f"/vorlagen/{public_id}/"


def _tell(found: tuple[Difference, ...]) -> None:
    from ratslinde.desk.publishing.wording import KINDS

    if not found:
        print(say("Alles ist schon öffentlich.", "Everything is public already."))
        return
    for each in found:
        print(f"{say(*STATES[each.state])}: {interpreted(KINDS.get(each.kind, each.kind))}  {each.title}")
    counts = Counter(each.state for each in found)
    print(", ".join(f"{number} {say(*STATES[state])}" for state, number in counts.items()))
