"""The parts of the page that a mailed link opens: the actor and each of its offers, and how each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ratslinde.desk.landscape.keeping.forms import ActorEntryForm, EntryForm, OfferEntryForm
from ratslinde.inbox import queries as inbox
from ratslinde.integration.keeping.updates import ACTOR, OFFER
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock

ACTOR_PREFIX = "akteur"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One entry with its form. `sent`: changes to it wait for somebody to look at them."""

    row: Actor | Offer
    form: EntryForm
    sent: bool

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
    actor = Actor.objects.select_related("body", "place").get(pk=actor.pk)
    rows = Offer.objects.filter(actor=actor, archived_at=None).order_by("name", "pk")
    offers = list(rows.prefetch_related("sites__place", "sites__schedules"))
    ids = [actor.public_id, *(offer.public_id for offer in offers)]
    waiting = inbox.waiting([ACTOR, OFFER]).filter(about__in=ids).values_list("about", flat=True)
    sent = set(waiting)

    def part(row: Actor | Offer, form: type[EntryForm], prefix: str) -> Part:
        typed = None if row.public_id in done else data
        return Part(row=row, form=form(typed, row=row, prefix=prefix), sent=row.public_id in sent)

    return [
        part(actor, ActorEntryForm, ACTOR_PREFIX),
        *(part(offer, OfferEntryForm, offer.public_id) for offer in offers),
    ]
