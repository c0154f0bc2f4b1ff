"""The rows of the landscape as the network of actors, and what may be said about single ones of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import DIRECTED, Actor, Cooperation, NetworkCoordination
from ratslinde.integration.landscape.queries.activities import activity_table
from ratslinde.integration.landscape.queries.picture import Named
from ratslinde.integration.landscape.rules.network import KnownTie, Network, NetworkActor, network
from ratslinde.integration.landscape.rules.network_figures import Figures
from ratslinde.integration.landscape.rules.network_ranking import limits_on, why_not
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require


@dataclass(frozen=True, kw_only=True)
class NetworkPicture:
    """The network of a day with the fields of action in the town's order.

    `coordination` is the key of the actor that coordinates it, '' where the town has set nobody or the actor is gone.
    """

    network: Network
    fields: Sequence[Named]
    coordination: str


def network_picture(account: Account, body: Body, *, day: datetime.date | None = None) -> NetworkPicture:
    """The network of today; ties that ended before are no longer part of it. The same few queries for any number."""
    require(account, "landscape.read")
    table = activity_table(account, body)
    active: dict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        for actor, cell in zip(table.actors, row.cells, strict=True):
            if cell is not None:
                active[actor.public_id].add(row.field.public_id)
    found = stored_network(body, day=day, active=active)
    return NetworkPicture(
        network=found,
        fields=[Named(row.field.public_id, row.field.name) for row in table.rows],
        coordination=_coordination(body, found),
    )


def stored_network(
    body: Body, *, day: datetime.date | None = None, active: Mapping[str, set[str]] | None = None
) -> Network:
    """The network as it is stored, for the worker; a page takes `network_picture`, which asks for the right."""
    rows = Actor.objects.filter(body=body, archived_at=None).select_related("kind")
    fields = active or {}
    actors = [_actor(row, frozenset(fields.get(row.public_id, ()))) for row in rows]
    return network(actors, _ties(body), day=day or clock.today())


def coordinations(account: Account, body: Body) -> list[NetworkCoordination]:
    """All that was ever set about who coordinates, newest first."""
    require(account, "landscape.read")
    return list(body.coordinations.select_related("actor"))


def coordination_on(rows: Iterable[NetworkCoordination], day: datetime.date) -> NetworkCoordination | None:
    """What holds on that day; None while nothing was set."""
    return max((row for row in rows if row.valid_from <= day), key=lambda row: row.valid_from, default=None)


def why_no_names(account: Account, found: Network, figures: Figures) -> str:
    """The sentence that says why this person sees no ranking of actors; '' for whom and where there is one."""
    if not sees_names(account):
        return "Wer im Netz zwischen anderen steht, sehen nur Integrationsmanagement und Sozialplanung."
    return why_not(figures, limits_on(found.day))


def sees_names(account: Account) -> bool:
    """Whether the person works with what the network says about single actors."""
    return may(account, "cooperation.edit")


def _coordination(body: Body, found: Network) -> str:
    row = coordination_on(body.coordinations.select_related("actor"), found.day)
    key = row.actor.public_id if row and row.actor else ""
    return key if key in found.actors else ""


def _ties(body: Body) -> list[KnownTie]:
    """The ties without their rows: thousands of them would be thousands of actors again."""
    rows = Cooperation.objects.filter(body=body, archived_at=None)
    rows = rows.order_by("source__name", "target__name", "kind", "pk")
    return [
        KnownTie(
            source=source,
            target=target,
            kind=kind,
            directed=kind in DIRECTED,
            said_by_source=by_source,
            said_by_target=by_target,
            strength=strength,
            start=start,
            end=end,
        )
        for source, target, kind, by_source, by_target, strength, start, end in rows.values_list(
            "source__public_id", "target__public_id", "kind", "reported_by_source", "reported_by_target",
            "strength", "start", "end",
        )
    ]  # fmt: skip


def _actor(row: Actor, fields: frozenset[str]) -> NetworkActor:
    return NetworkActor(
        key=row.public_id,
        name=row.name,
        kind=row.kind.name if row.kind else "",
        asked_on=row.network_asked_on,
        answered_on=row.network_answered_on,
        fields=fields,
    )
