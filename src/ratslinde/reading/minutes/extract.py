"""Extracts of minutes that hold one item, its number and title in the head of the page."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.numbers import Number, number_of
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.item import item_entry
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.facts import STATUS, Fact, Head
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of
from ratslinde.reading.text.references import is_reference, leading_reference

_DATED = re.compile(
    r"^\d{2}\.\d{2}\.\d{4} - (?P<number>(?:[ÖN] )?\d{1,3}(?:\.\d{1,3})*) (?P<title>[A-ZÄÖÜ„\"].*)$"
)
_HEADING = re.compile(r"^(?:Beschlussa|A)uszug\s*[-–:]\s*(?P<title>\S.*)$")


def extract_item(lines: list[Line], head: Head) -> tuple[Entry, ...]:
    """Return the one item of an extract: number from "TOP:", title from the heading or a free line."""
    fact = head.first("item_number")
    dated = next((match for line in lines[:5] if (match := _DATED.match(line.text))), None)
    if dated:
        return _dated_item(lines, dated, fact)
    if not fact or not fact.lines:
        return ()
    start = number_of(Line(fact.at.number, fact.at.page, fact.text))
    if not start:
        return ()
    number: Number = start[0]
    below = [line for line in head.rest if line.number > fact.at.number and not STATUS.fullmatch(line.text)]
    titles = [line for line in below if not find(line.text, "item")]
    heading = next((match for line in lines[:5] if (match := _HEADING.match(line.text))), None)
    if heading:
        titles = [line for line in titles if shape(heading["title"]) in shape(line.text)]
    public = NOTHING if number.public is None else stated(number.public, "public-letter", fact.span)
    item = Item(
        number,
        [fact.at, *titles[:1]],
        [titles[0].text] if titles else [heading["title"]] if heading else [],
        public,
        body=[],
    )
    if heading and titles and not item.entry().value("paper_reference"):
        item.title = [heading["title"]]
    item.reference = _labelled_reference(lines)
    item.body = [line for line in lines if line.number > item.lines[-1].number]
    entry = item_entry(item)
    return (Entry(entry.values, entry.parts, span_of(lines)),)


def _dated_item(lines: list[Line], dated: re.Match[str], fact: Fact | None) -> tuple[Entry, ...]:
    """The item of a page that is headed by day, number and title; a label may add the letter to the number."""
    top = next(line for line in lines if line.text == dated.string)
    text = fact.text if fact and fact.lines else dated["number"]
    start = number_of(Line(top.number, top.page, text))
    if not start:
        return ()
    told = start[0].public
    public = stated(told, "public-letter", fact.span) if told is not None and fact else NOTHING
    item = Item(start[0], [top], [dated["title"]], public, body=[])
    item.reference = _labelled_reference(lines)
    item.body = [line for line in lines if line.number > top.number]
    entry = item_entry(item)
    return (Entry(entry.values, entry.parts, span_of(lines)),)


def _labelled_reference(lines: list[Line]) -> str | None:
    """The number behind "Vorlage:", on the same line or on the next, its title left out."""
    for line, below in zip(lines, [*lines[1:], lines[-1]], strict=True):
        found = find(line.text, "item")
        if found and found.label.key == "reference":
            text = found.rest or below.text
            return text if is_reference(text) else leading_reference(text)[1]
    return None
