"""What a large town published long ago and what it publishes at once, for the tests here and bench/publishing.py."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ratslinde.record.models import Chain, Published, Reference, Version
from ratslinde.record.publishing import publish
from ratslinde.record.statements import encode
from ratslinde.record.values import Value, Withdrawal

from .objects import BODY, consultation, gone, item, meeting, organization, paper, place

LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def long_ago(values: Iterable[Value]) -> None:
    """The values as if they had been published one by one long ago; what a Body publishes first is published before."""
    values = list(values)
    before = Chain.objects.get(body=BODY).length
    rows = list(enumerate(values, before + 1))
    Version.objects.bulk_create(
        Version(body=BODY, sequence=number, kind=value.kind, object_id=value.id, stamp=LONG_AGO, value=encode(value),
                salt="", value_hash="", chain_hash="") for number, value in rows
    )  # fmt: skip
    Published.objects.bulk_create(
        Published(id=value.id, body=BODY, kind=value.kind, sequence=number, created=LONG_AGO, modified=LONG_AGO,
                  standalone="{}", embedded="{}", omit_internal="{}", path=value.path) for number, value in rows
    )  # fmt: skip
    Chain.objects.filter(body=BODY).update(length=before + len(values))


def session(count: int, *, name: str = "m1") -> list[Value]:
    """A session with so many items, each with a consultation and a paper; its place and its organization."""
    items = items_of(name, count)
    return [
        organization("o1"), place("l1"), meeting(*items, public_id=name, place="l1", organizations=("o1",)),
        *(item(each, text="Ein Beschlusstext. " * 50) for each in items),
        *(consultation(f"heard-{each}", agenda_item=each, organization="o1") for each in items),
        *(paper(f"paper-{each}", text="Eine Begründung. " * 200, consultations=(f"heard-{each}",)) for each in items),
    ]  # fmt: skip


def items_of(name: str, count: int) -> list[str]:
    """The ids of the items of a `session`."""
    return [f"{name}-item-{number}" for number in range(count)]


def turned(count: int, *, name: str = "m1") -> list[Value]:
    """The meeting of a `session` with its items in the opposite order."""
    items = reversed(items_of(name, count))
    return [meeting(*items, public_id=name, place="l1", organizations=("o1",))]


def withdrawn(count: int, *, name: str = "m1") -> list[Withdrawal]:
    """All items of a `session`."""
    return [gone("agendaItem", each) for each in items_of(name, count)]


def organization_named_by(count: int, *, public_id: str = "o1") -> None:
    """Publish an organization that so many consultations named long ago; their ids begin with `naming-`."""
    publish([organization(public_id)])
    ids = [f"naming-{public_id}-{number}" for number in range(count)]
    long_ago(consultation(each, organization=public_id) for each in ids)
    Reference.objects.bulk_create(
        _linked(each, "consultation", public_id, "organization", part=False) for each in ids
    )


def place_of(count: int, *, public_id: str = "l1") -> None:
    """Publish a place at which so many meetings were held long ago, `held-`; each had an item, `spoken-`."""
    publish([place(public_id), organization("o1")])
    pairs = [(f"held-{public_id}-{number}", f"spoken-{public_id}-{number}") for number in range(count)]
    long_ago(meeting(spoken, public_id=held, place=public_id) for held, spoken in pairs)
    long_ago(item(spoken) for _, spoken in pairs)
    Reference.objects.bulk_create(
        _linked(held, "meeting", public_id, "location", part=True) for held, _ in pairs
    )
    Reference.objects.bulk_create(
        _linked(held, "meeting", spoken, "agendaItem", part=True) for held, spoken in pairs
    )


def one_more(*, at: str = "l1", name: str = "new") -> list[Value]:
    """One more meeting at the place, with one item."""
    found = meeting(f"{name}-item", public_id=f"{name}-meeting", place=at, organizations=("o1",))
    return [found, item(f"{name}-item")]


def _linked(source: str, kind: str, target: str, attribute: str, *, part: bool) -> Reference:
    return Reference(
        source=source, source_kind=kind, target=target, attribute=attribute, part=part, position=0
    )
