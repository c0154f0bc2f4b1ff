"""Both parts of a mail, in every language."""

from __future__ import annotations

import re

import pytest
from lxml import html

from ratslinde.post.content import Button, Content
from ratslinde.post.languages import LANGUAGES
from ratslinde.post.letterhead import Letterhead
from ratslinde.post.rendering import Rendered, render
from tests.post.conftest import CONTENT

HEAD = Letterhead(name="Stadt Lindenhagen", lines=("https://rat.lindenhagen.example",))


def shown(content: Content = CONTENT, *, language: str = "de") -> Rendered:
    return render(content, language=language, head=HEAD)


def words(page: str) -> str:
    return " ".join(html.fromstring(page).text_content().split())


def test_both_parts_say_the_same():
    content = Content(
        subject="Betreff", paragraphs=("Eins\nzwei",), code="ABCD", closing=("Schluss",), footer=("Büro",),
        button=Button(label="Ansehen", address="https://rat.lindenhagen.example/x/"),
    )  # fmt: skip
    found = shown(content)
    for text in ("Eins", "zwei", "ABCD", "Ansehen", "https://rat.lindenhagen.example/x/", "Schluss", "Büro",
                 "Stadt Lindenhagen", "automatisch verschickt"):  # fmt: skip
        assert text in found.text
        assert text in words(found.html)


def test_the_text_part_reads_as_a_letter():
    assert shown().text == (
        "Guten Tag,\n\nvor einem Jahr haben Sie Ihren Eintrag bestätigt.\n\nEintrag ansehen:\n"
        "https://rat.lindenhagen.example/eintrag/abc/\n\n-- \nStadt Lindenhagen\nhttps://rat.lindenhagen.example\n"
        "Diese E-Mail wurde automatisch verschickt.\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_itself_and_its_direction(language):
    root = html.document_fromstring(shown(language=language).html)
    direction = "rtl" if language == "ar" else "ltr"
    assert (root.get("lang"), root.get("dir")) == (language, direction)
    assert {each.get("align") for each in root.iter("td")} <= {None, "center", LANGUAGES[language].start}
    assert root.xpath("//a[@dir='ltr']")[0].text == CONTENT.button.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_without_words_has_those_of_its_language(language):
    found = shown(Content(subject="x", button=Button(address="https://a.example/")), language=language)
    assert LANGUAGES[language].open in found.text
    assert LANGUAGES[language].open in words(found.html)


def test_a_line_in_arabic_that_begins_with_a_latin_name_is_set_from_right_to_left():
    content = Content(subject="مرحبا", paragraphs=("Lindenhagen ترحب بكم",))
    assert "\u200fLindenhagen" in shown(content, language="ar").text
    assert "\u200f" not in shown(content).text


def test_nothing_is_fetched_from_elsewhere_and_nobody_is_watched():
    page = shown().html
    assert not re.findall(r"<(img|link|script|iframe|style|video|form)\b|url\(|@import|background=", page)
    assert {each.get("href") for each in html.document_fromstring(page).iter("a")} == {CONTENT.button.address}


def test_texts_are_texts_and_no_markup():
    evil = "<script>alert(1)</script>"
    found = shown(
        Content(
            subject=evil,
            paragraphs=(evil,),
            footer=(evil,),
            button=Button(label=evil, address="https://a.example/?a=1&b=2"),
        )
    )
    assert "<script" not in found.html
    assert found.html.count("&lt;script&gt;") == 5
    assert 'href="https://a.example/?a=1&amp;b=2"' in found.html
    assert evil in found.text


def test_a_language_that_nobody_translated_is_a_defect():
    with pytest.raises(KeyError):
        shown(language="fr")
