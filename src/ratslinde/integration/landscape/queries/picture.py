"""The rows of the landscape as the values that the coverage matrix is reckoned from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import (
    Actor,
    CoverageRule,
    NotIntended,
    Offer,
    OfferStatus,
    SocialSpace,
    TaxonomyKey,
    Term,
)
from ratslinde.integration.landscape.queries.coverage_decisions import mark_position, mark_rows, rules
from ratslinde.integration.landscape.queries.offer_values import Surroundings, offer_value
from ratslinde.integration.landscape.rules.completeness import CoverageActor, Limits
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Mark
from ratslinde.integration.landscape.rules.coverage_offers import CoverageOffer
from ratslinde.kernel import clock, languages
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require
from ratslinde.verbs.rows import Publication

ALWAYS = ("de", languages.SIMPLE, "en", "tr", "ar", "uk")
"""The languages of the public pages: looked at even where no offer names them."""


class Named(NamedTuple):
    """A value of a dimension."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The coverage of a day, the values of its dimensions in the town's order, and the rows behind the keys.

    `drafts`: the same reckoned as if every offer that is not public yet were public, and no other.
    """

    body: Body
    coverage: Coverage
    drafts: Coverage
    fields: Sequence[Named]
    spaces: Sequence[Named]
    groups: Sequence[Named]
    languages: Sequence[Named]
    offers: Mapping[str, Offer]
    actors: Mapping[str, Actor]
    marks: Sequence[NotIntended]
    rule: CoverageRule | None


def picture(account: Account, body: Body, *, day: datetime.date | None = None) -> Picture:
    """What is known today, or was valid on another day by what is known today."""
    require(account, "landscape.read")
    on = day or clock.today()
    terms = list(Term.objects.filter(body=body, archived_at=None).select_related("taxonomy"))
    spaces = _spaces(body, on)
    offers, actors = _offers(body), _actors(body)
    around = Surroundings(terms, spaces)
    values = [offer_value(offer, around) for offer in offers]
    rule = next((row for row in rules(account, body).all if row.valid_from <= on), None)
    rows = mark_rows(account, body)
    known = _known(actors, offers, around, day=on)
    limits, marks = _limits(rule), [Mark(mark_position(row), row.reason) for row in rows]
    public, drafts = _apart(values, offers)
    return Picture(
        body=body,
        coverage=Coverage(public, known, day=on, limits=limits, marks=marks),
        drafts=Coverage(drafts, known, day=on, limits=limits, marks=marks),
        fields=_named(terms, TaxonomyKey.FIELDS),
        spaces=[Named(each.public_id, each.name) for each in around.leaves()],
        groups=_named(terms, TaxonomyKey.GROUPS),
        languages=_languages(values),
        offers={offer.public_id: offer for offer in offers},
        actors={actor.public_id: actor for actor in actors},
        marks=rows,
        rule=rule,
    )


def _offers(body: Body) -> list[Offer]:
    rows = Offer.objects.filter(body=body, archived_at=None).select_related("actor")
    return list(rows.prefetch_related("fields", "groups", "languages", "sites__place", "sites__spaces"))


def _actors(body: Body) -> list[Actor]:
    rows = Actor.objects.filter(body=body, archived_at=None)
    return list(rows.prefetch_related("activities__field"))


def _spaces(body: Body, day: datetime.date) -> list[SocialSpace]:
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    rows = SocialSpace.objects.filter(begun, body=body, archived_at=None)
    return list(rows.filter(Q(valid_until=None) | Q(valid_until__gte=day)))


def _known(
    actors: Iterable[Actor], offers: Iterable[Offer], around: Surroundings, *, day: datetime.date
) -> list[CoverageActor]:
    """Who is active in a field: who says so, and who has an offer in it that has not ended, public or not."""
    offered: dict[int, set[str]] = {}
    for offer in offers:
        if offer.status != OfferStatus.ENDED and (offer.valid_until is None or offer.valid_until >= day):
            offered.setdefault(offer.actor_id, set()).update(around.fields(offer.fields.all()))
    return [
        CoverageActor(
            key=actor.public_id,
            fields=frozenset(_active(actor, around, day=day) | offered.get(actor.pk, set())),
            confirmed_on=actor.confirmed_on,
        )
        for actor in actors
    ]


def _active(actor: Actor, around: Surroundings, *, day: datetime.date) -> set[str]:
    going_on = [
        activity.field
        for activity in actor.activities.all()
        if (activity.since is None or activity.since <= day)
        and (activity.until is None or activity.until >= day)
    ]
    return set(around.fields(going_on))


def _limits(rule: CoverageRule | None) -> Limits:
    if rule is None:
        return Limits()
    return Limits(
        completeness=rule.completeness, asked_months=rule.asked_months, outdated_months=rule.outdated_months,
        funding_months=rule.funding_months,
    )  # fmt: skip


def _apart(
    values: Sequence[CoverageOffer], offers: Sequence[Offer]
) -> tuple[list[CoverageOffer], list[CoverageOffer]]:
    """Those that are public, and the drafts as if they were."""
    drafts = [
        value.as_if_public()
        for value, offer in zip(values, offers, strict=True)
        if offer.publication == Publication.DRAFT and offer.status == OfferStatus.ACTIVE
    ]
    return [value for value in values if value.public], drafts


def _named(terms: Iterable[Term], key: TaxonomyKey) -> list[Named]:
    return [Named(term.public_id, term.name) for term in terms if term.taxonomy.key == key and term.active]


def _languages(values: Iterable[CoverageOffer]) -> list[Named]:
    found = {code for value in values for code in (*value.spoken, *value.interpreted)}
    codes = [*ALWAYS, *sorted(found - set(ALWAYS), key=languages.name_of)]
    return [Named(code, languages.name_of(code)) for code in codes]
