"""Text that has lost its line breaks: they are put back before labels, rows of a table and numbered items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body

LONG = 350
SHARE = 0.8  # of all characters of the file are in the one line
BREAKS = 3
ITEMS = 3
WORD = 12
_RULES = load("unbroken")
_BEFORE = re.compile(rf"(?<=\S)\s+(?={alternatives(_RULES['before'])})")
_ALONE = re.compile(rf"(?:^|(?<=[^-–„(])\s+)(?P<words>{alternatives(_RULES['alone'])})(?!\w)\s*")
_DAY = r"\d{2}\.\d{2}\.\d{4}"
_ROW = re.compile(
    rf"\s+(?=(?P<body>[A-ZÄÖÜ][\w-]+(?: (?:für|und|der|des|[A-ZÄÖÜ][\w-]+,?)){{0,8}})\s*{_DAY})"
)
_VALUES = re.compile(rf"^(?P<day>{_DAY})\s+(?P<number>\d[\d/]*)\s+(?:(?P<top>\d{{1,3}})\s+)?(?=\D)")
_NUMBER = re.compile(r"(?<=\s)(?:[-–•] )?(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÄÖÜ„\"@])")
_DIVIDED = re.compile(r"(?<=[a-zäöüß])- (?=(?!und\b|oder\b|bzw|sowie\b|als\b)[a-zäöüß])")
_COUNTS_SOMETHING = re.compile(
    r"(?:Seite|Dez\.|Abt\.|Amt|Nr\.|§|Art\.|Abs\.|Anlage|Referat|Punkt|TOP|vom|am|bis)\s*$"
)
ROWS_END = 600


def break_lines(rows: list[str]) -> Iterator[str]:
    """Yield the rows; when nearly all of the text is one row, break it where lines must have begun."""
    longest = max(rows, key=len, default="")
    if len(longest) < LONG or len(longest) < SHARE * sum(map(len, rows)) or _breaks(longest) < BREAKS:
        yield from rows
        return
    for row in rows:
        yield from _broken(row) if row is longest else [row]


def _breaks(row: str) -> int:
    return sum(1 for pattern in (_BEFORE, _ALONE, _NUMBER) for _ in pattern.finditer(row))


def _broken(row: str) -> Iterator[str]:
    """Items first: a heading inside a title does not end it. An empty line parts what labels begin."""
    for item in _items(_DIVIDED.sub("", row)):
        text = _ALONE.sub(lambda match: f"\n{match['words']}\n", item)
        for line in _BEFORE.sub("\n\n", text).split("\n"):
            yield from _table_rows(line.strip())


def _table_rows(line: str) -> Iterator[str]:
    """Break before a body with a date behind it, and between values that stand in a block."""
    values = _VALUES.match(line)
    if values:
        yield from (value for value in (values["day"], values["number"], values["top"]) if value)
        line = line[values.end() :]
    start = 0
    for match in _ROW.finditer(line[:ROWS_END]):
        if is_body(match["body"]) and match.start() > start:
            yield line[start : match.start()]
            start = match.end()
    yield line[start:]


def _items(line: str) -> Iterator[str]:
    """Break before numbers that count on from 1, as the items of an agenda do."""
    line = f" {line}"
    breaks: list[int] = []
    before: tuple[int, ...] = (0,)
    for match in _NUMBER.finditer(line):
        number = tuple(map(int, match["number"].split(".")))
        if not _COUNTS_SOMETHING.search(line[max(0, match.start() - WORD) : match.start()]) and number in (
            _next(before),
            (before[0] + 1,),
            (*before, 1),
        ):
            breaks.append(match.start())
            before = number
    if len(breaks) < ITEMS:
        yield line.strip()
        return
    for begin, end in zip([0, *breaks], [*breaks, len(line)], strict=True):
        if line[begin:end].strip():
            yield line[begin:end].strip()


def _next(number: tuple[int, ...]) -> tuple[int, ...]:
    return (*number[:-1], number[-1] + 1)
