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

    What was said in the sender's own words goes on waiting, until somebody has entered it (`settle`).
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
    payload = queries.payload(row)
    rest = kind.rest(payload)
    if rest is not None and not offered:
        raise Refused("Hier ist nichts, das ein Knopf übernehmen kann. Bitte von Hand eintragen.")
    kind.accept(actor, row.about, payload, chosen)
    left = [label for name, label in offered.items() if name not in chosen]
    reason = f"nicht übernommen: {', '.join(left)}" if left else ""
    if rest is not None:
        return deciding.leave(row, rest, by=actor, reason=reason)
    return deciding.take_over(row, by=actor, reason=reason)


@action("inbox.settle")
def settle(actor: Actor, submission: Submission, *, seen: str, confirmed: bool) -> Submission:
    """The submission, taken over: somebody has entered by hand, or settled otherwise, what was said in it.

    `confirmed`: whether the entry is true now. Raises Conflict as `accept`, Refused while single lines of it wait.
    """
    row = deciding.waiting(submission)
    kind, lines = kinds.kind(row.kind), queries.lines(row)
    if stand(lines) != seen:
        raise Conflict("Der Eintrag hat sich inzwischen geändert. Bitte sehen Sie noch einmal nach.")
    if kind.rest(queries.payload(row)) is None or changed(kind, lines):
        raise Refused("Bitte entscheiden Sie zuerst über die einzelnen Angaben.")
    if confirmed:
        kind.confirm(actor, row.about)
    said = "von Hand erledigt" if confirmed else "von Hand erledigt, ohne Bestätigung"
    return deciding.take_over(row, by=actor, reason=f"{row.reason}; {said}" if row.reason else said)


@action("inbox.decline")
def decline(actor: Actor, submission: Submission, *, reason: str, seen: str = "") -> Submission:
    """The submission, declined. Raises Refused without a reason, Conflict when somebody decided it meanwhile.

    `seen`: the `sha256` of what the page showed, '' where no page did: of what somebody took over in part, only the
    rest is left to be declined, and who declines has to know that.
    """
    if seen and deciding.waiting(submission).sha256 != seen:
        raise Conflict("Ein Teil davon ist inzwischen übernommen worden. Bitte sehen Sie noch einmal nach.")
    return deciding.decline(submission, by=actor, reason=reason)


@action("inbox.expire")
def expire(_actor: Actor, submission: Submission, *, reason: str) -> None:
    """Delete the submission, about which nobody decided in time. Raises Conflict when somebody did meanwhile."""
    require_reason(reason)
    deciding.expire(submission)
