"""Blocks of text as HTML: always text, never markup; headings one below their section."""

from __future__ import annotations

from ratslinde.kernel.blocks import Heading, ItemList, Paragraph, parse
from ratslinde.ui.templatetags.texts import blocks_html


def test_headings_begin_at_the_level_of_the_section_and_end_at_six():
    tree = (Heading(1, "Eins"), Heading(2, "Zwei"), Heading(3, "Drei"))
    assert blocks_html(tree, 5) == "<h5>Eins</h5>\n<h6>Zwei</h6>\n<h6>Drei</h6>"


def test_lists_and_line_breaks_stay():
    tree = (Paragraph("Lindenplatz 1\n59999 Lindenhagen"), ItemList(ordered=True, items=("a", "b")))
    assert blocks_html(tree) == "<p>Lindenplatz 1<br>59999 Lindenhagen</p>\n<ol><li>a</li><li>b</li></ol>"


def test_markup_in_a_text_is_text():
    html = blocks_html(parse("## <b>Titel</b>\n\n<script>alert(1)</script> & „mehr“\n\n- <i>x</i>"))
    assert "<b>" not in html
    assert "<script>" not in html
    assert "<i>" not in html
    assert "&amp; „mehr“" in html


def test_no_text_is_nothing():
    assert blocks_html(None) == ""
