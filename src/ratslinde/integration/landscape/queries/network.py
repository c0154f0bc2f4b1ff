"""The rows of the landscape as the network of actors, and what may be said about single ones of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import DIRECTED, Actor, Cooperation
from ratslinde.integration.landscape.queries.activities import activity_table
from ratslinde.integration.landscape.queries.picture import Named
from ratslinde.integration.landscape.rules.network import KnownTie, Network, NetworkActor, network
from ratslinde.integration.landscape.rules.network_figures import Figures
from ratslinde.integration.landscape.rules.network_ranking import limits_on, why_not
from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require

COORDINATION = (
    "integrationsmanagement",
    "integrationsbeauftragt",
    "integrationsbuero",
    "koordinierungsstelle",
)
"""What the coordinating actor is usually called; another one can be chosen."""


@dataclass(frozen=True, kw_only=True)
class NetworkPicture:
    """The network of a day with the fields of action in the town's order."""

    network: Network
    fields: Sequence[Named]


def network_picture(account: Account, body: Body, *, day: datetime.date | None = None) -> NetworkPicture:
    """The network of today; ties that ended before are no longer part of it. The same few queries for any number."""
    require(account, "landscape.read")
    table = activity_table(account, body)
    active: dict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        for actor, cell in zip(table.actors, row.cells, strict=True):
            if cell is not None:
                active[actor.public_id].add(row.field.public_id)
    return NetworkPicture(
        network=stored_network(body, day=day, active=active),
        fields=[Named(row.field.public_id, row.field.name) for row in table.rows],
    )


def stored_network(
    body: Body, *, day: datetime.date | None = None, active: Mapping[str, set[str]] | None = None
) -> Network:
    """The network as it is stored, for the worker; a page takes `network_picture`, which asks for the right."""
    rows = Actor.objects.filter(body=body, archived_at=None).select_related("kind")
    fields = active or {}
    actors = [_actor(row, frozenset(fields.get(row.public_id, ()))) for row in rows]
    return network(actors, map(_tie, _ties(body)), day=day or clock.today())


def coordination_of(found: Network, *, asked: str = "") -> str:
    """The key of the actor that coordinates: the one asked for, else the one whose name says so, else ''."""
    if asked:
        return asked if asked in found.actors else ""
    named = (
        key for key, actor in found.actors.items() if any(word in fold(actor.name) for word in COORDINATION)
    )
    return min(named, default="")


def why_no_names(account: Account, found: Network, figures: Figures) -> str:
    """The sentence that says why this person sees no ranking of actors; '' for whom and where there is one."""
    if not sees_names(account):
        return "Wer im Netz zwischen anderen steht, sehen nur Integrationsmanagement und Sozialplanung."
    return why_not(figures, limits_on(found.day))


def sees_names(account: Account) -> bool:
    """Whether the person works with what the network says about single actors."""
    return may(account, "cooperation.edit")


def _ties(body: Body) -> list[Cooperation]:
    rows = Cooperation.objects.filter(body=body, archived_at=None)
    return list(
        rows.select_related("source", "target").order_by("source__name", "target__name", "kind", "pk")
    )


def _actor(row: Actor, fields: frozenset[str]) -> NetworkActor:
    return NetworkActor(
        key=row.public_id,
        name=row.name,
        kind=row.kind.name if row.kind else "",
        asked_on=row.network_asked_on,
        answered_on=row.network_answered_on,
        fields=fields,
    )


def _tie(row: Cooperation) -> KnownTie:
    return KnownTie(
        source=row.source.public_id,
        target=row.target.public_id,
        kind=row.kind,
        directed=row.kind in DIRECTED,
        said_by_source=row.reported_by_source,
        said_by_target=row.reported_by_target,
        strength=row.strength,
        start=row.start,
        end=row.end,
    )
