"""The texts of the landscape, read from their files into values; days are moved as those of the council's year."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from ratslinde.site.demo.moving import filled

FOLDER = Path(__file__).parent
TABLES = ("orte.csv", "akteure.csv", "angebote.csv")
"""In the order in which they are read in: each names what stands in those before it."""


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file says; a word that there is not is a mistake in it."""


class OfficeText(Text, frozen=True, kw_only=True):
    """That an actor is a body or department of the council's half; `organization` is its key there."""

    actor: str
    organization: str


class ContactText(Text, frozen=True, kw_only=True):
    """Whom to ask; `offers` are the names of those that it is the contact of. A name is shown from `consent`."""

    actor: str
    function: str
    email: str = ""
    phone: str = ""
    given_name: str = ""
    family_name: str = ""
    consent: datetime.date | None = None
    offers: tuple[str, ...] = ()


class ActivityText(Text, frozen=True, kw_only=True):
    """More about what an actor does in a field: since when, for which spaces, who said so."""

    actor: str
    field: str
    role: str
    whole_town: bool | None = None
    spaces: tuple[str, ...] = ()
    since: datetime.date | None = None
    source: str = ""


class TieText(Text, frozen=True, kw_only=True):
    """A tie between two actors. `said`: 'both', 'first' (the other is silent), 'denied' (the other said no), ''."""

    between: tuple[str, str]
    kind: str = "cooperation"
    topic: str = ""
    strength: int | None = None
    said: str = "both"


class ResourceText(Text, frozen=True, kw_only=True):
    """What an office has."""

    office: str
    kind: str
    name: str
    amount: str = ""
    unit: str = ""
    year: int | None = None
    fields: tuple[str, ...] = ()
    binding: str = ""
    until: datetime.date | None = None


class MarkText(Text, frozen=True, kw_only=True):
    """Where no offer is meant to be."""

    field: str
    space: str
    reason: str


class RevisedText(Text, frozen=True, kw_only=True):
    """A text that was changed after it had been translated."""

    offer: str
    description: str


class WithdrawnText(Text, frozen=True, kw_only=True):
    """An offer that was public."""

    offer: str
    reason: str


class LandscapeText(Text, frozen=True, kw_only=True):
    """Everything that stands in no table."""

    drafts: tuple[str, ...]
    network_coordination: str
    network_asked_on: datetime.date
    network_silent: tuple[str, ...]
    network_not_asked: tuple[str, ...]
    office: tuple[OfficeText, ...]
    contact: tuple[ContactText, ...]
    activity: tuple[ActivityText, ...]
    tie: tuple[TieText, ...]
    resource: tuple[ResourceText, ...]
    mark: tuple[MarkText, ...]
    revised: tuple[RevisedText, ...]
    withdrawn: tuple[WithdrawnText, ...]


class TranslatedText(Text, frozen=True, kw_only=True):
    """Name and description in another language."""

    name: str
    description: str
    state: str = "checked"


class LanguageText(Text, frozen=True, kw_only=True):
    """A language: actors and offers by their German names."""

    language: str
    actors: dict[str, TranslatedText]
    offers: dict[str, TranslatedText]


def landscape() -> LandscapeText:
    """What stands in no table."""
    text = filled((FOLDER / "landscape.toml").read_text(encoding="utf-8"))
    return msgspec.convert(tomllib.loads(text), LandscapeText)


def table(name: str) -> bytes:
    """A table as somebody would read it in today: its bytes, as a German spreadsheet writes them."""
    return filled((FOLDER / name).read_text(encoding="utf-8-sig")).encode("utf-8-sig")


def spaces() -> list[dict[str, Any]]:
    """The social spaces as GeoJSON features, those that were split before those that came of it."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "spaces.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    return found


def translations() -> list[LanguageText]:
    """The languages in which something is there."""
    return [
        msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), LanguageText)
        for path in sorted((FOLDER / "translations").glob("*.toml"))
    ]
