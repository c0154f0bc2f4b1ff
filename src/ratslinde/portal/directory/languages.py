"""The languages of the directory's pages: each has addresses of its own, and nothing else decides about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.utils.translation import gettext

from ratslinde.kernel.languages import SIMPLE, direction_of, name_of, own_name_of


@dataclass(frozen=True, kw_only=True)
class PageLanguage:
    """`code` is BCP 47, `prefix` begins the addresses, `locale` is Babel's for dates and numbers."""

    code: str
    prefix: str
    locale: str

    @property
    def own_name(self) -> str:
        """What it calls itself, as a heading is written."""
        name = own_name_of(self.code)
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """'rtl' or 'ltr'."""
        return direction_of(self.code)

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "، " if self.direction == "rtl" else ", "

    @property
    def is_german(self) -> bool:
        """Whether German texts belong to the page as they are (Leichte Sprache is German, but another text)."""
        return self.code == "de"


GERMAN = PageLanguage(code="de", prefix="", locale="de")
LANGUAGES = (
    GERMAN,
    PageLanguage(code=SIMPLE, prefix="leichte-sprache/", locale="de"),
    PageLanguage(code="en", prefix="en/", locale="en_GB"),
    PageLanguage(code="tr", prefix="tr/", locale="tr"),
    PageLanguage(code="ar", prefix="ar/", locale="ar"),
    PageLanguage(code="uk", prefix="uk/", locale="uk"),
)
BY_CODE = {language.code: language for language in LANGUAGES}
SECTIONS = ("angebote/", "akteure/")


def address(language: PageLanguage, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """The address on this site of a page of the directory in that language; `path` is the German one."""
    asked = urlencode(list(query))
    return f"/{language.prefix}{path}" + (f"?{asked}" if asked else "")


def has_versions(path: str) -> bool:
    """Whether the page at the German path exists in all languages."""
    return path.startswith(SECTIONS)


def label_of(code: str, language: PageLanguage) -> str:
    """The name of a language for a choice, in the words of the page."""
    own = {
        SIMPLE: gettext("Leichte Sprache"),
        "de-sign": gettext("Deutsche Gebärdensprache"),
        "kmr": gettext("Kurmandschi (Kurdisch)"),
    }
    return own.get(code) or _named(code, language.locale)


@lru_cache(maxsize=2_000)
def _named(code: str, locale: str) -> str:
    name = name_of(code, language=locale.partition("_")[0])
    return name[:1].upper() + name[1:]
