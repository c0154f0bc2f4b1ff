"""How the picture stands: numbers for the start page, and what waits for somebody."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, LandscapeRow, Offer
from ratslinde.integration.landscape.queries.actors import OUTDATED
from ratslinde.kernel import clock
from ratslinde.record.models import Version
from ratslinde.record.stamping import AHEAD
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require
from ratslinde.verbs.rows import Publication


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How many there are, how many are public, how many were confirmed within a year."""

    label: str
    name: str
    number: int
    public: int
    fresh: int


def standing(account: Account, body: Body) -> list[Standing]:
    """The numbers of actors and offers."""
    require(account, "landscape.read")
    return [_of(Actor, "Akteure", "actors", body), _of(Offer, "Angebote", "offers", body)]


def _of(model: type[Actor] | type[Offer], label: str, name: str, body: Body) -> Standing:
    public, fresh = Q(publication=Publication.PUBLISHED), Q(confirmed_on__gte=_a_year_ago())
    counts = model.objects.filter(body=body, archived_at=None).aggregate(
        number=Count("pk"), public=Count("pk", filter=public), fresh=Count("pk", filter=fresh)
    )
    return Standing(label=label, name=name, **counts)


def outdated(account: Account, body: Body) -> list[Offer]:
    """Offers that nobody has confirmed for a year, longest ago first; those never confirmed come last."""
    require(account, "landscape.read")
    rows = Offer.objects.filter(body=body, archived_at=None, confirmed_on__lt=_a_year_ago())
    return list(rows.select_related("actor").order_by("confirmed_on", "pk"))


def changed(account: Account, body: Body) -> list[LandscapeRow]:
    """Public rows whose text was changed since they were published."""
    require(account, "landscape.read")
    rows: list[LandscapeRow] = []
    for model in (Actor, Offer):
        rows += model._default_manager.filter(body=body, publication=Publication.PUBLISHED, archived_at=None)
    published = _published(rows)
    late = [
        row for row in rows if row.public_id in published and row.stated_at > published[row.public_id] - AHEAD
    ]
    return sorted(late, key=lambda row: row.stated_at, reverse=True)


def drafts(account: Account, body: Body) -> list[LandscapeRow]:
    """What was never published: actors first, because their offers wait for them."""
    require(account, "landscape.read")
    rows: list[LandscapeRow] = []
    for model in (Actor, Offer):
        rows += model._default_manager.filter(body=body, publication=Publication.DRAFT, archived_at=None)
    return rows


def _published(rows: Sequence[LandscapeRow]) -> dict[str, datetime.datetime]:
    """The stamp of each row's last publication, which lies `AHEAD` of the moment itself."""
    ids = [row.public_id for row in rows]
    found = Version.objects.filter(object_id__in=ids, deleted=False).order_by("pk")
    return dict(found.values_list("object_id", "stamp"))


def _a_year_ago() -> datetime.date:
    return clock.today() - OUTDATED
