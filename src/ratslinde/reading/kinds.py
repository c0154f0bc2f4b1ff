"""Telling what a document is: by its heading, else by what it consists of."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of

KINDS = (
    "bekanntmachung",
    "einladung",
    "tagesordnung",
    "vorlage",
    "niederschrift",
    "antrag",
    "anfrage",
    "other",
)
SITTINGS = ("bekanntmachung", "einladung", "tagesordnung")
HEAD_LINES = 30
STAMP_LINES = 3  # a number above them is a stamp on the document ("Ö 9")


class Kind(msgspec.Struct, frozen=True):
    """One rule of kinds.toml: headings that name the kind, sentences and words that speak for it."""

    kind: str
    headings: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class _Compiled(msgspec.Struct, frozen=True):
    kind: str
    heading: re.Pattern[str]
    glued: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]


_BLANKS, _PERHAPS_BLANKS = r"\s+", r"\s*"  # nothing parts two words whose letters are spaced


def _rules() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(
            rule.kind,
            re.compile(rf"{alternatives(list(rule.headings))}\s*:?", re.IGNORECASE),
            re.compile(
                rf"{alternatives(list(rule.headings)).replace(_BLANKS, _PERHAPS_BLANKS)}\s*:?", re.IGNORECASE
            ),
            tuple(re.compile(sign, re.IGNORECASE | re.MULTILINE) for sign in rule.signs),
        )
        for rule in msgspec.convert(load("kinds")["kind"], list[Kind])
    )


_RULES = _rules()
_LABELS: dict[str, int] = load("kinds")["labels"]
ENOUGH = 3
LONGEST = 120
LONGEST_WITH_SESSION = 260
_DATED_ITEM = re.compile(r"\d{2}\.\d{2}\.\d{4} - ")  # the page of one item is headed by day and number
_FILE = re.compile(
    r"\((?:PDF|DOCX?|HTML|\d[\d.,]* ?[kM]B)\b|\.(?:pdf|docx?)\b", re.IGNORECASE
)  # a link to another document
_SPACED = re.compile(r"(?<!\w)(?:\w ){4,}\w(?!\w)")


def unspaced(text: str) -> str:
    """Return a heading without the blanks between its letters ("N I E D E R S C H R I F T")."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def heading_kind(text: str) -> str | None:
    """Return the kind that a line names when it is a heading of a document, else None."""
    plain = unspaced(text).strip()
    if not (plain[:1].isalpha() or _DATED_ITEM.match(plain)) or (
        len(plain) > LONGEST and not _names_session(plain)
    ):
        return None
    if _FILE.search(plain):
        return None
    spaced = plain != text.strip()
    return next(
        (rule.kind for rule in _RULES if (rule.glued if spaced else rule.heading).fullmatch(plain)), None
    )


def kind_of(lines: list[Line]) -> tuple[str, Field]:
    """Return the kind of a document and the field that tells where this was seen."""
    printed = [line for line in lines if line.text]
    numbered = False
    for index, line in enumerate(printed[:HEAD_LINES]):
        start, title_of_item = number_of(line), numbered
        numbered = start is not None and not start[1] and index >= STAMP_LINES
        if start or title_of_item:
            continue  # an item of an agenda may begin with "Antrag der …"
        cells = [line.text, *(cell.text for cell in line.cells)]
        kind = next((kind for kind in map(heading_kind, cells) if kind), None)
        if kind:
            return kind, stated(kind, "kind-heading", span_of([line]))
    kind = _by_form(printed)
    return kind, stated(kind, "kind-form", span_of(printed[:1]))


def _names_session(text: str) -> bool:
    """Whether a long line goes on from the heading to session, day and place, without an end of a sentence."""
    named = "itzung" in text and next(dates_in(text), None) is not None
    return named and len(text) <= LONGEST_WITH_SESSION and not text.endswith(".")


def _by_form(printed: list[Line]) -> str:
    text = "\n".join(line.text for line in printed)
    scores = {rule.kind: sum(len(sign.findall(text)) for sign in rule.signs) for rule in _RULES}
    labels = {found.label.key for line in printed if (found := find(line.text, "paper"))}
    scores["vorlage"] += sum(_LABELS.get(label, 0) for label in labels)
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= ENOUGH else "other"
