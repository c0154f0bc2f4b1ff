"""What waits for a decision in the landscape: for its start page and for the start page of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from ratslinde.council.bodies.models import Body
from ratslinde.desk.inbox.queries import waiting_by_kind
from ratslinde.desk.post.queries import waiting as waiting_letters
from ratslinde.integration.importing.queries import MERGED, duplicates
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may

MOST_COMPARED = 1_000
"""Beyond that many entries comparing all with all takes seconds: the page of duplicates does it when asked."""

SURE = ("certain", "likely")
"""Grades of doubles that are worth a line here: offices in one town hall share an address, and that is all."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Something that somebody has to decide: what it is called, how many there are, and where."""

    label: str
    number: int
    address: str


def waiting(person: Account, body: Body) -> list[Waiting]:
    """Everything that waits for a decision of this person."""
    return [each for each in _everything(person, body) if each.number]


def _everything(person: Account, body: Body) -> Iterator[Waiting]:
    if may(person, "inbox.read"):
        address = reverse("desk_inbox:submissions")
        for name, label, number in waiting_by_kind(person):
            yield Waiting(label=label, number=number, address=f"{address}?art={name}")
    if may(person, "post.read"):
        letters, address = waiting_letters(person), f"{reverse('desk_post:letters')}?stand=held"
        lost = f"{reverse('desk_keeping:overview')}?stand=bounced"
        yield Waiting(label="Mails zur Durchsicht", number=letters.held, address=address)
        yield Waiting(label="Mails, die nicht ankamen oder unklar sind", number=letters.lost, address=lost)
    doubles = _duplicates(person, body)
    yield Waiting(
        label="Mögliche doppelte Einträge", number=doubles, address=reverse("desk_importing:duplicates")
    )


def _duplicates(person: Account, body: Body) -> int:
    """How many pairs are likely the same; 0 where nobody may merge them, or there are too many to compare here."""
    if not may(person, "actor.merge"):
        return 0
    if Actor.objects.filter(body=body).count() + Offer.objects.filter(body=body).count() > MOST_COMPARED:
        return 0
    return sum(pair.grade in SURE for kind in MERGED for pair in duplicates(person, body, kind=kind))
