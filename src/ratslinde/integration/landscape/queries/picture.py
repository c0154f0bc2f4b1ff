"""The rows of the landscape as the values that the coverage matrix is reckoned from."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    CoverageRule,
    Extent,
    NotIntended,
    Offer,
    OfferStatus,
    TaxonomyKey,
    Term,
)
from ratslinde.integration.landscape.queries.coverage_decisions import mark_position, mark_rows, rules
from ratslinde.integration.landscape.queries.offer_values import Parts, offer_value, parts_of
from ratslinde.integration.landscape.queries.surroundings import Surroundings, spaces_on
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
    around = Surroundings(terms, spaces_on(body, on))
    offers, actors, parts = (
        _offers(body),
        list(Actor.objects.filter(body=body, archived_at=None)),
        parts_of(body),
    )
    values = [offer_value(offer, parts, around) for offer in offers]
    rule = next((row for row in rules(account, body).all if row.valid_from <= on), None)
    rows = mark_rows(account, body)
    active = _active(body, day=on), _offered(offers, parts, day=on)
    known = [_known(actor, active, around) for actor in actors]
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
    return list(Offer.objects.filter(body=body, archived_at=None).select_related("actor"))


def _known(
    actor: Actor, active: Sequence[Mapping[int, Collection[int]]], around: Surroundings
) -> CoverageActor:
    """Who is active in a field: who says so, and who has an offer in it that has not ended, public or not."""
    fields = {field for some in active for field in some.get(actor.pk, ())}
    return CoverageActor(
        key=actor.public_id,
        fields=frozenset(around.fields(fields)),
        more=actor.fields_known == Extent.MORE,
        confirmed_on=actor.confirmed_on,
    )


def _offered(offers: Iterable[Offer], parts: Parts, *, day: datetime.date) -> Mapping[int, set[int]]:
    """The fields of the offers of each actor, by key, that have not ended."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for offer in offers:
        if offer.status != OfferStatus.ENDED and (offer.valid_until is None or offer.valid_until >= day):
            found[offer.actor_id].update(parts.fields.get(offer.pk, ()))
    return found


def _active(body: Body, *, day: datetime.date) -> Mapping[int, set[int]]:
    """The fields in which each actor, by key, is active on the day."""
    begun, going_on = Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
    rows = Activity.objects.filter(begun, going_on, actor__body=body, actor__archived_at=None)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for actor, field in rows.values_list("actor", "field"):
        found[actor].add(field)
    return found


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
