"""Votes told group by group ("CDU 5 Ja", "Dafür: SPD (4), FDP (2)"), added up."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.minutes.counts import ANY, KEYS, Counts, counts_in, key_of
from ratslinde.reading.rules import alternatives, load

_RULES = load("votes")
_NO_GROUP = f"(?:{ANY}|{alternatives(_RULES['results'])}|{alternatives(_RULES['groups']['none'])})"
_WORD = rf"(?!(?i:{_NO_GROUP})(?!\w))[^\W\d_][\w.&/*+’-]*"
_NAME = rf"(?=[A-ZÄÖÜ]){_WORD}(?: {_WORD}){{0,3}}?"
_ONE = rf"(?:\d{{1,3}}\s*x?\s*(?i:{ANY})|(?i:{ANY})\s*[:=]?\s*\d{{1,3}})(?!\w)"
_OF_GROUP = re.compile(
    rf"(?<![\w-])(?P<group>{_NAME})\s*[:(|–-]?\s*(?P<counts>{_ONE}(?:\s*[,;/|]?\s*(?:und\s+)?{_ONE})*)"
)
_PAIR = re.compile(rf"\d{{1,3}}\s*x?\s*(?P<behind>(?i:{ANY}))|(?P<before>(?i:{ANY}))\s*[:=]?\s*\d{{1,3}}")
_MEMBER = rf"(?:\d{{1,3}}\s*x?\s+{_NAME}|{_NAME}\s*[(:]?\s*\d{{1,3}}\)?)(?![\w%])"
_OF_KIND = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{ANY}))\s*:\s*(?P<members>{_MEMBER}(?:\s*(?:[,;/+]|und)\s*{_MEMBER})*)"
)
_EACH = re.compile(_MEMBER)
_HEADER = re.compile(
    rf"(?:(?!(?i:{ANY})(?!\w))\w+\s+)?(?P<keys>(?:(?i:{ANY})\s*[:|/]?\s*){{2,3}})(?:(?i:gesamt|summe)\w*)?"
)
_ROW = re.compile(
    rf"(?P<group>{_NAME})\s*[:|]?\s+(?P<cells>(?:\d{{1,3}}|[-–])(?:[\s|]+(?:\d{{1,3}}|[-–])){{1,3}})"
)
_STAND = re.compile(rf"{_NAME}\s*[:–-]\s*(?i:{ANY})\.?")
_TOTAL = re.compile(alternatives(_RULES["groups"]["totals"]), re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,3}")


class _Tally(msgspec.Struct):
    """What the groups add up to, the names that were seen, and the total where it is printed as well."""

    sums: dict[str, int]
    names: set[str]
    total: Counts | None = None


class GroupVote(msgspec.Struct, frozen=True):
    """The sum of all groups; `stated` when a printed total says the same."""

    counts: Counts
    stated: bool


def votes_by_group(lines: list[str]) -> GroupVote | None:
    """Return the sum of a vote that is told by at least two groups, None for any other vote."""
    tally = _Tally({}, set())
    table = _take_table(tally, lines)
    if not table:
        rest = [line for line in lines if not _take_line(tally, line)]
        total = counts_in(" ".join(rest), bare=True)
        tally.total = tally.total or (total if total.any else None)
    if not tally.names and tally.total and table:
        return GroupVote(tally.total, stated=True)
    if len(tally.names) < 2:
        return None
    counts = Counts(**tally.sums)
    return GroupVote(tally.total or counts, stated=tally.total is not None and _agrees(tally.total, counts))


def tells_group(text: str) -> bool:
    """Return whether a line is nothing but the votes of groups ("CDU: 5 Ja", "Dafür: SPD (4)"), or a table's row."""
    if any(form.fullmatch(text) for form in (_HEADER, _ROW, _STAND)):
        return True
    return not _DIGITS.search(_OF_KIND.sub("", _OF_GROUP.sub("", text))) and bool(
        _OF_GROUP.match(text) or _OF_KIND.match(text)
    )


def heads_counts(text: str) -> bool:
    """Return whether a line is the head of a table of votes ("Ja Nein Enthaltung")."""
    return _HEADER.fullmatch(text) is not None


def _take_line(tally: _Tally, line: str) -> bool:
    """Take the groups of a line and return whether it has any."""
    groups, members = list(_OF_GROUP.finditer(line)), list(_OF_KIND.finditer(line))
    for found in groups:
        _take_group(tally, found)
    for found in members:
        _take_members(tally, found)
    return bool(groups or members)


def _take_group(tally: _Tally, found: re.Match[str]) -> None:
    """Take "CDU 5 Ja, 1 Nein"."""
    told: dict[str, int] = {}
    for pair in _PAIR.finditer(found["counts"]):
        _add(told, key_of(pair["behind"] or pair["before"]), _number(pair[0]))
    _take(tally, found["group"], told)


def _take_members(tally: _Tally, found: re.Match[str]) -> None:
    """Take "Dafür: CDU (8), FDP (2)"; a number right behind the word is the total, not a group's."""
    for member in _EACH.findall(found["members"]):
        name = _DIGITS.sub("", member).strip(" (:)x")
        _take(tally, name, {key_of(found["kind"]): _number(member)})


def _take_table(tally: _Tally, lines: list[str]) -> bool:
    """Take rows below "Ja Nein Enthaltung", each a group with its numbers; return whether there are any."""
    keys: list[str] = []
    for line in lines:
        header, row = _HEADER.fullmatch(line), _ROW.fullmatch(line)
        if header:
            keys = [key_of(found[0]) for found in re.finditer(rf"(?i:{ANY})", header["keys"])]
        elif row and keys:
            cells = [int(cell) if cell.isdigit() else 0 for cell in re.findall(r"\d+|[-–]", row["cells"])]
            _take(tally, row["group"], dict(zip(keys, cells, strict=False)))
    return bool(tally.names or tally.total)


def _take(tally: _Tally, name: str, told: dict[str, int]) -> None:
    if _TOTAL.fullmatch(name):
        tally.total = Counts(**told)
        return
    tally.names.add(name)
    for key, votes in told.items():
        _add(tally.sums, key, votes)


def _add(sums: dict[str, int], key: str, votes: int) -> None:
    sums[key] = sums.get(key, 0) + votes


def _number(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found[0]) if found else 0


def _agrees(total: Counts, counts: Counts) -> bool:
    """Whether a printed total and the sum of the groups are the same; what one leaves out is none."""
    return all((getattr(total, key) or 0) == (getattr(counts, key) or 0) for key in KEYS)
