"""Residents' languages print as they are written: their letters, their direction, and as text that can be copied."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.printing.scripts import ARABIC, GREEK, HEBREW, PERSIAN, TURKISH, UKRAINIAN, every_script
from tests.printing.structure import text

from ratslinde.kernel.blocks import Block, ItemList, Paragraph, parse
from ratslinde.printing import PaperDocument, missing_characters, samples

MIDDLE = 297.0
"""Of an A4 page's width, in points."""


def paper(*blocks: Block, name: str = "Vorlage") -> PaperDocument:
    return PaperDocument(body="Stadt Lindenhagen", name=name, explanations=blocks)


def edges(pdf: bytes, wanted: str) -> tuple[float, float]:
    """Left and right edge of the characters of `wanted` on the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        shown = page.get_text_range()
        boxes = [page.get_charbox(place) for place in range(len(shown)) if shown[place] in wanted]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


@pytest.mark.parametrize(
    "sentence", [UKRAINIAN, TURKISH, GREEK, "مجلس المدينة", "شورا گچ پژ ۱۲۳", "המועצה תתכנס"]
)
def test_every_letter_is_printed_and_comes_back_once(printed, sentence) -> None:
    shown = text(printed(paper(Paragraph(sentence), name=sentence)))
    assert shown.count(sentence) >= 2
    assert "\ufffd" not in shown


def test_no_letter_of_any_script_is_replaced(printed) -> None:
    for document in every_script():
        assert "\ufffd" not in text(printed(document))


@pytest.mark.parametrize(("word", "other"), [("שלום", "עולם"), ("مرحبا", "بكم")])
def test_a_paragraph_that_begins_from_the_right_stands_at_the_right(printed, word, other) -> None:
    left, right = edges(printed(paper(Paragraph(f"{word} {other}"))), word)
    assert left > MIDDLE
    assert right > 525, "it does not begin at the margin"


def test_a_list_that_begins_from_the_right_has_its_marks_at_the_right(printed) -> None:
    pdf = printed(paper(ItemList(ordered=False, items=("שלום", "עולם"))))
    assert edges(pdf, "•")[0] > edges(pdf, "שלום")[1]


def test_a_german_paragraph_stays_at_the_left_whatever_it_quotes(printed) -> None:
    pdf = printed(paper(Paragraph("Zum Gruß sagt man „שלום“ und geht Qwx")))
    assert edges(pdf, "שלום")[0] < edges(pdf, "Qx")[0] < MIDDLE


def test_what_keeps_persian_letters_apart_stays_and_is_taken_out_elsewhere(printed) -> None:
    assert "\u200c" in text(printed(paper(Paragraph(PERSIAN))))
    assert "\u200c" not in text(printed(paper(Paragraph("Auf\u200clage \u200c \u200cخ"))))


def test_a_mark_that_stands_on_no_letter_is_left_out(printed) -> None:
    shown = text(printed(paper(Paragraph("Zeile\n\u05b0\u0483neu \u0301x"), name="\u05b0Titel")))
    assert "Zeile neu x" in shown
    assert "Titel" in shown


def test_arabic_in_the_title_does_not_stop_the_press(printed) -> None:
    assert printed(paper(name=ARABIC)).startswith(b"%PDF-1.7")
    assert printed(paper(Paragraph(HEBREW * 500))).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("difficult", ["🌈\u064b", "a\u064b", "1\u05b0", "﷽🌈\u064b", "\u064b"])
def test_a_mark_of_another_script_does_not_stop_the_press(printed, difficult) -> None:
    assert printed(paper(Paragraph(difficult), name=f"Titel {difficult}")).startswith(b"%PDF-1.7")


def test_what_no_font_has_is_told_beforehand_each_character_once():
    document = PaperDocument(
        body="Stadt Lindenhagen",
        name="Ehrung von 李小明 und 김",
        explanations=parse("- 李 und Şükrü ☒\n- Ольга, فاطمة, 😀 שרה \u202e a\u0308 \ufffd"),
    )
    assert missing_characters(document) == ("李", "小", "明", "김")
    assert missing_characters(samples.paper()) == ()
