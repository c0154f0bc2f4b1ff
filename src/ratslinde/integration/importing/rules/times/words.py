"""The words in which times are written into a cell, cut into pieces; a cell with any other word is not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_NAMES = {
    "MO": "mo|montags?", "TU": "di|dienstags?", "WE": "mi|mittwochs?", "TH": "do|donnerstags?", "FR": "fr|freitags?",
    "SA": "sa|samstags?|sonnabends?", "SU": "so|sonntags?",
}  # fmt: skip
_MONTHS = (
    "januar|jänner|jan|februar|feb|märz|april|apr|mai|juni|juli|august|aug|september|sept|oktober|okt|november|nov|"
    "dezember|dez"
)
_BEGINS = (
    ("jan", "jän", "jaen"), ("feb",), ("mär", "maer"), ("apr",), ("mai",), ("jun",), ("jul",), ("aug",), ("sep",),
    ("okt",), ("nov",), ("dez",),
)  # fmt: skip
_NAME = rf"(?:{'|'.join(_NAMES.values())})\b\.?"
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?![\d:.])"
_YEAR = r"(?: ?20[2-5]\d(?!\d| ?(?:uhr|h)\b| ?-)|(?:2[5-9]|[3-5]\d)(?![\d:.]| ?(?:uhr|h)\b| ?-))"
_DATE = rf"(?:(?:{_NAME},? ?(?:de[rnm] )?)?\d{{1,2}}\. ?\d{{1,2}}\.{_YEAR}?|20[2-5]\d-\d\d-\d\d(?!\d))"
_ORDINAL = r"(?:[1-5]\.(?!\d)|(?:erste|zweite|dritte|vierte|letzte)[nrsm]?\b)"
_BETWEEN = r" ?(?:,|/|&|\+|und\b|u\.|u\b) ?"
_HOLIDAY = r"(?:den |der )?(?:schul)?ferien|(?:gesetzlichen )?feiertagen?|feiertags"
_REMARK = (
    rf"(?:nicht|außer|außerhalb) (?:in |während |an )?(?:{_HOLIDAY})\b|in den (?:schul)?ferien nicht\b"
    r"|(?:nur )?(?:in|während) der schulzeit\b"
    r"|(?:nur )?(?:nach|mit) (?:vorheriger |tel(?:efonischer|\.) ?)?(?:vor)?anmeldung\b"
    r"|(?:(?:und|oder|sowie|auch) )?(?:nach (?:tel(?:efonischer|\.) ?)?(?:vereinbarung\b|vereinb\.|absprache\b)"
    r"|(?:(?:und|oder|sowie|auch) )?n\. ?(?:v\.|vereinb(?:\.|arung\b)))"
)


class Sort(Enum):
    """What a piece says."""

    REMARK = auto()
    FROM = auto()
    UNTIL = auto()
    DATE = auto()
    EVERY = auto()
    MONTH = auto()
    SPAN = auto()
    HOUR = auto()
    NUMBERED = auto()
    DAYS = auto()
    DAILY = auto()
    BUT = auto()
    DAY = auto()
    EACH = auto()
    HEADING = auto()
    WEEKLY = auto()
    BLANK = auto()


@dataclass(frozen=True)
class Piece:
    """A piece of the cell: what it says, as it is compared, and as it was written."""

    sort: Sort
    words: str
    written: str


_PATTERNS = {
    Sort.REMARK: rf"\(?(?:{_REMARK})!?\)?",
    Sort.FROM: rf"(?:ab|seit|vom)(?: dem)? {_DATE}",
    Sort.UNTIL: rf"bis(?: zum)? {_DATE}",
    Sort.DATE: rf"{_DATE}(?: 00:00(?::00)?(?!\d))?",
    Sort.EVERY: r"(?:alle (?:[2-8]|zwei|drei|vier) wochen|alle 14 tage|(?:14|vierzehn)[- ]?täg(?:ig|lich)"
    r"|14[- ]?tgl\b\.?|(?:2-?|zwei)wöchentlich|jede (?:zweite|2\.) woche)(?!\w)",
    Sort.MONTH: r"(?:(?:im|des|jede[ns]|eines|pro|je) |/ ?)(?:monate?s?|mon\.)(?!\w)|monatlich\b|i\. ?m\.",
    Sort.SPAN: rf"(?:von )?{_CLOCK}(?: ?(?:uhr|h)\b)? ?(?:-|bis) ?{_CLOCK}(?: ?(?:uhr|h)\b\.?)?",
    Sort.HOUR: rf"(?:um |ab )?{_CLOCK}(?: ?(?:uhr|h)\b\.?)?",
    Sort.NUMBERED: rf"{_ORDINAL}(?:{_BETWEEN}{_ORDINAL})* ?{_NAME}(?! ?(?:-|bis) ?{_NAME})",
    Sort.DAYS: rf"{_NAME} ?(?:-|bis) ?{_NAME}",
    Sort.DAILY: r"täglich\b|tägl\.|jeden tag\b",
    Sort.BUT: rf"außer (?:am )?{_NAME}(?:{_BETWEEN}{_NAME})*",
    Sort.DAY: _NAME,
    Sort.EACH: r"jede[nrsm]?\b(?! ?woche)|jd\.",
    Sort.HEADING: r"termine?\b:?",
    Sort.WEEKLY: r"wöchentlich\b|jede woche\b",
    Sort.BLANK: r"[\s,;/&+:]|und\b|u\.|u\b|sowie\b|immer\b|jeweils\b|jew\.|am\b|nur\b"
    r"|auch\b|zusätzl(?:ich\b|\.)|(?:öffnungs|sprech|kurs)?zeit(?:en)?\b|geöffnet\b|sprechstunden?\b"
    r"|wir treffen uns\b|treffen\b|(?:der )?kurs läuft\b|erster tag nicht bekannt\b",
}  # fmt: skip


def _spelled_either_way(pattern: str) -> str:
    for letter, pair in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        pattern = pattern.replace(letter, f"(?:{letter}|{pair})")
    return pattern


_PIECE = re.compile(
    "|".join(f"(?P<{sort.name}>{_spelled_either_way(pattern)})" for sort, pattern in _PATTERNS.items())
)
_NAMED_DATE = re.compile(_spelled_either_way(rf"(\d{{1,2}}\.) ?({_MONTHS})\b\.?"), re.IGNORECASE)
_SPEAKS = re.compile(
    _spelled_either_way(
        rf"\b(?:{_NAME}|uhr\b|n\. ?v\.|vereinbarung|absprache|täglich|wöchentlich|monat|termine?\b|ferien|werktags"
        r"|\d\d?:\d\d)"
    )
)


def pieces(text: str) -> list[Piece] | None:
    """The pieces of the cell, without those that say nothing; None where it says something else as well."""
    given = " ".join(unicodedata.normalize("NFC", text).split())
    given = re.sub("[\u2010-\u2015\u2212]", "-", given)
    given = _with_numbers(given)
    words = given.lower()
    found: list[Piece] = []
    at = 0
    while at < len(words):
        met = _PIECE.match(words, at)
        if met is None or met.end() == at or len(words) != len(given):
            return None
        sort = Sort[met.lastgroup or ""]
        if sort is Sort.HOUR and _beside_an_hour(found, words[:at]):
            return None
        if sort is not Sort.BLANK:
            found.append(Piece(sort, met[0], given[at : met.end()]))
        at = met.end()
    return found


def _beside_an_hour(found: list[Piece], before: str) -> bool:
    """Whether only a blank stands between two hours: '9.00 12.00 Uhr' lost the dash, and is not two beginnings."""
    return bool(found) and found[-1].sort is Sort.HOUR and before.rstrip().endswith(found[-1].words.rstrip())


def _with_numbers(text: str) -> str:
    """'14. November 2026' as '14.11.2026'."""
    return _NAMED_DATE.sub(lambda met: f"{met[1]}{_number(met[2].lower())}.", text)


def _number(month: str) -> int:
    return next(at for at, begins in enumerate(_BEGINS, 1) if month.startswith(begins))


def days_in(words: str) -> Iterator[str]:
    """The weekdays that the words name, in their order: 'MO'."""
    for met in re.finditer(rf"\b{_NAME}", words):
        name = met[0].rstrip(".")
        yield next(code for code, names in _NAMES.items() if re.fullmatch(names, name))


def speaks_of_times(text: str) -> bool:
    """Whether a note says something about when: 'nach Vereinbarung', but not 'Raum 2, Eingang am Hof'."""
    return bool(_SPEAKS.search(unicodedata.normalize("NFC", text).lower()))
