"""Finding labels: what a line or a column begins with, by the rules in labels.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from ratslinde.reading.rules import alternatives, load

Shape = Literal["line", "section", "table", "skip"]


class Label(msgspec.Struct, frozen=True):
    """One rule of labels.toml."""

    key: str
    names: tuple[str, ...]
    shape: Shape
    kinds: tuple[str, ...] = msgspec.field(name="in")
    value: str = "text"
    bare: bool = False
    rest: bool = False


class Found(msgspec.Struct, frozen=True):
    """A label met in a text: which, as it is printed, and what follows it."""

    label: Label
    name: str
    rest: str
    colon: bool


class _Book(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    inner: re.Pattern[str]
    labels: tuple[Label, ...]


_COLON_LEFT_OUT = re.compile(
    r"^((?:Sitzungsb|B)eginn|(?:Sitzungse|E)nde|Uhrzeit)\s+(?:um\s+)?(?=\d{1,2}[.:\s]\s?\d?.*Uhr)"
    r"|^(?P<number>Vorlagen-Nummer)\s+(?=\d{1,2}\.\d{1,2}\.\d{4}$)"
)
_BEFORE_TEXT = r"(?=\s*:\s*\S)"


@cache
def _book(kind: str) -> _Book:
    rules = msgspec.convert(load("labels")["label"], list[Label])
    labels = tuple(label for label in rules if kind in label.kinds)
    groups = "|".join(
        f"(?P<g{n}>{alternatives(list(label.names))}{_BEFORE_TEXT if label.rest else ''})"
        for n, label in enumerate(labels)
    )
    words = alternatives([name for label in labels if label.shape == "line" for name in label.names])
    return _Book(
        re.compile(rf"(?:{groups})\s*(?P<colon>:)?(?P<rest>(?<=:).*|\s*)$", re.IGNORECASE),
        re.compile(rf"(?<=\S)\s+(?={words}\s*:)"),
        labels,
    )


_FRAME = re.compile(r"^[-–]\s+([^-–]{3,40}?)\s+[-–]$")  # "- Kurzfassung -"
_DASHES = ("-", "–")
_QUESTION = re.compile(r"^(Wann|Wo)\s?\?:?(?=\s|$)")
_SMALL = re.compile(r"(?:am|um|im|in|ort|wo|wann|beginn|datum|uhrzeit|raum)\s*:")  # "um: 19:30 Uhr"
_ENUMERATOR = re.compile(r"^(?:[IVX]{1,4}\.|\d{1,2}(?:\.\d)?[.)]?|[A-Za-z][.)])\s+(?=\S)")


def find(text: str, kind: str) -> Found | None:
    """Return the label that the text begins with, None when there is none.

    `kind` is "sitting", "paper", "minutes" or "item". A label counts when a colon follows, or when it is
    all there is; numbers before the name of a section ("2. Begründung:") do not matter.
    """
    text = text.strip()
    if text[:1] in _DASHES:
        text = _FRAME.sub(r"\1", text)
    if "?" in text:
        text = _QUESTION.sub(r"\1: ", text)
    if not text[:1].isupper() and not _ENUMERATOR.match(text) and not _SMALL.match(text):
        return None
    found = _match(text, kind)
    if found or not (enumerator := _ENUMERATOR.match(text)):
        return found
    found = _match(text[enumerator.end() :], kind)
    return found if found and found.label.shape == "section" else None


def _with_colon(match: re.Match[str]) -> str:
    return f"{match[1] or match['number']}: "


def _match(text: str, kind: str) -> Found | None:
    book = _book(kind)
    match = book.pattern.match(text)
    if not match and _COLON_LEFT_OUT.match(text):
        match = book.pattern.match(_COLON_LEFT_OUT.sub(_with_colon, text, count=1))
    if not match:
        return None
    label = next(label for n, label in enumerate(book.labels) if match[f"g{n}"] is not None)
    colon = match["colon"] is not None
    if not colon and label.shape != "line" and not label.bare:
        return None
    name = match.string[: match.start("colon") if colon else match.start("rest")].strip()
    return Found(label, name, match["rest"].strip(), colon)


def split_inside(text: str, kind: str) -> list[str]:
    """Return the pieces of a text that holds several labels ("Beginn: 18 Uhr Ende: 20 Uhr")."""
    if text.count(":") < 2:
        return [text]
    return _book(kind).inner.split(text)
