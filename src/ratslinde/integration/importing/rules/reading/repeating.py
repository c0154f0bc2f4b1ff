"""Cells that only say that the same stands there as in the line above: 'dito', 'ebd.', 's. o.', ditto marks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from ratslinde.integration.importing.rules.cells import is_unknown
from ratslinde.integration.importing.rules.places.rooms import is_room, name_and_room
from ratslinde.integration.importing.rules.tables import Row

_WORDS = (
    r"(?:dto|dito|ditto|idem|ebd|ebda|ebenda|ebendort|desgl|desgleichen|s\. ?o|s\.? oben|siehe oben|siehe darüber"
    r"|wie (?:oben|vor|zuvor|darüber|vorher|vorige zeile)|(?:wie )?vorstehend|gleicher ort)\.?"
)
_MARKS = r"(?:[-–—\s]*(?:[\"„“”″〃»«]|''|,,|´´|``)[-–—\s\"„“”″〃»«',´`]*)"
_SAME = re.compile(rf"(?i)\(?\s*(?:{_WORDS}|{_MARKS})\s*\)?")
_SAME_HOUSE = re.compile(rf"(?i)(?:{_WORDS}|{_MARKS})\s*[,;:/(]?\s*(?P<room>[^()]*[^()\s])\s*\)?")
_TAKEN = "„{said}“ verweist auf die Zeile darüber. Übernommen wurde „{taken}“. Bitte prüfen."
_TAKEN_UNQUOTED = "„{said}“ verweist auf die Zeile darüber. Das dort wurde übernommen. Bitte prüfen."
_NOTHING = "„{said}“ verweist auf die Zeile darüber, doch dort steht nichts. Bitte prüfen."


@dataclass(frozen=True)
class Line:
    """A row with what it repeats filled in. `told`: column number to the sentence that says so."""

    row: Row
    told: dict[int, str]


def lines(
    rows: Iterable[Row],
    *,
    columns: Iterable[int],
    houses: Container[int] = (),
    unquoted: Container[int] = (),
) -> Iterator[Line]:
    """The rows, with the cell above in place of each cell of the columns that refers to it.

    `houses`: columns in which a room may stand behind: 'ebd., Raum 3' is the house of the line above with another room.
    `unquoted`: columns whose cells may hold somebody's name.
    """
    wanted = tuple(columns)
    above: dict[int, str] = {}
    for row in rows:
        cells, told = list(row.cells), {}
        for at in wanted:
            said = row.cells[at] if at < len(row.cells) else ""
            taken = _meant(said, above.get(at, ""), is_house=at in houses)
            if taken is not None:
                cells[at] = taken
                sentence = (_TAKEN_UNQUOTED if at in unquoted else _TAKEN) if taken else _NOTHING
                told[at] = sentence.format(said=said.strip(), taken=taken)
            above[at] = cells[at] if at < len(cells) else ""
        yield Line(replace(row, cells=tuple(cells)) if told else row, told)


def _meant(said: str, above: str, *, is_house: bool) -> str | None:
    """What the cell means by the one above; '' where that says nothing, None where it does not refer to it."""
    if not said.strip():
        return None
    stands = "" if is_unknown(above) else above
    if _SAME.fullmatch(said.strip()):
        return stands
    other = _SAME_HOUSE.fullmatch(said.strip()) if is_house else None
    if other is None or not is_room(other["room"]):
        return None
    return ", ".join(filter(None, (name_and_room(stands)[0], other["room"])))
