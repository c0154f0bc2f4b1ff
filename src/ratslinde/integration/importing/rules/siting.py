"""Where something is: what the cells for its place and its address say together."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.integration.importing.rules import reaching
from ratslinde.integration.importing.rules.collecting import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.place_words import no_place
from ratslinde.integration.importing.rules.spreading import spread_address, use_whole
from ratslinde.integration.importing.rules.stated import Stated
from ratslinde.integration.importing.rules.whole_addresses import (
    Whole,
    is_of_two,
    name_and_room,
    whole_address,
)

_ADDRESS = ("street_address", "postal_code", "locality")
_TWO = "In „{text}“ stehen zwei Adressen. Sie stehen als Hinweis dabei. Bitte prüfen."


def read_place(read: Cells, column: Column, text: str) -> str | None:
    """The reference of the place of that name, unless the cell says its address, its town, or that there is none."""
    if read.rows.has_own("place", text):
        return read.rows.named("place", text, by=read.stated, origin=column.title).reference
    left = _said_elsewhere(read, column, text)
    if not left:
        return None
    towns = read.rows.words.towns
    whole = whole_address(left, towns)
    if whole is not None:
        return use_whole(read, column, whole)
    if key_of(left) in towns:
        read.values.setdefault("locality", left)
        return None
    name, room = (left, "") if key_of(left) in read.rows.words.places else name_and_room(left)
    read.beside += [room] if room else []
    if room and (whole := whole_address(name, towns)):
        return use_whole(read, column, whole)
    return read.rows.named("place", name, by=read.stated, origin=column.title).reference


def read_address(read: Cells, column: Column, text: str) -> Whole | None:
    """The parts of an address in one cell. Raises Unreadable for what is none."""
    left = _said_elsewhere(read, column, text)
    if not left:
        return None
    if is_of_two(left):
        read.beside += [left]
        read.problem(column.field, _TWO.format(text=left))
        return None
    return whole_address(left, read.rows.words.towns) or Whole("", *reaching.address(left))


def read_street(read: Cells, column: Column, text: str) -> str:
    """Street and number; '' where the cell says that there is no place."""
    return _said_elsewhere(read, column, text)


def place_of(read: Cells) -> str | None:
    """The reference of the place that the row names or whose address it gives."""
    values = read.values
    spread_address(read)
    address = {name: values.pop(name) for name in _ADDRESS if name in values}
    named = values.pop("place", None)
    if named is None and "street_address" not in address:
        read.beside += [address["locality"]] if read.kind.key == "offer" and "locality" in address else []
        return None
    stated = read.rows.referred(named) if named else _place_at(read, address)
    if stated is None:
        return None
    if stated.origin:
        for name, text in address.items():
            stated.values.setdefault(name, text)
    return stated.reference


def _said_elsewhere(read: Cells, column: Column, text: str) -> str:
    """What of the cell names a place; that there is none tells an offer how it reaches people."""
    found = no_place(text)
    if found is None:
        return text
    if read.kind.key == "offer":
        read.beside += [] if found.is_whole else [text]
        if found.mode:
            read.values.setdefault("mode", found.mode)
            return found.place
        read.problem(column.field, f"„{text}“ ist kein Ort. Es steht als Hinweis beim Angebot.")
    elif not found.place:
        read.problem(column.field, f"„{text}“ ist kein Ort und wurde weggelassen.")
    return found.place


def _place_at(read: Cells, address: Mapping[str, str]) -> Stated:
    """The place of that address, which gives it its name."""
    label = ", ".join(part for part in (address["street_address"], address.get("locality", "")) if part)
    return read.rows.named("place", label, by=read.stated, origin=read.kind.column("street_address").title)
