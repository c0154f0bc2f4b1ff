"""What stands in a cell, read the way a person means it. What nobody has said is None, never no and never 0."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from urllib.parse import urlsplit

from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel import languages
from ratslinde.kernel.text import collapse, fold

CENT = Decimal("0.01")


class Unreadable(ValueError):
    """A cell that cannot be read; its message is a sentence for the person at the desk."""


UNKNOWN = frozenset({"", "?", "??", "-", "–", "—", "--", "unbekannt", "k.a.", "k. a.", "ka", "keine angabe",
                     "keine angaben",                      "nicht bekannt", "n/a", "n.a.", "n. n.", "tbd",
                     "offen?"})  # fmt: skip
_YES = frozenset({"ja", "j", "yes", "y", "true", "wahr", "x", "1", "✓", "✔", "ok"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "✗", "nicht", "kein", "keine"})
_PLAIN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_AGES = re.compile(r"(?:von )?(\d{1,3})\s*(?:-|–|bis)\s*(\d{1,3})")
_MORE_LANGUAGES = {
    "farsi": "fa", "persisch": "fa", "dari": "fa", "kurdisch": "kmr", "kurmandschi": "kmr", "kurmanci": "kmr",
    "sorani": "ckb", "leichte sprache": "de-simple", "einfache sprache": "de-simple",
    "gebaerdensprache": "de-sign", "dgs": "de-sign",
    "tigrinya": "ti", "paschtu": "ps", "pashto": "ps", "serbokroatisch": "sr", "mandarin": "zh", "englich": "en",
}  # fmt: skip


def is_unknown(text: str) -> bool:
    """Whether the cell says nothing."""
    return text.strip().casefold() in UNKNOWN


def parts(text: str) -> list[str]:
    """The entries of a cell with several; without ; also those between commas, lines or slashes."""
    pattern = r"[;\n]" if ";" in text else r"[,\n/•]|\bund\b"
    return [part for part in (collapse(each) for each in re.split(pattern, text)) if part]


def yes_no(text: str) -> bool:
    """Yes or no."""
    word = fold(text.strip()).rstrip(".")
    if word in _YES or word.startswith("ja "):
        return True
    if word in _NO or word.startswith("nein"):
        return False
    raise Unreadable(f"„{text}“ ist weder ja noch nein.")


def count(text: str) -> int:
    """A whole number, 0 or more."""
    number = amount(text)
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


def coordinate(text: str) -> float:
    """Degrees with decimal comma or point; the point is never one of thousands here."""
    try:
        return float(text.replace(",", ".").rstrip("°NOEnoe ").strip())
    except ValueError:
        raise Unreadable(f"„{text}“ ist keine Koordinate in Grad, zum Beispiel 51,77.") from None


def day(text: str) -> datetime.date:
    """A day: 3.2.2026, 03.02.26, 2026-02-03; 02/2026 is the first of the month."""
    found = _PLAIN_DAY.fullmatch(text.strip())
    try:
        if found:
            year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
            return datetime.date(year, int(found[2]), int(found[1]))
        month = _MONTH.fullmatch(text.strip())
        if month:
            return datetime.date(int(month[2]), int(month[1]), 1)
        return datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise Unreadable(f"„{text}“ ist kein Tag, zum Beispiel 3.2.2026.") from None


def url(text: str) -> str:
    """A web address, with https:// where it was left out."""
    found = text.strip().split()[0]
    if "@" in found and "/" not in found:
        raise Unreadable(f"„{text}“ ist eine Mailadresse und keine Internetseite.")
    found = found if re.match(r"(?i)https?://", found) else f"https://{found}"
    try:
        host = urlsplit(found).hostname or ""
    except ValueError:
        host = ""
    if "." not in host or host.startswith(".") or len(found) > 200:
        raise Unreadable(f"„{text}“ ist keine Internetadresse.")
    return found


def email(text: str) -> str:
    """A mail address, the first of several."""
    found = re.split(r"[\s;,]+", text.strip().removeprefix("mailto:"))[0].strip("<>")
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", found) or len(found) > 254:
        raise Unreadable(f"„{text}“ ist keine Mailadresse.")
    return found


def phone(text: str) -> str:
    """A phone number as it was written; the zero that a spreadsheet took away is not guessed."""
    found = collapse(text.removeprefix("Tel.").removeprefix("Tel").lstrip(":. "))
    if len(re.sub(r"\D", "", found)) < 3 or len(found) > 60:
        raise Unreadable(f"„{text}“ ist keine Telefonnummer.")
    return found


def ages(text: str) -> tuple[str, int | None, int | None]:
    """('all' or 'range', from, to)."""
    word = fold(text).replace("jahren", "").replace("jahre", "").replace("j.", "").strip()
    if word in ("jedes alter", "alle", "alle altersgruppen", "alle alter", "jeder"):
        return "all", None, None
    between = _AGES.fullmatch(word)
    if between:
        low, high = int(between[1]), int(between[2])
        if high < low:
            raise Unreadable(f"In „{text}“ liegt das höchste Alter unter dem niedrigsten.")
        return "range", low, high
    single = re.fullmatch(
        r"(ab|bis|\d+\+|\d+)\s*(\d{1,3})?", word.replace("ab ", "ab").replace("bis ", "bis")
    )
    if single and single[2] and single[1] in ("ab", "bis"):
        return ("range", int(single[2]), None) if single[1] == "ab" else ("range", None, int(single[2]))
    if single and single[1].endswith("+"):
        return "range", int(single[1][:-1]), None
    raise Unreadable(f"„{text}“ ist kein Alter, zum Beispiel „ab 16“ oder „6 bis 12“.")


def choice(text: str, column: Column) -> str:
    """The stored value of one of the column's words."""
    key = key_of(text)
    for value, words in column.choices:
        if key in map(key_of, words):
            return value
    offered = ", ".join(f"„{words[0]}“" for _, words in column.choices)
    raise Unreadable(f"„{text}“ ist keine der Möglichkeiten {offered}.")


def language_codes(text: str) -> tuple[list[str], list[str]]:
    """The BCP 47 codes of the languages in a cell, and the words that are none."""
    known = _language_names()
    found, strange = [], []
    for part in parts(text):
        word = fold(part)
        code = known.get(word) or known.get(re.sub(r"\s*\(.*\)", "", word))
        if code is None and re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)*", word) and languages.is_known(word):
            code = word
        if code is None:
            strange.append(part)
        elif code not in found:
            found.append(code)
    return found, strange


def address(text: str) -> tuple[str, str, str]:
    """(street and number, postal code, locality) out of one cell."""
    found = re.fullmatch(r"(.*?)[,;\n]?\s*\b(?:D-)?(\d{5})\s+(.+)", collapse(text.replace("\n", ", ")))
    if found is None:
        if re.search(r"\d", text):
            return collapse(text), "", ""
        raise Unreadable(f"„{text}“ ist keine Adresse, zum Beispiel „Lindenweg 3, 59999 Lindenhagen“.")
    return found[1].rstrip(" ,;"), found[2], found[3]


@lru_cache(maxsize=1)
def _language_names() -> dict[str, str]:
    named: Iterable[tuple[Callable[[str], str], str]] = [
        (name, code) for name in (languages.own_name_of, languages.name_of) for code in languages.OFFERED
    ]
    return {**{fold(name(code)): code for name, code in named}, **_MORE_LANGUAGES}
