"""A table of a single row that is about somebody, whatever its columns are called.

One name tells less than a column of them: many firms bear somebody's name. What is certain is how people are addressed
and how registers turn names round; a bare name needs something beside it that only people have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.names import (
    are_organizations,
    is_addressed,
    is_bare_name,
    is_turned,
)

_DAY = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?P<year>\d{4}|\d{2})|(?P<first>\d{4})-\d{2}-\d{2}([ T]00:00(:00)?)?"
)
OTHER_DAYS = re.compile(
    r".*\b(bestaetigt|gefragt|gegruendet|gruendung|seit|ab|bis|beginn|start|ende|stand|tag|termin|termine|laufzeit"
    r"|gueltig|erfasst|erfassung|eingetragen|aktualisiert|aenderung)\b.*"
)
"""Columns of days that organisations and offers have as well."""
CITIES = frozenset({
    "aleppo", "damaskus", "homs", "idlib", "latakia", "raqqa", "kobane", "qamischli", "afrin", "kabul", "herat",
    "kandahar", "kundus", "bagdad", "mossul", "mosul", "basra", "kirkuk", "erbil", "sindschar", "asmara", "keren",
    "mogadischu", "hargeisa", "teheran", "isfahan", "maschhad", "kiew", "kyjiw", "charkiw", "odessa", "odesa",
    "mariupol", "cherson", "dnipro", "lwiw", "saporischschja", "butscha", "donezk", "luhansk", "khartum", "beirut",
    "gaza",
})  # fmt: skip
"""Towns from which people have fled, as `key_of` writes them: beside a name they tell where somebody is from."""
NATIONAL = re.compile(
    r"(syr|afghan|irak|iran|tuerk|ukrain|russ|poln|rumaen|bulgar|serb|kroat|kosovar|alban|mazedon|bosn|griech|italien"
    r"|span|portugies|marokkan|tunes|alger|libanes|palaestinens|jordan|aegypt|somal|eritre|aethiop|nigerian|ghana"
    r"|guine|pakistan|ind|bangladesch|vietname|chines|georg|armen|aserbaidschan|moldau|kurd|jemenit|sudanes|liby"
    r")(n?isch|i?sch)(e[rn]?)?"
)
LANGUAGES = re.compile(r".*(sprach|dolmetsch|uebersetz).*")
_PLACES = re.compile(r".*(\bort|strasse|anschrift|adresse|stadt|treffpunkt|raum|standort|gebaeude|\bwo\b).*")
"""Where a comma stands between other things than a family and a given name."""
_LAST_BIRTHS = 2015
"""Beside an organisation or offer a later day is rather one of that."""
MOBILE = re.compile(r"(\+49 ?\(?0?\)?|0049 ?|0) ?1[567]\d[\d /-]{5,}")
WEB = re.compile(r"(?i)(https?://|www\.)\S+")
ONLY_OF_ORGANIZATIONS = frozenset({
    "rechtsform", "registernummer", "vereinsregister", "branche", "fachrichtung", "sportart", "sprechzeiten",
    "oeffnungszeiten",
})  # fmt: skip
"""Columns that no list of people has."""
OF_ORGANIZATIONS = ONLY_OF_ORGANIZATIONS | frozenset({
    "art", "typ", "kategorie", "organisationsform", "akteurstyp", "form", "handlungsfeld", "handlungsfelder",
    "zielgruppe", "zielgruppen", "angebote",
})  # fmt: skip


def personal_column(titles: Sequence[str], cells: Sequence[str], *, named: bool) -> tuple[str, str] | None:
    """(title of the column with the name, reason) where the row is about somebody; None where that is not certain.

    `named`: another column names the organisation or offer that the row is about, so that a name may be that of whom
    to ask there; what only people have is a sign even then.
    """
    row = [(key_of(title), cell) for title, cell in zip(titles, cells, strict=False) if cell]
    sign = next(_signs(row, last=_LAST_BIRTHS if named else 9999), "")
    for title, cell in zip(titles, cells, strict=False):
        if not _may_be_somebody(key_of(title), cell, known=named):
            continue
        if sign:
            return title, f"daneben steht {sign}"
        if not named and (is_addressed(cell) or is_turned(cell)):
            return title, "so schreibt man den Namen eines Menschen"
        if not named and _has_mobile(row) and not _is_of_organization(row):
            return title, "daneben steht eine Handynummer"
    return None


def _may_be_somebody(key: str, cell: str, *, known: bool) -> bool:
    """Whether it may be a name at all, with a sign beside it; `known`: a turned one only with a known given name."""
    if LANGUAGES.fullmatch(key) or _PLACES.fullmatch(key):
        return False
    form = is_addressed(cell) or is_turned(cell, known=known) or is_bare_name(cell)
    return form and not are_organizations([cell])


def _signs(row: Sequence[tuple[str, str]], *, last: int) -> Iterator[str]:
    """What only people have, in words; `last`: the last year that may be one of birth."""
    for key, cell in row:
        year = birth_year(cell)
        if year is not None and not OTHER_DAYS.fullmatch(key) and year <= last:
            yield "ein Datum wie ein Geburtstag"
        if not LANGUAGES.fullmatch(key) and (NATIONAL.fullmatch(key_of(cell)) or key_of(cell) in countries()):
            yield "eine Staatsangehörigkeit oder ein Herkunftsland"


def _has_mobile(row: Sequence[tuple[str, str]]) -> bool:
    return any(MOBILE.fullmatch(cell) for _, cell in row)


def _is_of_organization(row: Sequence[tuple[str, str]]) -> bool:
    return any(key in OF_ORGANIZATIONS or WEB.fullmatch(cell) for key, cell in row)


def birth_year(cell: str) -> int | None:
    """The year of a whole day, whatever century it leaves out; None where the cell is none."""
    day = _DAY.fullmatch(cell)
    return int(day["year"] or day["first"]) if day else None


@cache
def countries() -> frozenset[str]:
    """Other countries by their German names, as `key_of` writes them."""
    names = Locale("de").territories
    return frozenset(
        key_of(str(name)) for code, name in names.items() if len(str(code)) == 2 and code not in ("DE", "ZZ")
    )
