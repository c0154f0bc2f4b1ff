"""Text that has lost its line breaks: they are put back before labels, rows of a table and numbered items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sources.unbroken_people import with_people_parted
from ratslinde.reading.text.bodies import is_body

LONG = 350
SHARE = 0.8  # of all characters of the file are in the one line
BREAKS = 3
ITEMS = 3
WORD = 16
_RULES = load("unbroken")
_BEFORE = re.compile(rf"(?<=\S)\s+(?={alternatives(_RULES['before'])})")
_ALONE = re.compile(rf"(?:^|(?<=[^-–„(])\s+)(?P<words>{alternatives(_RULES['alone'])})(?!\w)")
_DAY = r"\d{2}\.\d{2}\.\d{4}"
_ROW = re.compile(
    rf"(?:^|\s+)(?!{alternatives(load('papers')['roles'])}(?!\w))"
    r"(?=(?P<body>[A-ZÄÖÜ][\w-]+(?: (?:für|und|der|des|\d{1,2}|\([A-ZÄÖÜ]\w+\)|[A-ZÄÖÜ][\w-]+,?)){0,8})"
    rf"\s*{_DAY})"
)
_VALUES = re.compile(rf"^(?P<day>{_DAY})\s+(?P<number>\d[\d/]*)(?:\s+(?P<top>\d{{1,3}}))?(?:\s+(?=\D)|$)")
_BEHIND_ROWS = re.compile(
    rf"(?<=\d\d\.\d\d\.\d{{4}})\s+(?=[A-ZÄÖÜ][a-zäöüß]+ )(?!{alternatives(load('papers')['roles'])}(?!\w))"
)
_NUMBER = re.compile(r"(?<=\s)(?:[-–•] )?(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÄÖÜ„\"@])")
_DIVIDED = re.compile(r"(?<=[a-zäöüß])- (?=(?!und\b|oder\b|bzw|sowie\b|als\b)[a-zäöüß])")
_COUNTS_SOMETHING = re.compile(
    r"(?:Seite|Dez\.|Abt\.|Amt|(?<!Vorlagen )Nr\.|§|Art\.|Abs\.|Anlage|Referat|Punkt|TOP|vom|am|bis)\s*$"
)
_AGENDA = load("agenda")
_SPEECH = re.compile(
    r"^(?P<head>(?:(?:TOP|Zu) )?\d{1,2}(?:\.\d{1,2})*[.:]? [^.]{5,300}?)\s+"
    rf"(?=(?:{alternatives(_AGENDA['openers'])}(?!\w)[^.]{{0,60}}?\s{alternatives(_AGENDA['verbs'])}(?!\w)|• ))"
)
_BEHIND_REFERENCE = re.compile(r"^(?P<reference>Vorlage: \S*\d\S*)\s+(?=[A-ZÄÖÜ][a-zäöüß])")
_MONTHS = alternatives([name.capitalize() for name in load("words")["months"]])
_COUNTED = re.compile(rf"(?:{alternatives(_RULES['counted'])}|{_MONTHS})(?!\w)")
ROWS_END = 600
OPENING = 20  # so many characters of its title tell that the first item comes again


def break_lines(rows: list[str]) -> Iterator[str]:
    """Yield the rows; when nearly all of the text is one row, break it where lines must have begun."""
    longest = max(rows, key=len, default="")
    if len(longest) < LONG or len(longest) < SHARE * sum(map(len, rows)) or _breaks(longest) < BREAKS:
        yield from rows
        return
    for row in rows:
        yield from with_people_parted(_broken(row)) if row is longest else [row]


def _breaks(row: str) -> int:
    return sum(1 for pattern in (_BEFORE, _ALONE, _NUMBER) for _ in pattern.finditer(row))


def _broken(row: str) -> Iterator[str]:
    """Items first: a heading inside a title does not end it. An empty line parts what labels begin."""
    for item in _items(_DIVIDED.sub("", row)):
        text = _ALONE.sub(lambda match: f"\n{match['words']}\n", item)
        for line in _BEFORE.sub("\n\n", text).split("\n"):
            told = _BEHIND_REFERENCE.sub(
                r"\g<reference>\n\n", _SPEECH.sub(r"\g<head>\n\n", line.strip(), count=1), count=1
            )
            for part in told.split("\n"):
                yield from _table_rows(part)


def _table_rows(line: str) -> Iterator[str]:
    """Break before a body with a date behind it, and between values that stand in a block."""
    values = _VALUES.match(line)
    if values:
        yield from (value for value in (values["day"], values["number"], values["top"]) if value)
        line = line[values.end() :]
    start, found = 0, False
    for match in _ROW.finditer(line[:ROWS_END]):
        if is_body(match["body"]) and match.start() > start:
            yield line[start : match.start()]
            start = match.end()
        found = True
    rest = line[start:]
    yield from _BEHIND_ROWS.split(rest, maxsplit=1) if found else [rest]


def _items(line: str) -> Iterator[str]:
    """Break before numbers that count on from 1, as the items of an agenda do; a protocol counts them again."""
    line = f" {line}"
    breaks = _item_breaks(line)
    if len(breaks) < ITEMS:
        yield line.strip()
        return
    titles: dict[str, str] = {}
    for begin, end in pairwise(sorted({0, *breaks, len(line)})):
        yield from _title_apart(line[begin:end].strip(), titles)


def _item_breaks(line: str) -> list[int]:
    breaks: list[int] = []
    before: tuple[int, ...] = (0,)
    opening = ""
    for match in _NUMBER.finditer(line):
        number = tuple(map(int, match["number"].split(".")))
        title = line[match.end() : match.end() + OPENING]
        if _COUNTS_SOMETHING.search(line[max(0, match.start() - WORD) : match.start()]) or _COUNTED.match(
            title
        ):
            continue
        again = number == (1,) and len(breaks) >= ITEMS and title == opening
        if again or number in (_next(before), (before[0] + 1,), (*before, 1)):
            opening = opening or title
            breaks.append(match.start())
            before = number
    return breaks


def _title_apart(item: str, titles: dict[str, str]) -> Iterator[str]:
    """Part an item of the protocol behind the title that the agenda before it lists under the same number."""
    match = _NUMBER.match(f" {item}", 1)
    if match and (listed := titles.get(match["number"])) and item.startswith(listed):
        yield item[: len(listed)]
        yield ""
        yield item[len(listed) :].strip()
        return
    if match:
        titles.setdefault(match["number"], _ALONE.split(item, maxsplit=1)[0].strip())
    if item:
        yield item


def _next(number: tuple[int, ...]) -> tuple[int, ...]:
    return (*number[:-1], number[-1] + 1)
