"""Several offers in the cell for one, as tables out of letters hold them: each becomes a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ratslinde.integration.importing.rules.cells import is_unknown, split
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.reading.repeating import Line
from ratslinde.integration.importing.rules.tables import Row
from ratslinde.kernel.text import collapse, shortened

_BULLET = re.compile(r"\s*(?:[•·▪◦‣*]\s*|[–-]\s+|\d{1,2}[.)]\s+)(?=\S)")
_INLINE = re.compile(r"[•▪◦‣]")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ENDS_OPEN = re.compile(r"(?:[-&/,:]|\b(?:und|oder|für|der|des|die|dem|den|im|in|am|an|von|zu|zur|zum|mit))$")
_SHORTEST, _LONGEST = 3, 90
_SHARED = frozenset({
    "times", "weekday", "opens", "closes", "rhythm", "start", "until", "cost", "cost_amount", "description", "ages",
    "languages", "groups", "access", "capacity", "status",
})  # fmt: skip
"""What may hold for one of them only."""
_PARTED = "In der Zelle stehen {number} Angebote; daraus wurden {number} Zeilen. Bitte prüfen."
_OF_ALL = "„{said}“ steht in der Liste bei mehreren Angeboten zusammen. Gilt es für jedes? Bitte prüfen."
_MAYBE = "Der Name hat mehrere Zeilen. Sind das mehrere Angebote? Bitte klären."


def parted(line: Line, *, name: int | None, fields: Mapping[int, str]) -> Iterator[Line]:
    """The line, or one for each offer that its cell names. `fields`: by column; what one of them is named with is its.

    A line of an export of our own, which has an identifier, is one offer.
    """
    cells = line.row.cells
    text = cells[name] if name is not None and name < len(cells) else ""
    if name is None or not ("\n" in text or ";" in text or _INLINE.search(text)):
        yield line
        return
    own = any(field == "own_id" and at < len(cells) and cells[at] for at, field in fields.items())
    offers = [] if own else offers_in(text)
    if len(offers) < 2:
        told = {name: _MAYBE, **line.told} if _may_be_several(text) else line.told
        yield Line(_with(line.row, name, "".join(offers) or text), told)
        return
    for at in range(len(offers)):
        yield _line_of(line, offers, at, name=name, fields=fields)


def _line_of(line: Line, offers: Sequence[str], at: int, *, name: int, fields: Mapping[int, str]) -> Line:
    """The line of one of the offers, with its share of the cells."""
    cells, told = [*line.row.cells], {**line.told, name: _PARTED.format(number=len(offers))}
    cells[name] = offers[at]
    for column, field in fields.items():
        if field not in _SHARED or column >= len(cells) or is_unknown(cells[column]):
            continue
        cells[column], is_of_all = _share(cells[column], offers, at)
        if is_of_all:
            said = shortened(collapse(cells[column]), most=60)
            told.setdefault(column, _OF_ALL.format(said=said))
    return Line(replace(line.row, cells=tuple(cells)), told)


def _with(row: Row, at: int, text: str) -> Row:
    return replace(row, cells=(*row.cells[:at], text, *row.cells[at + 1 :]))


def offers_in(text: str) -> list[str]:
    """The offers that the cell lists behind bullets, numbers or semicolons; one where it is a name like another."""
    lines = [line for line in text.split("\n") if line.strip()]
    if sum(bool(_BULLET.match(line)) for line in lines) > 1 and _BULLET.match(lines[0]):
        found: list[str] = []
        for line in lines:
            if _BULLET.match(line):
                found.append(_BULLET.sub("", line, count=1))
            else:
                found[-1] += f" {line}"
    elif len(lines) == 1 and len(_INLINE.findall(text)) > 1:
        found = _INLINE.split(text)
    else:
        found = split(";", _BULLET.sub("", text, count=1) if _BULLET.match(text) else text)
    names = [name for name in (collapse(each).strip(" ;,") for each in found) if name]
    return names if all(_SHORTEST <= len(each) <= _LONGEST for each in names) else [collapse(text)]


def _may_be_several(text: str) -> bool:
    """Whether a further line begins like a name of its own, and not like the rest of the one before."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return any(line[0].isupper() and not _ENDS_OPEN.search(before) for before, line in pairwise(lines))


def _share(text: str, offers: Sequence[str], at: int) -> tuple[str, bool]:
    """(what of the cell is said of that offer or of all, whether it holds anything that is said of all)."""
    own, of_all = [], []
    for line in filter(str.strip, re.split(r"\n|;\s", text)):
        owners = [number for number, offer in enumerate(offers) if _is_of(line, offer)]
        if not owners:
            of_all.append(line)
        elif at in owners:
            own.append(_without_label(line, offers[at]))
    return "\n".join([*own, *of_all]), bool(of_all)


def _is_of(line: str, offer: str) -> bool:
    """Whether the line names the offer: before a colon in short, else with its whole name or its first noun."""
    return _is_label(line, offer) or any(f" {name} " in f" {key_of(line)} " for name in _names(offer))


def _is_label(line: str, offer: str) -> bool:
    label = key_of(line.partition(":")[0]) if ":" in line else ""
    name = key_of(_BRACKETS.sub("", offer))
    return bool(label) and (name == label or name.startswith(f"{label} "))


def _without_label(line: str, offer: str) -> str:
    return line.partition(":")[2].strip() if _is_label(line, offer) else line


def _names(offer: str) -> Iterator[str]:
    bare = _BRACKETS.sub("", offer).strip()
    yield key_of(bare)
    words = bare.split()
    if len(words) > 1 and words[1][0].islower() and len(words[0]) > _SHORTEST:
        yield key_of(words[0])
