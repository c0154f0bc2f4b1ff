"""Languages by their BCP 47 codes: what they are called, in which direction they are written."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

SIMPLE = "de-simple"  # Leichte Sprache, a registered variant of German
OFFERED = (
    "ar", "bg", "bs", "de", SIMPLE, "de-sign", "el", "en", "es", "fa", "fr", "hi", "hr", "hu", "it", "ckb", "kmr", "mk",
    "nl", "pl", "ps", "pt", "ro", "ru", "so", "sq", "sr", "ta", "ti", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""What the desk offers to choose from; any other valid code can be imported."""

_OWN_NAMES = {
    SIMPLE: "Leichte Sprache",
    "de-sign": "Deutsche Gebärdensprache",
    "kmr": "Kurmandschi (Kurdisch)",
    "fa-AF": "Dari",  # the tag that CLDR has for it; "prs" is unknown to Babel and would be shown as it is
}
_RIGHT_TO_LEFT = ("ar", "ckb", "fa", "he", "ps", "ur")


@lru_cache(maxsize=2_000)
def name_of(code: str, *, language: str = "de") -> str:
    """The name of the language in another one, e.g. 'Arabisch' or 'العربية'; the code itself where nobody knows it."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    try:
        found = Locale.parse(language.partition("-")[0]).languages.get(code)
        return found or Locale.parse(code, sep="-").get_display_name(language.partition("-")[0]) or code
    except (UnknownLocaleError, ValueError):
        return code


def own_name_of(code: str) -> str:
    """What the language calls itself."""
    return name_of(code, language=code)


def is_known(code: str) -> bool:
    """Whether it is the code of a language."""
    return code in _OWN_NAMES or name_of(code) != code


def direction_of(code: str) -> str:
    """'rtl' or 'ltr', as HTML's `dir` wants it."""
    return "rtl" if code.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
