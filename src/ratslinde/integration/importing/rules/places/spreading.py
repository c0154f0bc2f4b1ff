"""Where a cell says more of an address than its column asks for: every part goes where it belongs."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules import reaching
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.grades import Grade, grade_of
from ratslinde.integration.importing.rules.places.streets import is_street
from ratslinde.integration.importing.rules.places.whole_addresses import Whole, is_of_two, whole_address

_BRACKETS = re.compile(r"\([^()]*\)\s*$")
_NO_STREET = "„{text}“ ist keine Straße mit Hausnummer. Es steht als Hinweis dabei. Bitte prüfen."
_POSTAL_CODE = re.compile(r"(?:\b|\s)(?:D-)?\d{5}\s+[^\W\d_]{2}")


def spread_address(read: Cells) -> None:
    """Fill street, postal code and town out of whichever cell says more than one of them."""
    values = read.values
    _whole_in_town(read)
    whole = values.pop("address", None) or _whole_in_street(read)
    if whole:
        named = use_whole(read, read.kind.column("address"), whole)
        if named and read.kind.key != "place":
            values.setdefault("place", named)
    _part_from_town(read, is_whole=bool(whole))
    _refuse_no_street(read)


def use_whole(read: Cells, column: Column, whole: Whole) -> str | None:
    """Take over the parts; returns the reference of the place that is named before them."""
    whole.fill(read.values)
    read.beside += [whole.room] if whole.room else []
    if not whole.name:
        return None
    if read.kind.key == "place":
        read.beside += [whole.name] if key_of(whole.name) != key_of(read.values.get("name", "")) else []
        return None
    if grade_of(whole.name) is Grade.PERSON:
        read.problem(column.field, "Hier scheint der Name eines Menschen zu stehen; er wurde weggelassen.")
        return None
    return read.rows.named("place", whole.name, by=read.stated, origin=read.title_of(column.field)).reference


def _whole_in_town(read: Cells) -> None:
    """All of an address out of the column of the town, where no other says one."""
    found = whole_address(read.values.get("locality", ""), read.rows.words.towns)
    if found and not {"street_address", "address"} & read.values.keys():
        del read.values["locality"]
        read.values["address"] = found


def _whole_in_street(read: Cells) -> Whole | None:
    """All of an address out of the column of the street, or the name of a house that stands before it."""
    values = read.values
    text = values.get("street_address", "")
    elsewhere = "postal_code" in values or "locality" in values
    if _POSTAL_CODE.search(text) and not elsewhere and not is_of_two(text):
        del values["street_address"]
        return whole_address(text, read.rows.words.towns) or Whole("", *reaching.address(text))
    behind = _BRACKETS.search(text)
    found = whole_address(text, (), is_sure=elsewhere) if "," in text or behind else None
    if found is None or not (found.name or (found.room and not is_street(text))):
        return None
    del values["street_address"]
    return found


def _part_from_town(read: Cells, *, is_whole: bool) -> None:
    """A town behind the street goes where it belongs; what may be one stays, and somebody is told."""
    values = read.values
    found = reaching.parted(values.get("street_address", ""), read.rows.words.towns)
    if found and key_of(values.get("locality", found[1])) == key_of(found[1]):
        values["street_address"], town = found
        values.setdefault("locality", town)
    elif is_whole and "," in values.get("street_address", "") and not values.get("locality"):
        sentence = (
            f"Ob in „{values['street_address']}“ ein Ort steht, ist nicht sicher, denn die Postleitzahl fehlt. Es "
            "wurde alles als Straße übernommen. Bitte prüfen."
        )
        read.problem("address", sentence)


def _refuse_no_street(read: Cells) -> None:
    """What is no street is no address of a place: it stays readable, and somebody is told."""
    text = read.values.get("street_address", "")
    if text and not is_street(text):
        del read.values["street_address"]
        read.beside += [text]
        read.problem("street_address", _NO_STREET.format(text=text))
