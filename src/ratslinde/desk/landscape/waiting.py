"""What waits for a decision in the landscape: for its start page and for the start page of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from ratslinde.council.bodies.models import Body
from ratslinde.desk.inbox.queries import waiting_by_kind
from ratslinde.desk.post.queries import letters as letters_of
from ratslinde.desk.post.queries import waiting as waiting_letters
from ratslinde.integration.importing.models import ImportRun, RunState, Verdict
from ratslinde.integration.importing.queries import MERGED, duplicates, runs
from ratslinde.integration.keeping.queries import bounced
from ratslinde.integration.keeping.updates import REMINDER
from ratslinde.integration.landscape.models import Actor, Offer, PublishingRun
from ratslinde.integration.landscape.queries import publishing
from ratslinde.kernel import clock
from ratslinde.post.models import State
from ratslinde.post.queries import ATTENTION
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may

MOST_COMPARED = 1_000
"""Beyond that many entries comparing all with all takes seconds: the page of duplicates does it when asked."""

UNFINISHED = (RunState.MAPPING, RunState.REVIEW)
MOST_IMPORTS = 5

SURE = ("certain", "likely")
"""Grades of doubles that are worth a line here: offices in one town hall share an address, and that is all."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Something that somebody has to decide: what it is called, how many there are, and where.

    `number` None: one thing that is named, with `note` who began it and when.
    """

    label: str
    number: int | None
    address: str
    note: str = ""


def waiting(person: Account, body: Body) -> list[Waiting]:
    """Everything that waits for a decision of this person."""
    return [each for each in _everything(person, body) if each.number != 0]


def _everything(person: Account, body: Body) -> Iterator[Waiting]:
    if may(person, "inbox.read"):
        address = reverse("desk_inbox:submissions")
        for name, label, number in waiting_by_kind(person):
            yield Waiting(label=label, number=number, address=f"{address}?art={name}")
    if may(person, "post.read"):
        letters, address = waiting_letters(person), f"{reverse('desk_post:letters')}?stand=held"
        yield Waiting(label="Mails zur Durchsicht", number=letters.held, address=address)
        yield from _lost(person)
    if may(person, "keeper.invite"):
        address = f"{reverse('desk_keeping:overview')}?stand=bounced"
        label = "Bitten um Bestätigung, die nicht ankamen oder unklar sind"
        yield Waiting(label=label, number=bounced(person, body), address=address)
    if may(person, "landscape.publish"):
        yield from map(_publishing, publishing.under_way(person, body))
    if may(person, "landscape.import"):
        yield from map(_open_import, _open_imports(person, body))
    doubles = _duplicates(person, body)
    yield Waiting(
        label="Mögliche doppelte Einträge", number=doubles, address=reverse("desk_importing:duplicates")
    )


def _lost(person: Account) -> Iterator[Waiting]:
    """Mails on other occasions that may not have arrived, by what became of them."""
    rows = letters_of(person).filter(state__in=ATTENTION).exclude(kind=REMINDER).order_by()
    for state, number in rows.values_list("state").annotate(number=Count("pk")):
        address = f"{reverse('desk_post:letters')}?stand={state}"
        yield Waiting(label=f"Andere Mails: {State(state).label}", number=number, address=address)


def _publishing(run: PublishingRun) -> Waiting:
    return Waiting(
        label="Wird veröffentlicht", number=None, note=f"{run.done} von {len(run.rows)}",
        address=reverse("desk_landscape:publishing", args=[run.public_id]),
    )  # fmt: skip


def _open_imports(person: Account, body: Body) -> QuerySet[ImportRun]:
    """Lists that somebody has begun to read in, and neither took over nor threw away; newest first."""
    undecided = Count("rows", filter=Q(rows__verdict=Verdict.OPEN, rows__carried_at=None))
    return runs(person, body).filter(state__in=UNFINISHED).annotate(undecided=undecided)[:MOST_IMPORTS]


def _open_import(run: ImportRun) -> Waiting:
    begun = clock.town_time(run.created_at)
    by = f", von {run.account}" if run.account else ""
    number: int = getattr(run, "undecided", 0)
    rows = "" if not number else f"; zu entscheiden: {number} {'Zeile' if number == 1 else 'Zeilen'}"
    return Waiting(
        label=f"Probelauf: {run.name}", number=None, address=reverse("desk_importing:run", args=[run.public_id]),
        note=f"{begun:%d.%m.%Y, %H:%M} Uhr{by}{rows}",
    )  # fmt: skip


def _duplicates(person: Account, body: Body) -> int:
    """How many pairs are likely the same; 0 where nobody may merge them, or there are too many to compare here."""
    if not may(person, "actor.merge"):
        return 0
    if Actor.objects.filter(body=body).count() + Offer.objects.filter(body=body).count() > MOST_COMPARED:
        return 0
    return sum(pair.grade in SURE for kind in MERGED for pair in duplicates(person, body, kind=kind))
