"""Who sees and decides what came in: whoever may make the change that it asks for.

So a new role needs no line here: its right in the matter's own table is enough. A role that holds that right for some
subjects only (a department for its own papers) does not see the inbox, because a submission shows what others sent.
"""

from __future__ import annotations

from typing import Any

from ratslinde.accounts.models import Grant, Role
from ratslinde.inbox import kinds
from ratslinde.inbox.kinds import CountedKind, Kind
from ratslinde.verbs import Actor, may
from ratslinde.verbs.rights import Condition, always, register_rights, roles_for


def decides(grant: Grant, submission: Any) -> bool:
    """The grant gives the right of the submission's kind over any subject; without a submission: of some kind."""
    return any(
        _holds(grant, kind.right)
        for kind in kinds.kinds()
        if submission is None or kind.name == submission.kind
    )


def reads_count(grant: Grant, kind: CountedKind | None) -> bool:
    """The grant gives the right of the counter; without a counter: of some counter."""
    return any(_holds(grant, each.right) for each in ([kind] if kind else kinds.counted_kinds()))


def _holds(grant: Grant, verb: str) -> bool:
    return roles_for(verb).get(grant.role) is always


_WHO_DECIDES: dict[str, Condition] = dict.fromkeys(Role.values, decides)
_WHO_READS_COUNTS: dict[str, Condition] = dict.fromkeys(Role.values, reads_count)
RIGHTS: dict[str, dict[str, Condition]] = {
    "inbox.read": _WHO_DECIDES,
    "inbox.accept": _WHO_DECIDES,
    "inbox.settle": _WHO_DECIDES,
    "inbox.decline": _WHO_DECIDES,
    "inbox.expire": {Role.SYSTEM: always},
    "counts.read": _WHO_READS_COUNTS,
}
register_rights(RIGHTS)


def kinds_for(actor: Actor) -> list[Kind[Any]]:
    """The kinds whose submissions this person decides, by label."""
    grants = list(actor.grants.all()) if actor.is_active else []
    return [kind for kind in kinds.kinds() if any(_holds(grant, kind.right) for grant in grants)]


def counted_kinds_for(actor: Actor) -> list[CountedKind]:
    """The counters that this person reads, by label."""
    return [kind for kind in kinds.counted_kinds() if may(actor, "counts.read", kind)]
