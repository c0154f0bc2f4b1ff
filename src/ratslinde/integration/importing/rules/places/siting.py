"""Where something is: what the cells for its place and its address say together."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.integration.importing.rules import reaching
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.places.likely_addresses import likely_address, without_guest
from ratslinde.integration.importing.rules.places.rooms import is_room, name_and_room
from ratslinde.integration.importing.rules.places.spreading import spread_address, use_whole
from ratslinde.integration.importing.rules.places.streets import is_street
from ratslinde.integration.importing.rules.places.towns import check_town
from ratslinde.integration.importing.rules.places.whole_addresses import Whole, is_of_two, whole_address
from ratslinde.integration.importing.rules.places.words import no_place
from ratslinde.integration.importing.rules.stated import Stated

_ADDRESS = ("street_address", "postal_code", "locality")
_LIKELY = "„{text}“ klingt nach einer Adresse. Als Straße übernommen wurde „{street}“. Bitte prüfen."
_ONLY_ROOM = (
    "„{text}“ ist ein Raum und sagt nicht, in welchem Haus. Es steht als Hinweis dabei. Bitte prüfen."
)
_TWO = "In „{text}“ stehen zwei Adressen. Sie stehen als Hinweis dabei. Bitte prüfen."


def read_place(read: Cells, column: Column, text: str) -> str | None:
    """The reference of the place of that name, unless the cell says its address, its town, or that there is none."""
    if read.rows.has_own("place", text):
        return read.rows.named("place", text, by=read.stated, origin=read.title_of(column.field)).reference
    left = _said_elsewhere(read, column, text)
    if not left:
        return None
    towns = read.rows.words.towns
    whole = whole_address(left, towns)
    if whole is not None and is_street(whole.street):
        return use_whole(read, column, whole)
    if key_of(left) in towns:
        read.values.setdefault("locality", left)
        return None
    if key_of(left) in read.rows.words.places:
        return read.rows.named("place", left, by=read.stated, origin=read.title_of(column.field)).reference
    if is_room(left):
        read.beside += [left]
        if not read.values.keys() & {"street_address", "address"}:
            read.problem(column.field, _ONLY_ROOM.format(text=left))
        return None
    return _named_or_likely(read, column, left)


def _named_or_likely(read: Cells, column: Column, text: str) -> str | None:
    """The reference of the place; what sounds like an address is one, and somebody is told."""
    likely = likely_address(text)
    if likely is not None:
        read.problem(column.field, _LIKELY.format(text=text, street=likely.street))
        return use_whole(read, column, likely)
    name, room = name_and_room(text)
    read.beside += [room] if room else []
    if whole := whole_address(name, read.rows.words.towns):
        return use_whole(read, column, whole)
    return read.rows.named("place", name, by=read.stated, origin=read.title_of(column.field)).reference


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
    """Street and number; '' where the cell says that there is no place. That somebody is a guest there is told."""
    left = _said_elsewhere(read, column, text)
    street = without_guest(left)
    if street != left:
        read.problem(column.field, _LIKELY.format(text=left, street=street))
    return street


def place_of(read: Cells) -> str | None:
    """The reference of the place that the row names or whose address it gives."""
    values = read.values
    spread_address(read)
    check_town(read)
    address = {name: values.pop(name) for name in _ADDRESS if name in values}
    named = values.pop("place", None)
    if named is None and "street_address" not in address:
        town = " ".join(address[name] for name in ("postal_code", "locality") if name in address)
        read.beside += [town] if town else []
        return None
    stated = read.rows.referred(named) if named else _place_at(read, address)
    if stated is None:
        return None
    if stated.origin:
        _say_where(read, stated, address)
    return stated.reference


def _say_where(read: Cells, stated: Stated, address: Mapping[str, str]) -> None:
    for name, text in address.items():
        stated.values.setdefault(name, text)
        stated.titles.setdefault(name, read.title_of(name))
    if read.quarter and "space" not in stated.values:
        stated.values.update(space=read.quarter, space_by_hand=True)


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
    return read.rows.named("place", label, by=read.stated, origin=read.title_of("street_address"))
