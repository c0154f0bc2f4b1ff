"""Marking what carries a doubt: walks a document's fields and those of all entries below."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from ratslinde.reading.doubts.neighbours import missed
from ratslinde.reading.doubts.wholeness import holds_number, holds_several, why_not_whole
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Document, Entry, Field, SourceText
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Line

_OWN_FORM = ("date", "weekday", "time", "start", "kind", "number")
_PEOPLE = ("attendees", "signed_by")
_OF_PERSON = ("name", "role", "group", "section", "present", "note")
_BESIDE = alternatives(load("attendance")["beside"])
_SIDE_BY_SIDE = re.compile(rf"{_BESIDE}:?(?:\s+{_BESIDE}:?)+")
_NOUN = re.compile(alternatives(load("attendance")["nouns"]))
_TORN_NOTE = re.compile(r"[\d.:–-]+")
CONTACT_LINES = 4
Values = dict[str, Field]
Parts = dict[str, tuple[Entry, ...] | Entry | None]


def with_doubts(document: Document, lines: list[Line], source: SourceText) -> Document:
    """Return the document, values that look cut off, run together or missed marked to be checked.

    `lines` are those of the document in its `source`, whose line breaks may have been lost.
    """
    marker = _Marker([line for line in lines if line.text], restored=source.restored)
    values, parts = marker.values(document.values), marker.parts(document.parts)
    for name in missed(values, document.kind, marker.printed):
        values[name] = stated(None, "stated-elsewhere", None)
    title = values.get("title")
    if title and title.sure and title.value is not None and _no_gap_above(lines[0], source):
        values["title"] = stated(title.value, "title-below-document", title.span)
    return msgspec.structs.replace(document, values=values, parts=parts)


def _no_gap_above(first: Line, source: SourceText) -> bool:
    """Whether another document ends right above the first line of this one, on the same page."""
    if first.number < 2 or not first.text:
        return False
    above = source.lines[first.number - 2]
    return bool(above.text.strip()) and above.page == first.page


class _Marker:
    def __init__(self, printed: list[Line], *, restored: bool) -> None:
        self.printed = printed
        self.restored = restored
        self.numbers = [line.number for line in printed]
        self.columns_lost = any(
            len(line.cells) < 2 and _SIDE_BY_SIDE.fullmatch(line.text) for line in printed
        )

    def values(self, values: Values) -> Values:
        marked = {name: self._field(name, field) for name, field in values.items()}
        title, reference = marked.get("title"), marked.get("paper_reference")
        if title and title.value is not None and reference and reference.sure:
            torn = holds_number(title.value, at_end=reference.value is not None)
            if title.sure and torn:
                marked["title"] = stated(title.value, "reference-doubtful", title.span)
            if torn or (not title.sure and reference.value is None):
                marked["paper_reference"] = stated(reference.value, "reference-doubtful", title.span)
        return marked

    def parts(self, parts: Parts) -> Parts:
        return {name: self._part(name, part) for name, part in parts.items()}

    def _part(self, name: str, part: tuple[Entry, ...] | Entry | None) -> tuple[Entry, ...] | Entry | None:
        if part is None:
            return None
        if isinstance(part, Entry):
            return self._entry(name, part)
        return tuple(self._entry(name, entry) for entry in part)

    def _entry(self, name: str, entry: Entry) -> Entry:
        values = self.values(entry.values)
        if name == "contact" and self._mail_is_broken(entry):
            values["email"] = stated(None, "stated-elsewhere", entry.span)
        rule = self._doubt_of_person(entry) if name in _PEOPLE else None
        rule = "columns-lost" if name == "attendees" and self.columns_lost else rule
        if rule:
            values = {
                key: stated(field.value, rule, field.span) if field.sure and key in _OF_PERSON else field
                for key, field in values.items()
            }
        return msgspec.structs.replace(entry, values=values, parts=self.parts(entry.parts))

    def _mail_is_broken(self, contact: Entry) -> bool:
        """Whether no address was found, and one is broken over the lines of the contact."""
        if not contact.span or contact.value("email") is not None or not contact.values["email"].sure:
            return False
        first = bisect_left(self.numbers, contact.span.first_line)
        return any("@" in line.text for line in self.printed[first : first + CONTACT_LINES])

    def _doubt_of_person(self, entry: Entry) -> str | None:
        if _TORN_NOTE.fullmatch(str(entry.value("note"))):
            return "value-cut"
        if _NOUN.fullmatch(str(entry.value("name"))):
            return "person-unclear"
        several = holds_several(entry.value("name"), entry.value("role"), entry.value("group"))
        return "people-together" if several else None

    def _field(self, name: str, field: Field) -> Field:
        if not field.sure:
            return field
        if self.restored:
            own = name in _OWN_FORM and field.value is not None
            return field if own else stated(field.value, "breaks-restored", field.span)
        rule = why_not_whole(name, field.value, self._below(field))
        return stated(field.value, rule, field.span) if rule else field

    def _below(self, field: Field) -> str:
        """The line printed below a field, empty when there is none."""
        if not field.span:
            return ""
        index = bisect_right(self.numbers, field.span.last_line)
        return self.printed[index].text if index < len(self.printed) else ""
