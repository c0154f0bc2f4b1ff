"""Automatic numbers of Word: they are not in the text, they are counted."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

NO_LIST = "0"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def element_of(block: Any) -> Any:
    """Return the XML element of a paragraph or of a cell."""
    return block._element  # noqa: SLF001 - python-docx has no public name for it


class Numbering:
    """Counts the paragraphs of a document that Word numbers, in the order in which they are asked for."""

    def __init__(self, document: WordDocument) -> None:
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self.styles: dict[str | None, tuple[str, int] | None] = {}
        self.counts: dict[str, list[int]] = {}
        self.abstract: dict[str, str] = {}
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")),
            None,
        )
        element = getattr(part, "element", None)
        if element is not None:
            self._learn(element)

    def _learn(self, element: Any) -> None:
        for num in element.iter(qn("w:num")):
            abstract = num.find(qn("w:abstractNumId"))
            if abstract is not None:
                self.abstract[num.get(qn("w:numId"))] = abstract.get(qn("w:val"))
        for abstract in element.iter(qn("w:abstractNum")):
            for level in abstract.iter(qn("w:lvl")):
                key = (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl")) or 0))
                self.levels[key] = (
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", "%1."),
                    int(_value(level, "w:start", "1")),
                )

    def number(self, paragraph: Paragraph) -> str:
        """Return the printed number or bullet of a paragraph, "" when it has none."""
        element = element_of(paragraph)
        found = _number_in(element.pPr) or self._number_of_style(paragraph, element.style)
        if not found or found[0] == NO_LIST:
            return ""
        number_id, level = found
        abstract = self.abstract.get(number_id)
        if abstract is None or (abstract, level) not in self.levels:
            return ""
        kind, pattern, start = self.levels[abstract, level]
        if kind == "bullet":
            return "•"
        counts = self.counts.setdefault(abstract, [])
        del counts[level + 1 :]
        while len(counts) < level:
            counts.append(self._start(abstract, len(counts)))
        if len(counts) == level:
            counts.append(start)
        else:
            counts[level] += 1
        return self._printed(abstract, pattern, counts)

    def _number_of_style(self, paragraph: Paragraph, identity: str | None) -> tuple[str, int] | None:
        """Return list and level of a style or of one that it is based on; each style is looked up once."""
        if identity not in self.styles:
            style, found = paragraph.style, None
            while style is not None and not found:
                found, style = _number_in(style.element.pPr), style.base_style
            self.styles[identity] = found
        return self.styles[identity]

    def _start(self, abstract: str, level: int) -> int:
        return self.levels.get((abstract, level), ("", "", 1))[2]

    def _printed(self, abstract: str, pattern: str, counts: list[int]) -> str:
        for level, count in enumerate(counts):
            kind = self.levels.get((abstract, level), ("decimal", "", 1))[0]
            pattern = pattern.replace(f"%{level + 1}", _format(kind, count))
        return pattern.strip()


def _value(level: Any, tag: str, default: str) -> str:
    node = level.find(qn(tag))
    return default if node is None else node.get(qn("w:val")) or default


def _number_in(properties: Any) -> tuple[str, int] | None:
    """Return the list and the level that properties of a paragraph or a style name; "0" is no list."""
    numbers = None if properties is None else properties.find(qn("w:numPr"))
    identity = None if numbers is None else numbers.find(qn("w:numId"))
    if numbers is None or identity is None:
        return None
    level = numbers.find(qn("w:ilvl"))
    return identity.get(qn("w:val")), 0 if level is None else int(level.get(qn("w:val")) or 0)


def _format(kind: str, count: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if kind == "upperRoman" else roman
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while count >= value:
            text, count = text + letters, count - value
    return text
