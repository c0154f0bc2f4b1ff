"""A kind and a counter that only these tests know, a clock that moves, and two connections at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
import pytest

from ratslinde.inbox import kinds
from ratslinde.inbox.kinds import CountedKind, Kind, Line
from ratslinde.kernel import clock
from tests.council.conftest import administrator, built_town, clerk, town_once

__all__ = ["administrator", "built_town", "clerk", "town_once"]
NOW = datetime.datetime(2026, 5, 4, 10, 30, tzinfo=datetime.UTC)
TREES = {"baum0000000001": {"name": "Linde", "place": "Marktplatz"}}
"""What the test kind changes; a matter would have a table."""


class TreeUpdate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(max_length=40)] = ""
    place: Annotated[str, msgspec.Meta(max_length=40)] = ""
    height: int | None = None


def show(about: str, payload: TreeUpdate) -> tuple[Line, ...]:
    now = TREES.get(about, {"name": "", "place": ""})
    return (
        Line(name="name", label="Name", before=now["name"], after=payload.name),
        Line(name="place", label="Ort", before=now["place"], after=payload.place),
    )


def accept(_actor: object, about: str, payload: TreeUpdate, names: frozenset[str]) -> None:
    TREES[about] = {**TREES[about], **{name: getattr(payload, name) for name in names}}


def tree_kind(**changes: Any) -> Kind[TreeUpdate]:
    values: dict[str, Any] = {
        "name": "tree.update",
        "label": "Baum melden",
        "payload": TreeUpdate,
        "right": "person.edit",
        "show": show,
        "accept": accept,
        "names": lambda ids: {each: TREES[each]["name"] for each in ids if each in TREES},
        **changes,
    }
    return Kind(**values)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_KINDS", {})
    monkeypatch.setattr(kinds, "_COUNTED", {})
    monkeypatch.setitem(TREES, "baum0000000001", {"name": "Linde", "place": "Marktplatz"})
    kinds.register(tree_kind())
    kinds.register_counted(
        CountedKind(
            name="tree.search",
            label="Suche",
            right="person.edit",
            filters={"field": "Feld", "language": "Sprache"},
        )
    )


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Any) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Stops the clock at `NOW`; called, it moves it on."""
    moment = [NOW]
    monkeypatch.setattr(clock, "now", lambda: moment[0])

    def move(**by: float) -> None:
        moment[0] += datetime.timedelta(**by)

    return move


@pytest.fixture
def shared_database(transactional_db: None) -> None:
    """A database that several connections see."""
