"""What a matter hands to the record: one public value per object, in typed structs with OParl's names.

Links are addresses: the control byte `ADDRESS` and a path. JSON text cannot contain that byte, and `clean`
takes it out of every text, so the outlet can put the site's address in its place when it sends.
"""

from __future__ import annotations

import datetime
from typing import Literal, cast, get_args

import msgspec

from ratslinde.record.hsds import Hsds

ADDRESS = "\x1f"
OPARL_ROOT = "oparl/v1.1/"
RECORD_ROOT = "record/"
"""Links to objects that no standard addresses by their URL: they never leave, composing puts the object there."""

Kind = Literal[
    "system", "body", "legislativeTerm", "organization", "person", "membership", "meeting", "agendaItem", "paper",
    "consultation", "file", "location", "actor", "offer", "place", "socialSpace", "taxonomy", "term",
]  # fmt: skip
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
"""By the word that stands in the tables."""
HSDS_KINDS: frozenset[Kind] = frozenset({"actor", "offer", "place", "socialSpace", "taxonomy", "term"})


def link(kind: Kind, public_id: str) -> str:
    """The address of an object, as it stands in a value: left out of the output until the object is published."""
    if kind == "system":  # the entry point has one fixed address
        return f"{ADDRESS}{OPARL_ROOT}system"
    root = RECORD_ROOT if kind in HSDS_KINDS else OPARL_ROOT
    return f"{ADDRESS}{root}{kind}/{public_id}"


def address(path: str) -> str:
    """The address of a page or file of this site."""
    return ADDRESS + path


def linked_id(text: str) -> str | None:
    """The public id of the object that a string links to, or None when it is no link to an object."""
    for root in (ADDRESS + OPARL_ROOT, ADDRESS + RECORD_ROOT):
        if text.startswith(root):
            parts = text.removeprefix(root).split("/")
            return "system" if parts == ["system"] else parts[1] if len(parts) == 2 else None
    return None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The stored bytes behind a File."""

    sha256: str
    media_type: str
    file_name: str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """The public value of one object.

    `oparl` or `hsds`: own attributes, a struct of `record.oparl` or `record.hsds`, as the kind demands. `page`: what
    only the portal shows, a struct of `record.pages`. `path`: its page, without a leading slash. `date`: when it takes
    place or was issued, for lists. `lists`: public ids of objects in whose lists it stands.
    """

    kind: Kind
    id: str
    body: str
    oparl: msgspec.Struct | None = None
    hsds: Hsds | None = None
    page: msgspec.Struct
    title: str
    text: str = ""
    path: str | None = None
    date: datetime.datetime | None = None
    lists: tuple[str, ...] = ()
    content: Content | None = None

    def __post_init__(self) -> None:
        """Raises ValueError when the attributes are not those of the kind's standard."""
        if (self.hsds is not None, self.oparl is None) != (self.kind in HSDS_KINDS,) * 2:
            raise ValueError(f"a {self.kind} has the attributes of one standard, its own")

    @property
    def data(self) -> msgspec.Struct:
        """The own attributes, of whichever standard."""
        return cast(msgspec.Struct, self.hsds if self.oparl is None else self.oparl)


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """That an object is public no longer. The reason stays at the desk."""

    kind: Kind
    id: str
    body: str
