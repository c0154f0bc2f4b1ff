"""A kind that changes a person, as a matter would; one that only the administration decides; and a counter."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import msgspec
import pytest

from ratslinde.accounts.models import User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Person
from ratslinde.inbox import kinds, receive
from ratslinde.inbox.kinds import CountedKind, Kind, Line
from ratslinde.inbox.models import Submission
from tests.council.cast import account
from tests.inbox.conftest import later, shared_database

__all__ = ["later", "shared_database"]
Short = Annotated[str, msgspec.Meta(max_length=100)]


class PersonUpdate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    family_name: Short
    phone: Short = ""
    email: Short = ""


class Hint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[str, msgspec.Meta(max_length=1000)]


LABELS = {"family_name": "Nachname", "phone": "Telefon", "email": "E-Mail"}


def show(about: str, payload: PersonUpdate) -> tuple[Line, ...]:
    person = Person.objects.get(public_id=about)
    return tuple(
        Line(name=name, label=label, before=getattr(person, name), after=getattr(payload, name))
        for name, label in LABELS.items()
    )


def accept(actor: User, about: str, payload: PersonUpdate, names: frozenset[str]) -> None:
    person = Person.objects.get(public_id=about)
    changes = {name: getattr(payload, name) for name in names}
    bodies.edit_person(actor, person, changes=changes, revision=person.revision)


def people(ids: Collection[str]) -> dict[str, str]:
    return {row.public_id: str(row) for row in Person.objects.filter(public_id__in=ids)}


@pytest.fixture(autouse=True)
def known(monkeypatch):
    monkeypatch.setattr(kinds, "_KINDS", {})
    monkeypatch.setattr(kinds, "_COUNTED", {})
    kinds.register(
        Kind(
            name="person.update",
            label="Angaben zur Person",
            payload=PersonUpdate,
            right="person.edit",
            show=show,
            accept=accept,
            names=people,
            address=lambda about: f"/schreibtisch/personen/{about}/",
        )
    )
    kinds.register(
        Kind(
            name="town.hint",
            label="Hinweis zur Kommune",
            payload=Hint,
            right="town.edit",
            show=lambda _about, hint: (Line(name="text", label="Hinweis", after=hint.text),),
            accept=lambda _actor, _about, _hint, _names: None,
            by_field=False,
        )
    )
    kinds.register_counted(
        CountedKind(
            name="offer.search",
            label="Suche ohne Treffer",
            right="person.edit",
            filters={"language": "Sprache"},
        )
    )


@pytest.fixture
def person(clerk, body) -> Person:
    return bodies.add_person(clerk, body, family_name="Beispiel", phone="02599 10-1")


@pytest.fixture
def submission(person) -> Submission:
    receive.submit(
        "person.update",
        {"family_name": "Beispiel", "phone": "02599 10-77", "email": "alma@lindenhagen.example"},
        about=person.public_id,
    )
    return Submission.objects.get()


@pytest.fixture
def hint(db) -> Submission:
    receive.submit("town.hint", {"text": "Die Adresse <b>stimmt</b> nicht."})
    return Submission.objects.get(kind="town.hint")


@pytest.fixture
def second_clerk(db) -> User:
    return account("second", "clerk")
