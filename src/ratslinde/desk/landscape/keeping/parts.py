"""The parts of the page that a mailed link opens: the actor and each of its offers, and how each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ratslinde.desk.landscape.keeping.choices import choices_of
from ratslinde.desk.landscape.keeping.facts import Fact, actor_facts, offer_facts
from ratslinde.desk.landscape.keeping.forms import ActorEntryForm, EntryForm
from ratslinde.desk.landscape.keeping.offers import NewOfferForm, OfferEntryForm
from ratslinde.inbox import queries as inbox
from ratslinde.integration.keeping.updates import ACTOR, NEW_OFFER, OFFER
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock

ACTOR_PREFIX = "akteur"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One entry with its form. `sent`: changes to it wait for somebody to look at them. `facts`: what is confirmed."""

    row: Actor | Offer
    form: EntryForm
    sent: bool
    facts: Sequence[Fact]

    @property
    def confirmed(self) -> bool:
        """Whether somebody said today that it is still true."""
        return self.row.confirmed_on == clock.today()

    @property
    def waits(self) -> bool:
        """Whether nobody has said anything about it yet."""
        return not self.confirmed and not self.sent


def parts_of(
    actor: Actor, data: Mapping[str, object] | None = None, *, done: Collection[str] = ()
) -> list[Part]:
    """The actor first, then its offers by name. `done`: public ids whose entered values were taken and go."""
    actor = Actor.objects.select_related("body", "place", "kind", "parent").get(pk=actor.pk)
    offers = _offers_of(actor)
    ids = [actor.public_id, *(offer.public_id for offer in offers)]
    waiting = inbox.waiting([ACTOR, OFFER]).filter(about__in=ids).values_list("about", flat=True)
    sent, choices = set(waiting), choices_of(actor.body)

    def typed(row: Actor | Offer) -> Mapping[str, object] | None:
        return None if row.public_id in done else data

    of_actor = ActorEntryForm(typed(actor), row=actor, prefix=ACTOR_PREFIX, choices=choices)
    forms = [
        OfferEntryForm(typed(offer), row=offer, prefix=offer.public_id, choices=choices) for offer in offers
    ]
    first = Part(
        row=actor, form=of_actor, sent=actor.public_id in sent, facts=actor_facts(actor, of_actor.doings)
    )
    others = [
        Part(row=offer, form=form, sent=offer.public_id in sent, facts=offer_facts(offer))
        for offer, form in zip(offers, forms, strict=True)
    ]
    return [first, *others]


def _offers_of(actor: Actor) -> list[Offer]:
    """By name, with all that stands there about them."""
    rows = Offer.objects.filter(actor=actor, archived_at=None).select_related("form", "contact")
    parts = ("sites__place__space", "sites__spaces", "sites__schedules", "languages", "groups", "fields")
    return list(rows.prefetch_related(*parts).order_by("name", "pk"))


@dataclass(frozen=True, kw_only=True)
class NewPart:
    """The form of an offer that nobody knew of. `number`: how many that the actor told of wait to be looked at."""

    form: NewOfferForm
    number: int


def new_part(actor: Actor, data: Mapping[str, object] | None = None) -> NewPart:
    """The part for an offer that is not there yet."""
    number, choices = inbox.waiting([NEW_OFFER]).filter(about=actor.public_id).count(), choices_of(actor.body)
    form = NewOfferForm(data, choices=choices)
    return NewPart(form=form if form.is_typed() else NewOfferForm(choices=choices), number=number)
