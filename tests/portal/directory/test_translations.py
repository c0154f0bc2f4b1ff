"""The interface is complete in every language: no text of the directory's pages is left in German."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

from ratslinde.portal.directory.languages import LANGUAGES
from ratslinde.ui.catalogues import CATALOGUES, DOMAIN, compile_all
from tests.portal.directory.wording import texts

CODES = [language.code for language in LANGUAGES if not language.is_german]
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


def translations(code: str) -> dict[str, str]:
    with (CATALOGUES / to_locale(code) / f"{DOMAIN}.po").open("rb") as opened:
        return {str(message.id): str(message.string) for message in read_po(opened) if message.id}


def test_the_texts_of_the_pages_are_found():
    assert {
        "Angebote finden",
        "Zum Inhalt springen",
        "Nächste Seite",
        "Akteure: %(number)s",
    } <= texts().keys()


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated_and_nothing_else(code):
    found = translations(code)
    assert {text: place for text, place in texts().items() if not found.get(text)} == {}
    assert found.keys() - texts().keys() == set()


@pytest.mark.parametrize("code", CODES)
def test_placeholders_are_the_same(code):
    wrong = {
        german: text
        for german, text in translations(code).items()
        if set(PLACEHOLDER.findall(german)) != set(PLACEHOLDER.findall(text))
        or "%" in PLACEHOLDER.sub("", text)
    }
    assert wrong == {}


@pytest.mark.parametrize("code", ["tr", "ar", "uk", "en"])
def test_no_translation_is_the_german_text(code):
    same = {german for german, text in translations(code).items() if german == text}
    assert same <= {"Start", "Telefon", "online", "%(hours)s Uhr"}


@pytest.mark.parametrize(("code", "letter"), [("ar", "[\u0600-\u06ff]"), ("uk", "[\u0400-\u04ff]")])
def test_the_letters_are_those_of_the_language(code, letter):
    other = [text for text in translations(code).values() if not re.search(letter, text)]
    assert set(other) <= {"%(hours)s"}


def test_what_the_pages_read_is_made_of_the_catalogues_as_they_are(tmp_path):
    """`make setup` compiles them into the build folder."""
    for name in compile_all(tmp_path):
        built = settings.LOCALE_PATHS[0] / name / f"{DOMAIN}.mo"
        assert built.read_bytes() == (tmp_path / name / f"{DOMAIN}.mo").read_bytes(), "make setup"
