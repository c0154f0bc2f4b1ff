"""Who is active in which field, in which role: the matrix of fields and actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import (
    Activity,
    ActivityRole,
    Actor,
    Offer,
    OfferStatus,
    TaxonomyKey,
    Term,
)
from ratslinde.integration.landscape.rules.involvement import (
    Involvement,
    InvolvementMatrix,
    KnownActivity,
    involvement,
)
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


@dataclass(frozen=True, kw_only=True)
class FieldRow:
    """A field with what each actor does in it, in the order of the actors; `hangs_on` is the only one, or None."""

    field: Term
    number: int
    hangs_on: Actor | None
    cells: Sequence[Involvement | None]


@dataclass(frozen=True, kw_only=True)
class ActivityTable:
    """Fields × actors. `nowhere`: actors of whom no field is known."""

    actors: Sequence[Actor]
    rows: Sequence[FieldRow]
    nowhere: Sequence[Actor]


def activity_table(account: Account, body: Body, *, kind: str = "") -> ActivityTable:
    """The matrix of today; `kind`: the public id of a kind of actor, for a table that is less wide."""
    require(account, "landscape.read")
    everybody = list(Actor.objects.filter(body=body, archived_at=None).select_related("kind"))
    actors = [actor for actor in everybody if not kind or (actor.kind and actor.kind.public_id == kind)]
    fields = list(
        Term.objects.filter(body=body, taxonomy__key=TaxonomyKey.FIELDS, active=True, archived_at=None)
    )
    found = involvement([*_said(body), *_offered(body)], day=clock.today())
    active = {actor for _, actor in found.cells}
    shown = [actor for actor in actors if actor.public_id in active]
    return ActivityTable(
        actors=shown,
        rows=[_row(field, shown, found, {actor.public_id: actor for actor in everybody}) for field in fields],
        nowhere=[actor for actor in actors if actor.public_id not in active],
    )


def kinds(account: Account, body: Body) -> list[tuple[str, str]]:
    """(public id, name) of the kinds of actors."""
    require(account, "landscape.read")
    rows = Term.objects.filter(body=body, taxonomy__key=TaxonomyKey.ACTOR_KINDS, active=True)
    return list(rows.values_list("public_id", "name"))


def role_words(cell: Involvement | None) -> str:
    """'leitet, bietet an (2 Angebote)'; '' where nothing is known."""
    if cell is None:
        return ""
    roles = [str(ActivityRole(role).label) for role in cell.roles]
    if cell.offers and ActivityRole.OFFERS not in cell.roles:
        roles.append(str(ActivityRole.OFFERS.label))
    number = f" ({cell.offers} {'Angebot' if cell.offers == 1 else 'Angebote'})" if cell.offers else ""
    return ", ".join(roles) + number


def _row(
    field: Term, actors: Sequence[Actor], found: InvolvementMatrix, everybody: Mapping[str, Actor]
) -> FieldRow:
    return FieldRow(
        field=field,
        number=len(found.actors_in(field.public_id)),
        hangs_on=everybody.get(found.hangs_on(field.public_id)),
        cells=[found.cells.get((field.public_id, actor.public_id)) for actor in actors],
    )


def _said(body: Body) -> list[KnownActivity]:
    rows = Activity.objects.filter(body=body, archived_at=None, actor__archived_at=None)
    return [
        KnownActivity(
            actor=row.actor.public_id,
            field=row.field.public_id,
            role=row.role,
            since=row.since,
            until=row.until,
        )
        for row in rows.select_related("actor", "field").order_by("field__position", "actor__name", "role")
    ]


def _offered(body: Body) -> list[KnownActivity]:
    """Offers that have not ended, public or not."""
    rows = Offer.objects.filter(body=body, archived_at=None).exclude(status=OfferStatus.ENDED)
    pairs = rows.exclude(fields=None).values_list(
        "actor__public_id", "fields__public_id", "valid_from", "valid_until"
    )
    return [
        KnownActivity(actor=actor, field=field, offers=number, since=since, until=until)
        for (actor, field, since, until), number in Counter(pairs).items()
    ]
