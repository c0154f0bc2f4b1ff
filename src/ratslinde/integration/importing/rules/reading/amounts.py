"""Numbers and ages as they stand in a cell."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.kernel.text import collapse, fold, spelled_out

CENT = Decimal("0.01")


_AGES = re.compile(r"(?:von )?(\d{1,3})\s*(?:-|–|bis)\s*(\d{1,3})")
_YEARS = re.compile(r"-?\b(?:jaehrige?n?|jährige?n?|jahrige?n?|jahren?|j\b\.?)|[()]")
_OF_AGE = re.compile(
    r"^(?:f(?:ue|ü|u)r )?(?:kinder und jugendliche|kinder|jugendliche|maedchen|mädchen|madchen|jungen"
    r"|(?:junge )?menschen|erwachsene|junge erwachsene|frauen|manner|senioren|personen) "
)
_WHOM = re.compile(
    r"(?i)(?:nur )?(?:für )?((?:(?:junge |alleinerziehende |ältere )?"
    r"(?:frauen|männer|mädchen|jungen|jungs|mütter|väter|eltern|familien|alleinerziehende|schwangere|studierende|azubis|auszubildende)\b(?:\s?(?:,|/|u\.|und|&|\+|oder)\s?(?=\w))?)+)"
)
_AT_LEAST = re.compile(r"^(?:mind(?:estens\b|\.)|mindestalter:?) ?(?=\d)")
_ANY_AGE = frozenset({
    "jedes alter", "alle", "alle altersgruppen", "alle altersgr.", "alle alter", "jeder", "keine altersgrenze",
    "keine altersbeschrankung", "ohne altersbeschrankung", "ohne altersgrenze", "altersunabhangig",
    "keine altersbegrenzung",
})  # fmt: skip
_AROUND = re.compile(
    r"(?i)\b(?:max(?:imal)?\b\.?|bis zu|etwa|rund|tn|teilnehmer(?:[:*_/]?innen)?|teilnehmende|pers\b\.?|plätze|kinder"
    r"|frauen|jugendliche|erwachsene|leute|familien)"
)
_OF_ALL = re.compile(
    r"[\s,;:/(–.-]*(?:$|\d|(?:pro|je|jede[rnsm]?|p|im|mtl|monat|jahr|jaehr|termin|person|stunde|einheit|kurs|tag|woche"
    r"|woechentlich|abend|nach?mittag|vormittag|treffen|besuch|mal|einmal|erm|kind|erw|famil|paar|geschwister|halbjahr"
    r"|semester|quartal|bis|und|inkl|incl|einschl|teilnahme|teilnehm|tn|beitrag|gebuehr|kosten|unkosten"
    r"|f(?:ü|ue)r (?:\d|den kurs|alle|erw|kinder|nicht)|u|ue|std|eintritt|block|staffel|mitglied"
    r"|nicht|vorverkauf|vvk)\w*)"
)
_PRICE = re.compile(
    r"(?P<amount>\d+(?:,\d{1,2}|,-|,–)?)\s?(?:€|euro?\b)"
    r"(?!.*(?:kostenlos|kostenfrei|\bfrei|spende|kaution|pfand))(?P<rest>\D*|\s*\(?erm(?:äßigt|\.).*)",
    re.IGNORECASE | re.DOTALL,
)


def count(text: str) -> int:
    """A whole number, 0 or more: '12', 'max. 20', '15 TN'."""
    number = amount(_AROUND.sub("", text))
    if number != number.to_integral_value() or number < 0:
        raise Unreadable(f"„{text}“ ist keine ganze Zahl.")
    if number > 2_000_000:
        raise Unreadable(f"„{text}“ ist zu groß.")
    return int(number)


def amount(text: str) -> Decimal:
    """A number with decimal comma or point; 1.234 is one thousand and more, as Germans write it."""
    plain = (
        re.sub(r"(?i)\s|€|eur(o)?\b|ca\.?|plätze?|personen|'", "", text).removesuffix(",-").removesuffix(",–")
    )
    if "," in plain:
        plain = (
            plain.replace(".", "").replace(",", ".")
            if plain.rfind(",") > plain.rfind(".")
            else plain.replace(",", "")
        )
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise Unreadable(f"„{text}“ ist keine Zahl.") from None
    if not found.is_finite():
        raise Unreadable(f"„{text}“ ist keine Zahl.")
    return found


def price(text: str) -> Decimal | None:
    """The amount of '2,50 € pro Termin' or '20 € (ermäßigt 10 €)'; None where another number may be meant as well."""
    found = _PRICE.fullmatch(text.strip())
    return amount(found["amount"]) if found and is_of_all(found["rest"]) else None


def is_of_all(rest: str) -> bool:
    """Whether what stands behind a price says how often or for whom, and not for what: '3,50 € Frühstück'."""
    return bool(_OF_ALL.match(spelled_out(rest)))


def coordinate(text: str) -> float:
    """Degrees with decimal comma or point; the point is never one of thousands here."""
    try:
        return float(text.replace(",", ".").rstrip("°NOEnoe ").strip())
    except ValueError:
        raise Unreadable(f"„{text}“ ist keine Koordinate in Grad, zum Beispiel 51,77.") from None


def whom(text: str) -> str:
    """For whom the cell says that it is, beside the age or instead of it.

    '' where the age says as much, as in 'Kinder ab 4'.
    """
    found = _WHOM.match(text.strip())
    return collapse(found[1]) if found else ""


def ages(text: str) -> tuple[str, int | None, int | None]:
    """('all' or 'range', from, to)."""
    bare = _WHOM.sub("", text.strip()).strip(" ,:(").removesuffix(")") or text
    word = _AT_LEAST.sub("ab ", _OF_AGE.sub("", _YEARS.sub("", fold(bare)).strip()).strip())
    if word in _ANY_AGE:
        return "all", None, None
    between = _AGES.fullmatch(word)
    if between:
        low, high = int(between[1]), int(between[2])
        if high < low:
            raise Unreadable(f"In „{text}“ liegt das höchste Alter unter dem niedrigsten.")
        return "range", low, high
    single = re.fullmatch(
        r"(ab|bis|\d+\+|\d+)\s*(\d{1,3})?",
        word.replace("ab ", "ab").replace("bis ", "bis").replace(" +", "+"),
    )
    if single and single[2] and single[1] in ("ab", "bis"):
        return ("range", int(single[2]), None) if single[1] == "ab" else ("range", None, int(single[2]))
    if single and single[1].endswith("+"):
        return "range", int(single[1][:-1]), None
    raise Unreadable(f"„{text}“ ist kein Alter, zum Beispiel „ab 16“ oder „6 bis 12“.")
