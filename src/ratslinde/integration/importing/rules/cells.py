"""What stands in a cell, read the way a person means it. What nobody has said is None, never no and never 0."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise

from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel import languages
from ratslinde.kernel.text import collapse, fold


class Unreadable(ValueError):
    """A cell that cannot be read; its message is a sentence for the person at the desk."""


UNKNOWN = frozenset({"", "?", "??", "-", "–", "—", "--", "unbekannt", "k.a.", "k. a.", "ka", "keine angabe",
                     "keine angaben",                      "nicht bekannt", "n/a", "n.a.", "n. n.", "tbd",
                     "offen?"})  # fmt: skip
_YES = frozenset({"ja", "j", "yes", "y", "true", "wahr", "x", "1", "✓", "✔", "ok"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "✗", "nicht", "kein", "keine"})
_MORE_LANGUAGES = {
    "farsi": "fa", "persisch": "fa", "dari": "fa", "kurdisch": "kmr", "kurmandschi": "kmr", "kurmanci": "kmr",
    "sorani": "ckb", "leichte sprache": "de-simple", "einfache sprache": "de-simple",
    "gebaerdensprache": "de-sign", "dgs": "de-sign",
    "tigrinya": "ti", "paschtu": "ps", "pashto": "ps", "serbokroatisch": "sr", "mandarin": "zh", "englich": "en",
}  # fmt: skip

_SHORT = {
    "dt": "de", "deu": "de", "dtsch": "de", "engl": "en", "turk": "tr", "tuerk": "tr", "arab": "ar", "ukr": "uk",
    "russ": "ru", "frz": "fr", "franz": "fr", "pers": "fa", "poln": "pl", "rum": "ro", "bulg": "bg", "kurd": "kmr",
    "span": "es", "port": "pt", "portug": "pt", "ital": "it", "serb": "sr", "kroat": "hr", "bosn": "bs",
    "alban": "sq", "alb": "sq", "griech": "el", "ungar": "hu", "ukrain": "uk", "ruman": "ro",
    "somal": "so",
}  # fmt: skip
"""Languages as lists shorten them, without the full stop. A single letter is never guessed."""
_CODES = frozenset({"az", "bn", "cs", "fi", "hy", "ja", "ka", "kk", "ko", "ku", "lt", "lv", "ne", "prs", "sk", "sv",
                    "th", "uz", "wo"})  # fmt: skip
"""Codes of further languages that are neither a short form of another one nor the sign of a country with another."""
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]*)\)")
_LEVEL = re.compile(
    r"(?:ab |bis |niveau )?[abc][12](?:\s?[-–/]\s?[abc][12])?|muttersprach\w*|fliessend|flie(?:ß|ss)end"
)
_REGION = re.compile(r"[a-z]{2}")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)+")
_SEPARATOR = re.compile(r"[,\n/•&+]|\b(?:und|oder)\b|(?<=\s)u\.(?=\s)(?!\s?a\.)|\s(?=u\.\s?a\.)")


def is_unknown(text: str) -> bool:
    """Whether the cell says nothing."""
    return text.strip().casefold() in UNKNOWN


def parts(text: str) -> list[str]:
    """The entries of a cell with several; without ; also those between commas, lines, slashes, plus signs and 'und'."""
    pieces = re.split(r"[;\n]", text) if ";" in text else [text[begin:end] for begin, end in spans(text)]
    return [part for part in map(collapse, pieces) if part]


def spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of the text begin and end that separators leave."""
    cuts = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(text)), (len(text), len(text))]
    between = [(before[1], after[0]) for before, after in pairwise(cuts)]
    return [(begin, end) for begin, end in between if text[begin:end].strip()]


def yes_no(text: str) -> bool:
    """Yes or no."""
    word = fold(text.strip()).rstrip(".")
    if word in _YES or word.startswith("ja "):
        return True
    if word in _NO or word.startswith("nein"):
        return False
    raise Unreadable(f"„{text}“ ist weder ja noch nein.")


def choice(text: str, column: Column) -> str:
    """The stored value of one of the column's words."""
    key = key_of(text)
    for value, words in column.choices:
        if key in map(key_of, words):
            return value
    offered = ", ".join(f"„{words[0]}“" for _, words in column.choices)
    raise Unreadable(f"„{text}“ ist keine der Möglichkeiten {offered}.")


@lru_cache(maxsize=2_000)
def language_codes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The BCP 47 codes of the languages in a cell, and the words that are none."""
    found: list[str] = []
    strange = []
    for part in (piece for entry in re.split(r"[;\n|]|\s[-–]\s", text) for piece in parts(entry)):
        word = fold(part).removeprefix("nur ")
        code = _named_language(word) or _with_brackets(word) or _code(word)
        if code is None:
            strange.append(part)
        elif code not in found:
            found.append(code)
    return tuple(found), tuple(strange)


def _with_brackets(word: str) -> str | None:
    """'Kurdisch (Sorani)' is what stands in the brackets; of 'Arabisch (mit Dolmetscher)' nobody knows enough."""
    met = _BRACKETS.fullmatch(word)
    if met is None:
        return None
    return _named_language(met[2]) or (_named_language(met[1]) if _LEVEL.fullmatch(met[2]) else None)


def _code(word: str) -> str | None:
    """The code that the word is: 'de', 'de-DE', 'pt-BR'. 'ser' or 'ch' are codes, too, but mean something else here."""
    main, _, region = word.partition("-")
    if word in languages.OFFERED or (main in _CODES and not region):
        return word
    if main in languages.OFFERED and _REGION.fullmatch(region):
        return main
    return word if region and _TAG.fullmatch(word) and languages.is_known(word) else None


def language_names() -> dict[str, str]:
    """What the languages are called in German, folded, with their codes."""
    return _names(languages.name_of)


def _named_language(word: str) -> str | None:
    """The code of the language that is called so in German, or in itself: the latter takes a while to gather."""
    return (
        _MORE_LANGUAGES.get(word)
        or _SHORT.get(word.removesuffix("."))
        or _names(languages.name_of).get(word)
        or _names(languages.own_name_of).get(word)
    )


@cache
def _names(called: Callable[[str], str]) -> dict[str, str]:
    return {fold(called(code)): code for code in languages.OFFERED}
