"""The verbs of the inbox. What is accepted changes by the matter's own verbs, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection

from ratslinde.desk.inbox import rights  # noqa: F401 - registered before the verbs look themselves up
from ratslinde.desk.inbox.showing import changed, stand
from ratslinde.inbox import deciding, kinds, queries
from ratslinde.inbox.models import Submission
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import require_reason


@action("inbox.accept")
def accept(
    actor: Actor, submission: Submission, *, seen: str, fields: Collection[str] | None = None
) -> Submission:
    """The submission, taken over; the matter made the change. `fields`: the chosen lines, None for all that differ.

    `seen`: the stand of what the page showed. Raises Conflict when somebody decided it or changed the entry meanwhile,
    Refused when nothing was chosen, and whatever the matter's verbs raise; then nothing has changed.
    """
    row = deciding.waiting(submission)
    kind, lines = kinds.kind(row.kind), queries.lines(row)
    if stand(lines) != seen:
        raise Conflict("Der Eintrag hat sich inzwischen geändert. Bitte sehen Sie noch einmal nach.")
    offered = {line.name: line.label for line in changed(kind, lines)}
    chosen = frozenset(offered if fields is None or not kind.by_field else fields)
    if not chosen <= offered.keys():
        raise Refused("Diese Angaben stehen hier nicht zur Wahl.")
    if kind.by_field and offered and not chosen:
        raise Refused("Bitte wählen Sie mindestens eine Angabe aus, oder lehnen Sie ab.")
    kind.accept(actor, row.about, queries.payload(row), chosen)
    left = [label for name, label in offered.items() if name not in chosen]
    return deciding.take_over(row, by=actor, reason=f"nicht übernommen: {', '.join(left)}" if left else "")


@action("inbox.decline")
def decline(actor: Actor, submission: Submission, *, reason: str) -> Submission:
    """The submission, declined. Raises Refused without a reason, Conflict when somebody decided it meanwhile."""
    return deciding.decline(submission, by=actor, reason=reason)


@action("inbox.expire")
def expire(_actor: Actor, submission: Submission, *, reason: str) -> None:
    """Delete the submission, about which nobody decided in time. Raises Conflict when somebody did meanwhile."""
    require_reason(reason)
    deciding.expire(submission)
