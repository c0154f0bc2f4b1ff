"""No text can become markup, and no text can stop the press."""

from __future__ import annotations

import datetime
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.printing.hostile import LONG, MARKUP, UNUSUAL, hostile_documents, long_paper
from tests.printing.structure import opened, page_count, text

from ratslinde.kernel.blocks import Paragraph, parse, plain
from ratslinde.printing import PaperDocument, render, samples
from ratslinde.printing.flow import MAX_PARAGRAPH

CREATED = datetime.datetime(2026, 5, 5, tzinfo=datetime.UTC)


def squeezed(value: str) -> str:
    """The text without what line breaking may change."""
    return "".join(value.replace("\u200b", "").replace("-", "").split())


@pytest.mark.parametrize("number", range(4))
def test_markup_is_printed_and_never_obeyed(printed, number) -> None:
    shown = squeezed(text(printed(hostile_documents(MARKUP)[number])))
    assert shown.count(squeezed(MARKUP)) >= 5
    assert "root:" not in shown


@pytest.mark.parametrize(
    "mark", ['#eval("1+1")', "$", "*", "_", "@a", "\\", "//", "/*", "<a>", "`", "#[", "= a", "- a"]
)
def test_each_mark_of_the_press_language_is_a_letter_like_others(printed, mark) -> None:
    document = PaperDocument(
        body="Stadt Lindenhagen", name=f"Vor {mark} nach", explanations=parse(f"Vor {mark} nach")
    )
    assert squeezed(text(printed(document))).count(squeezed(f"Vor {mark} nach")) >= 2


def test_a_character_that_no_font_has_is_replaced_visibly(printed) -> None:
    document = PaperDocument(body="Stadt Lindenhagen", name="Gruß 你 an\u202e alle\x07", explanations=())
    assert "Gruß \ufffd an alle" in text(printed(document))


def test_boxes_of_forms_and_german_signs_stay_readable(printed) -> None:
    shown = text(
        printed(PaperDocument(body="Stadt Lindenhagen", name="☒ Ja ☐ Nein § 47 „so“ – 5 € … ẞ a\u0308"))
    )
    assert "[x] Ja [ ] Nein § 47 „so“ – 5 € … ẞ ä" in shown


def test_a_link_leads_to_the_web_or_to_mail_and_nowhere_else(printed) -> None:
    for address, count in [
        ("https://rat.lindenhagen.example/a b?ü=1", 1),
        ("javascript:alert(1)", 0),
        ("file:///etc/passwd", 0),
        ("http://[", 0),
    ]:
        document = msgspec.structs.replace(samples.agenda(), papers_url=address)
        pages = opened(printed(document)).pages
        links = [note.A.URI for page in pages for note in page.get("/Annots", [])]
        assert len(links) == count, address


def test_a_long_paragraph_goes_on_and_loses_no_word(printed) -> None:
    words = [f"Wort{number}" for number in range(MAX_PARAGRAPH // 4)]
    document = PaperDocument(
        body="Stadt Lindenhagen", name="Lang", explanations=(Paragraph(" ".join(words)),)
    )
    shown = text(printed(document)).split()
    assert [word for word in shown if word.startswith("Wort")] == words


@pytest.mark.parametrize("name", LONG)
def test_a_hostile_text_is_printed_to_its_end(printed, name) -> None:
    pdf = printed(long_paper(name))
    assert Counter(squeezed(plain(LONG[name]))) <= Counter(squeezed(text(pdf)))
    assert page_count(pdf) < 200


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60))
def test_every_text_of_unicode_can_be_printed(anything: str) -> None:
    for document in hostile_documents(anything):
        assert render(document, created=CREATED).startswith(b"%PDF-1.7")


@settings(max_examples=60)
@given(
    st.text(
        st.sampled_from(UNUSUAL + MARKUP + "\n\u200cمبא\u064b\u05b0áäß\u0300\u0308\u20e3\u0483अाक"),
        max_size=40,
    )
)
def test_every_mixture_of_difficult_signs_can_be_printed(anything: str) -> None:
    assert render(hostile_documents(anything)[2], created=CREATED).startswith(b"%PDF-1.7")


def test_the_same_document_gives_the_same_bytes(printed) -> None:
    assert printed(samples.paper()) == printed(samples.paper())
    assert page_count(printed(samples.paper())) == 2


def test_two_threads_can_print_at_once(printed) -> None:
    alone = [printed(document) for document in samples.all_documents()]
    with ThreadPoolExecutor(max_workers=4) as threads:
        assert list(threads.map(printed, samples.all_documents())) == alone


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        render(samples.paper(), created=datetime.datetime(2026, 5, 5))
