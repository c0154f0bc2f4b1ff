"""Votes counted by letters and signs ("8 J / 2 N / 1 E", "+ 8 - 2 o 1", "J/N/E: 8/2/1")."""

from __future__ import annotations

import re

from ratslinde.reading.rules import alternatives, load

_RULES = load("votes")
_KEYS = ("yes", "no", "abstain")
_KIND = {key: alternatives([*_RULES["short"][key], *_RULES["short"]["words"][key]]) for key in _KEYS}
_ANY = f"(?:{'|'.join(_KIND.values())})(?![^\\W\\d_])"
_BETWEEN = r"\s*(?:[/|,;–-]\s*)?"
_BEHIND = rf"\d{{1,3}}\s?{_ANY}"
_BEFORE = rf"{_ANY}\s?(?:[:=]\s?)?\d{{1,3}}(?!\d)"
_HEADED = (
    rf"{_ANY}(?P<mark>[/|–-]){_ANY}(?P=mark){_ANY}\s*[:=]?\s*\(?\d{{1,3}}(?:\s?[/|:–-]\s?\d{{1,3}}){{2}}"
)
SHORT_ROW = rf"(?:{_BEHIND}(?:{_BETWEEN}{_BEHIND}){{1,2}}|{_BEFORE}(?:{_BETWEEN}{_BEFORE}){{1,2}}|{_HEADED})"
_ROW = re.compile(rf"(?<![\w.,/:+-]){SHORT_ROW}(?![\w/]|[.,:]\d)")
_ONE_BEHIND = re.compile(rf"(?P<number>\d{{1,3}})\s?(?P<kind>{_ANY})")
_ONE_BEFORE = re.compile(rf"(?P<kind>{_ANY})\s?(?:[:=]\s?)?(?P<number>\d{{1,3}})(?!\d)")
_IS_HEADED = re.compile(_HEADED)
_ANY_COUNT = (
    r"(?:\d{1,3}\s?(?:[^\W\d_]{1,2}\.?|[+=–-])(?!\w)|(?:[^\W\d_]{1,2}\.?|[+–-])\s?[:=]?\s?\d{1,3}(?!\w))"
)
_ANY_ROW = re.compile(
    rf"\(?{_ANY_COUNT}(?:(?:\s*[/|,;:]\s*|\s+){_ANY_COUNT}){{1,3}}\)?|\(?\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}}){{2}}\)?"
)
_NUMBER = re.compile(r"\d")
LONGEST = 50  # characters of such a row
_WHOLE_KIND = {key: re.compile(pattern) for key, pattern in _KIND.items()}


def short_counts(text: str) -> dict[str, int]:
    """Return the numbers of such a row by "yes", "no" and "abstain"; empty where a text has none.

    A row tells each kind at most once, and those for and against; anything else is left to be compared.
    """
    row = _ROW.search(text) if _NUMBER.search(text) else None
    if not row:
        return {}
    pairs = _headed(row[0]) if _IS_HEADED.fullmatch(row[0]) else _each(row[0])
    told = dict(pairs)
    return told if len(told) == len(pairs) and {"yes", "no"} <= told.keys() else {}


def may_count(text: str) -> bool:
    """Return whether a text is a row of numbers with letters or signs, known ones or not ("8 V, 2 W", "9 - 0 - 1")."""
    return len(text) < LONGEST and _NUMBER.search(text) is not None and _ANY_ROW.fullmatch(text) is not None


def _each(row: str) -> list[tuple[str, int]]:
    pattern = _ONE_BEHIND if row[0].isdigit() else _ONE_BEFORE
    return [(_key(one["kind"]), int(one["number"])) for one in pattern.finditer(row)]


def _headed(row: str) -> list[tuple[str, int]]:
    kinds = re.findall(_ANY, row)[: len(_KEYS)]
    numbers = re.findall(r"\d{1,3}", row)
    return [(_key(kind), int(number)) for kind, number in zip(kinds, numbers[-len(_KEYS) :], strict=True)]


def _key(kind: str) -> str:
    return next(key for key in _KEYS if _WHOLE_KIND[key].fullmatch(kind))
