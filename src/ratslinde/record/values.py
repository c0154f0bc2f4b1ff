"""What a matter hands to the record: one public value per object, in typed structs with OParl's names.

Links are addresses: the control byte `ADDRESS` and a path. JSON text cannot contain that byte, and `clean`
takes it out of every text, so the outlet can put the site's address in its place when it sends.
"""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

ADDRESS = "\x1f"
OPARL_ROOT = "oparl/v1.1/"

Kind = Literal[
    "system", "body", "legislativeTerm", "organization", "person", "membership", "meeting", "agendaItem", "paper",
    "consultation", "file", "location",
]  # fmt: skip


def link(kind: Kind, public_id: str) -> str:
    """The address of an object, as it stands in a value: left out of the output until the object is published."""
    if kind == "system":  # the entry point has one fixed address
        return f"{ADDRESS}{OPARL_ROOT}system"
    return f"{ADDRESS}{OPARL_ROOT}{kind}/{public_id}"


def address(path: str) -> str:
    """The address of a page or file of this site."""
    return ADDRESS + path


def linked_id(text: str) -> str | None:
    """The public id of the object that a string links to, or None when it is no link to an object."""
    if not text.startswith(ADDRESS + OPARL_ROOT):
        return None
    parts = text.removeprefix(ADDRESS + OPARL_ROOT).split("/")
    if parts == ["system"]:
        return "system"
    return parts[1] if len(parts) == 2 else None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The stored bytes behind a File."""

    sha256: str
    media_type: str
    file_name: str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """The public value of one object.

    `oparl`: own attributes, a struct of `record.oparl`. `page`: what only the portal shows, a struct of
    `record.pages`. `path`: its page, without a leading slash. `date`: when it takes place or was issued, for lists.
    `lists`: public ids of organizations in whose lists it stands.
    """

    kind: Kind
    id: str
    body: str
    oparl: msgspec.Struct
    page: msgspec.Struct
    title: str
    text: str = ""
    path: str | None = None
    date: datetime.datetime | None = None
    lists: tuple[str, ...] = ()
    content: Content | None = None


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """That an object is public no longer. The reason stays at the desk."""

    kind: Kind
    id: str
    body: str
