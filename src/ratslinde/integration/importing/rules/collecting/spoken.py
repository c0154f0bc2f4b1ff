"""The languages that a cell names, as lists write and shorten them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from ratslinde.integration.importing.rules import cells
from ratslinde.kernel import languages
from ratslinde.kernel.text import collapse, fold

_MORE_LANGUAGES = {
    "farsi": "fa", "persisch": "fa", "kurmandschi": "kmr", "kurmanci": "kmr", "sorani": "ckb", "badini": "kmr",
    "dari": "fa-AF", "prs": "fa-AF", "fa-af": "fa-AF",
    "leichte sprache": "de-simple", "einfache sprache": "de-simple",
    "gebaerdensprache": "de-sign", "dgs": "de-sign",
    "tigrinya": "ti", "paschtu": "ps", "pashto": "ps", "serbokroatisch": "sr", "mandarin": "zh", "englich": "en",
}  # fmt: skip

_SHORT = {
    "dt": "de", "deu": "de", "dtsch": "de", "engl": "en", "turk": "tr", "tuerk": "tr", "arab": "ar", "ukr": "uk",
    "russ": "ru", "frz": "fr", "franz": "fr", "pers": "fa", "poln": "pl", "rum": "ro", "bulg": "bg", "kurd": "ku",
    "span": "es", "port": "pt", "portug": "pt", "ital": "it", "serb": "sr", "kroat": "hr", "bosn": "bs",
    "alban": "sq", "alb": "sq", "griech": "el", "ungar": "hu", "ukrain": "uk", "ruman": "ro",
    "somal": "so", "eng": "en", "tigr": "ti", "rumaen": "ro", "schwed": "sv", "vietn": "vi", "chin": "zh",
    "mazed": "mk", "niederl": "nl", "tschech": "cs", "georg": "ka", "armen": "hy", "aserb": "az", "amhar": "am",
    "franzos": "fr",
    "franzoes": "fr", "hebr": "he", "pasch": "ps",
}  # fmt: skip
"""Languages as lists shorten them, without the full stop; none that may be short for two."""
_BESIDE_OTHERS = {"d": "de", "e": "en", "f": "fr", "ua": "uk"}
"""What is a language only where the cell names another one: a single letter, or the sign of a country."""
_NO_LANGUAGE = re.compile(
    r"(?:mit )?handen? (?:und|u\.|&) fu(?:ss|ß)en|.*\b(?:dolm(?:etsch\w*)?|ubersetz\w*|sprachmittl\w*)\b.*"
    r""
)
"""How people get along without a common language: nothing that somebody could choose a language by."""
_REQUIRED = re.compile(
    r"\b(?:ab|mind\.?|mindestens|min\.|niveau|vorausgesetzt|voraussetzung|erforderlich|kenntnisse)\b"
)
_CODES = frozenset({"az", "bn", "cs", "fi", "hy", "ja", "ka", "kk", "ko", "ku", "lt", "lv", "ne", "sk", "sv",
                    "th", "uz", "wo"})  # fmt: skip
"""Codes of further languages that are neither a short form of another one nor the sign of a country with another."""
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]*)\)")
_LEVEL = re.compile(
    r"(?:bis |niveau )?[abc][12](?:\s?[-–/]\s?[abc][12])?|muttersprach\w*|fliessend|flie(?:ß|ss)end"
)
_REGION = re.compile(r"[a-z]{2}")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)+")


@lru_cache(maxsize=2_000)
def language_codes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The BCP 47 codes of the languages in a cell, and the words that are none."""
    words: list[str] = []
    for entry in cells.split(r"[;\n|]|\s[-–]\s", text):
        words += [collapse(entry)] if is_no_language(entry) else cells.parts(entry)
    read = [(word, _codes_of(word)) for word in words]
    if any(codes for _, codes in read):
        read = [(word, codes or _beside_others(word)) for word, codes in read]
    found = [code for _, codes in read for code in codes]
    return tuple(dict.fromkeys(found)), tuple(word for word, codes in read if not codes)


def is_no_language(text: str) -> bool:
    """Whether it says how people understand each other, and names no language: 'bei Bedarf Dolmetscher'."""
    return bool(_NO_LANGUAGE.fullmatch(fold(collapse(text)))) and not any(
        map(_codes_of, re.split(r"[\s,]+", text))
    )


def is_required(text: str) -> bool:
    """Whether it is a language that somebody must know, and not one that is offered: 'mind. B1 Deutsch'."""
    return bool(_REQUIRED.search(fold(text))) and any(map(_codes_of, re.split(r"[\s,()]+", text)))


def _codes_of(part: str) -> tuple[str, ...]:
    """The code of the word; of 'dt. frz. engl.', where only blanks stand between, those of all."""
    word = fold(part).removeprefix("nur ").strip()
    code = _named_language(word) or _with_brackets(word) or _code(word)
    if code is not None:
        return (code,)
    shortened = word.split()
    codes = [_SHORT.get(each.removesuffix(".")) for each in shortened if each.endswith(".")]
    return (
        tuple(filter(None, codes))
        if len(shortened) > 1 and len(codes) == len(shortened) and all(codes)
        else ()
    )


def _beside_others(word: str) -> tuple[str, ...]:
    code = _BESIDE_OTHERS.get(fold(word).removesuffix("."))
    return (code,) if code else ()


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
        or _further_names().get(word)
        or _names(languages.own_name_of).get(word)
    )


@cache
def _further_names() -> dict[str, str]:
    """The German names of languages that no box of the desk offers: Kurdisch without saying which, Dari, Schwedisch."""
    return {fold(languages.name_of(code)): code for code in _CODES}


@cache
def _names(called: Callable[[str], str]) -> dict[str, str]:
    return {fold(called(code)): code for code in languages.OFFERED}
