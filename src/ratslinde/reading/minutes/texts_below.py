"""Texts below a table of items, each behind the number of its item ("Zu Nr. 3: Der Ausschuss beschließt …")."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.fields import stated
from ratslinde.reading.minutes.closing import closing_line
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import load
from ratslinde.reading.text.joining import paragraphs
from ratslinde.reading.text.lines import Line, span_of, strip_blank

_TO = re.compile(
    r"(?:[Zz]u )?(?:(?:lfd\. )?Nr\.|Nummer|Ziffer|TOP|Top|Punkt|Tagesordnungspunkt|(?<=u ))\s?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?(?:\s*[:–-]\s*(?P<rest>.*)|$)"
)
_DECIDING = re.compile(load("votes")["deciding"])
ROWS = 2  # so many rows make a table
ALIKE = 10  # characters: a text that begins like the title is the item itself, not a text about it


class TextsBelow(msgspec.Struct, frozen=True):
    """Where the texts below a table begin, and their lines by the number of the item; no texts without a table."""

    begin: int
    texts: dict[str, list[Line]]


def texts_below(lines: list[Line], signed: tuple[Entry, ...]) -> TextsBelow:
    """Return the texts below a table of items, up to the signatures."""
    rows = [index for index, line in enumerate(lines) if line.beside and number_of(line)]
    if len(rows) < ROWS:
        return TextsBelow(len(lines), {})
    begin = rows[-1] + 1
    titles = {start[0].text: shape(start[1]) for line in lines[:begin] if (start := number_of(line))}
    end = closing_line(lines[begin:], signed)
    below = [line for line in lines[begin:] if end is None or line.number < end]
    heads = [(index, found) for index, line in enumerate(below) if (found := _TO.fullmatch(line.text))]
    if not heads or not all(_is_about(found, titles) for _, found in heads):
        return TextsBelow(len(lines), {})
    return TextsBelow(begin + heads[0][0], _by_number(below, heads))


def _by_number(lines: list[Line], heads: list[tuple[int, re.Match[str]]]) -> dict[str, list[Line]]:
    ends = [*(index for index, _ in heads[1:]), len(lines)]
    texts: dict[str, list[Line]] = {}
    for (index, found), end in zip(heads, ends, strict=True):
        text = [_without_number(lines[index], found), *lines[index + 1 : end]]
        texts.setdefault(found["number"], []).extend(text)
    return texts


def _is_about(found: re.Match[str], titles: dict[str, str]) -> bool:
    """Whether a text is about an item of the table, and does not begin it anew with its title."""
    title, text = titles.get(found["number"]), shape(found["rest"] or "")
    return title is not None and not (text and title[:ALIKE].startswith(text[:ALIKE]))


def _without_number(line: Line, found: re.Match[str]) -> Line:
    text = found["rest"] or ""
    return msgspec.structs.replace(line, text=text, cells=(Cell(text, line.left),) if text else ())


def with_bodies(items: list[Item], below: TextsBelow) -> list[Item]:
    """Return the items of the table, each with its text below."""
    for item in items:
        item.body = [*item.body, *below.texts.get(item.number.text, [])]
    return items


def with_decisions(entries: tuple[Entry, ...], below: TextsBelow) -> tuple[Entry, ...]:
    """Return the entries; one without a decision has the text below, where that decides something, to be checked."""
    return tuple(_with_decision(entry, below.texts.get(str(entry.value("number")), [])) for entry in entries)


def _with_decision(entry: Entry, lines: list[Line]) -> Entry:
    told = strip_blank(lines)
    text = paragraphs(line.text for line in told)
    if entry.value("decision_text") is not None or not _DECIDING.search(text):
        return entry
    field = stated(text, "decision-named-below", span_of(told))
    return msgspec.structs.replace(entry, values={**entry.values, "decision_text": field})
