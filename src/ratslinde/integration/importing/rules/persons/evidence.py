"""What stands beside names in a table and tells whether they are people's: home addresses, birth days, papers, faith.

Where nothing in the names themselves tells, this decides. What organisations and offers have as well (telephone, town)
says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.columns import SIGNS
from ratslinde.integration.importing.rules.persons.counts import cells_of, counts_of, sample
from ratslinde.integration.importing.rules.persons.one_person import (
    LANGUAGES,
    MOBILE,
    NATIONAL,
    OF_ORGANIZATIONS,
    ONLY_OF_ORGANIZATIONS,
    OTHER_DAYS,
    WEB,
    birth_year,
    countries,
)
from ratslinde.integration.importing.rules.tables import Table
from ratslinde.kernel import clock

_SIGNS = [(re.compile(title), re.compile(cell)) for title, cell in SIGNS.items()]
_MAIL = re.compile(r"([^@\s]+)@([^@\s]+)")
_FREE = re.compile(
    r"(gmx|web|gmail|googlemail|t-online|hotmail|outlook|live|yahoo|icloud|freenet|aol|mail|ukr|posteo)\..*"
)
_OFFICE = re.compile(
    r"(info|kontakt|contact|mail|office|buero|post|verein|vorstand|team|beratung|service|hallo)\b.*"
)
_STREET = re.compile(
    r".*(str\.?|strasse|weg|gasse|platz|ring|allee|damm|ufer|hof|bach|pfad|stieg|am [a-z]+|an der [a-z]+|im [a-z]+)"
    r" ?\d{1,4} ?[a-z]?( .*)?"
)
_YEAR = re.compile(r"(19|20)\d\d")
_TITLES = re.compile(
    r"duldung|geduldet|aufenthalts(erlaubnis|titel|gestattung|status)|niederlassungserlaubnis|fiktionsbescheinigung"
    r"|(gueb|grenzuebertrittsbescheinigung)|subsidiaer(er schutz|schutz(berechtigt(er?)?)?)?|asylberechtigte?r?"
    r"|asylbewerber(in)?|asylsuchende?r?|anerkannte?r?( fluechtling)?|abschiebe?verbot|abgelehnt|unbefristet|befristet"
    r"|(ae|ne|ag)|blaue karte( eu)?|visum|eu buerger(in)?|(p|par)?a? ?\d+ ?[a-z]?( abs ?\d)?( satz ?\d)? ?aufenthg"
    r"|(p )?2[2-5] ?[ab]?( abs ?\d)( aufenthg)?|gestattet"
)
_FAITHS = re.compile(
    r"(muslim|moslem|islam|christ|evangel|protestant|kathol|orthodox|juedisch|jude|juedin|jesid|yezid|ezid|alevit"
    r"|sunnit|schiit|hindu|buddhist|atheist|konfessionslos|bekenntnislos|ohne bekenntnis)[a-z]*|ev|rk|o ?b"
)
_REGISTER = re.compile(r"\d{12}|\d{7,9}-\d{3}|[a-z]{2}\d{7}", re.IGNORECASE)
_OLDEST, _GROWN = 1920, 2015
_PRESENT = 0.34
"""Such a share of the cells says something about the list."""


def speaks_of_organizations(table: Table, *, besides: Sequence[int], familiar: frozenset[str]) -> bool:
    """Whether other columns hold what only organisations and offers have."""
    return any(
        at not in besides and _is_of_organizations(table, at, familiar) for at in range(len(table.header))
    )


def personal_evidence(table: Table, *, besides: Sequence[int]) -> tuple[str, str] | None:
    """(title, what stands there in words) of the first column that only lists of people have; None for none."""
    for at, title in enumerate(table.header):
        values = cells_of(table, at)
        if at in besides or not values:
            continue
        key = key_of(title)
        reason = next(
            (words for words, holds in _REASONS if _enough(values, table) and holds(key, values)), ""
        )
        if reason:
            return title, reason
    return None


def has_homes(table: Table, *, besides: Sequence[int]) -> bool:
    """Whether a column holds streets with a number: of organisations as well as of people."""
    return any(
        at not in besides
        and _share(cells_of(table, at), lambda text: bool(_STREET.fullmatch(key_of(text)))) > 0.5
        for at in range(len(table.header))
    )


def holds_private_mail(values: Sequence[str]) -> bool:
    """Whether most of the cells are addresses of mail of somebody, by the provider or by a given and family name."""
    return _share(values, lambda text: _is_free(text) or _names_in_mail(text)) > 0.5


def sign_columns(table: Table) -> list[str]:
    """The titles of the columns that count or describe people, as their titles and cells say."""
    return [title for at, title in enumerate(table.header) if is_sign(title, cells_of(table, at))]


def is_sign(title: str, values: Sequence[str]) -> bool:
    """Whether a column of that title with these cells is about people: 'Kinder' with numbers."""
    key = key_of(title)
    cell = next((cell for name, cell in _SIGNS if name.fullmatch(key)), None)
    if cell is None:
        return False
    return 2 * sum(bool(cell.fullmatch(key_of(value))) for value in values) > len(values)


def _is_of_organizations(table: Table, at: int, familiar: frozenset[str]) -> bool:
    values = cells_of(table, at)
    if not values or not _enough(values, table):
        return False
    if _share(values, lambda text: bool(WEB.fullmatch(text))) >= _PRESENT:
        return True
    if _share(values, _is_office) > 0.5 or key_of(table.header[at]) in ONLY_OF_ORGANIZATIONS:
        return True
    return (
        key_of(table.header[at]) in OF_ORGANIZATIONS
        and counts_of(values, familiar, parted=True).are_organizations
    )


def _enough(values: Sequence[str], table: Table) -> bool:
    return len(values) >= _PRESENT * len(table.rows)


def _is_office(text: str) -> bool:
    """An address of mail that somebody's own domain or a word like "info" makes an organisation's."""
    found = _MAIL.fullmatch(text)
    return bool(
        found and (_OFFICE.fullmatch(found[1].lower()) or not _is_free(text)) and not _names_in_mail(text)
    )


def _is_free(text: str) -> bool:
    found = _MAIL.fullmatch(text)
    return bool(found and _FREE.fullmatch(found[2].lower()))


def _names_in_mail(text: str) -> bool:
    """'maria.popescu@…'"""
    found = _MAIL.fullmatch(text)
    return bool(found and re.fullmatch(r"[a-z]+[._][a-z]+\d*", found[1].lower()))


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    looked_at = sample(values)
    return sum(map(holds, looked_at)) / len(looked_at) if looked_at else 0.0


def _are_births(key: str, values: Sequence[str]) -> bool:
    if OTHER_DAYS.fullmatch(key):
        return False
    years = [birth_year(text) or _year(text) for text in sample(values)]
    born = [year for year in years if year is not None and _OLDEST <= year < clock.today().year]
    return len(born) > 0.5 * len(years) and min(born) < _GROWN


def _year(text: str) -> int | None:
    return int(text) if _YEAR.fullmatch(text) else None


def _are_national(key: str, values: Sequence[str]) -> bool:
    if LANGUAGES.fullmatch(key):
        return False
    return (
        _share(values, lambda text: bool(NATIONAL.fullmatch(key_of(text))) or key_of(text) in countries())
        > 0.5
    )


def _mostly(pattern: re.Pattern[str]) -> Callable[[str, Sequence[str]], bool]:
    return lambda _key, values: _share(values, lambda text: bool(pattern.fullmatch(key_of(text)))) > 0.5


_REASONS: tuple[tuple[str, Callable[[str, Sequence[str]], bool]], ...] = (
    ("Angaben, die nur Menschen haben", is_sign),
    ("Tage oder Jahre wie von Geburten", _are_births),
    ("Nummern wie in Registern von Menschen", lambda _key, values: _share(
        values, lambda text: bool(_REGISTER.fullmatch(text.strip()))) > 0.5),
    ("Angaben zum Aufenthalt", _mostly(_TITLES)),
    ("Staatsangehörigkeiten oder Herkunftsländer", _are_national),
    ("Angaben zur Religion", _mostly(_FAITHS)),
    ("Handynummern", lambda _key, values: _share(values, lambda text: bool(MOBILE.fullmatch(text))) > 0.5),
    ("E-Mail-Adressen von Privatleuten", lambda _key, values: holds_private_mail(values)),
)  # fmt: skip
"""What a column holds, in words, and how that is known by its title (folded) and its cells."""
