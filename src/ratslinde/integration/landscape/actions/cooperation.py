"""Ties between actors, side by side with who reported them."""

from __future__ import annotations

import datetime
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived, refuse_backwards
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import (
    DIRECTED,
    Actor,
    Cooperation,
    CooperationKind,
    NetworkCoordination,
)
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
STRONGEST = 3


@action("cooperation.edit")
def report_cooperation(
    account: Account, /, actor: Actor, *, target: Actor, kind: str, confirmed: bool | None = None, **more: Any
) -> Cooperation:
    """What `actor` says about its tie to `target`: `confirmed` True (there is one), False (there is none), None.

    What the other side said stays. `topic`, `strength`, `start`, `end` as in the model.
    """
    if kind not in CooperationKind.values:
        raise Refused("Bitte die Art der Zusammenarbeit wählen.", field="kind")
    if actor == target:
        raise Refused("Für eine Zusammenarbeit braucht es zwei.", field="target")
    strength = more.get("strength")
    if strength is not None and not 1 <= strength <= STRONGEST:
        raise Refused("Die Stärke geht von 1 bis 3.", field="strength")
    turned = kind not in DIRECTED and target.pk < actor.pk
    source, other = (target, actor) if turned else (actor, target)
    tie, _ = Cooperation.objects.get_or_create(
        source=source, target=other, kind=kind, defaults={"body": actor.body}
    )
    refuse_backwards(more.get("start", tie.start), more.get("end", tie.end), field="end")
    side = "reported_by_target" if turned else "reported_by_source"
    return restate(account, tie, {**more, side: confirmed}, revision=tie.revision)


@action("cooperation.edit")
def edit_cooperation(
    account: Account, tie: Cooperation, *, changes: dict[str, Any], revision: int
) -> Cooperation:
    """Change a tie, e.g. both sides' reports at once."""
    refuse_backwards(changes.get("start", tie.start), changes.get("end", tie.end), field="end")
    return restate(account, tie, changes, revision=revision)


@action("cooperation.edit")
def remove_cooperation(_account: Account, tie: Cooperation) -> None:
    """The tie was entered by mistake. One that has ended gets an `end` instead."""
    tie.delete()


@action("network.decide")
def set_coordination(
    _account: Account, /, body: Body, *, actor: Actor | None, valid_from: datetime.date
) -> NetworkCoordination:
    """Who coordinates the network from that day on, None: nobody. What held before that day stays."""
    if actor is not None:
        refuse_archived(actor)
    row, _ = NetworkCoordination.objects.update_or_create(
        body=body, valid_from=valid_from, defaults={"actor": actor}
    )
    return row
