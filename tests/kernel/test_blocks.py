"""The light structure of the desk's texts."""

from __future__ import annotations

import string
from collections import Counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.hostile import HOSTILE

from ratslinde.kernel import blocks as reading
from ratslinde.kernel.blocks import (
    MAX_BLOCKS,
    MAX_CHARACTERS,
    Block,
    Heading,
    ItemList,
    Paragraph,
    TextTooLong,
    parse,
    plain,
)


def test_a_blank_line_begins_a_new_paragraph_and_a_single_newline_does_not() -> None:
    assert parse("Herr Ahrendt\nZimmer 14\n\nFrau Wiesental") == (
        Paragraph("Herr Ahrendt\nZimmer 14"),
        Paragraph("Frau Wiesental"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Migrant*innen und Bürger*innen",
        "_unterstrichen_ [so](x) `c`",
        "# kein Titel",
        "#### auch nicht",
        "a <b> c & d",
    ],
)
def test_every_mark_within_a_line_stays_a_character_of_the_text(text: str) -> None:
    assert parse(text) == (Paragraph(text),)


def test_headings_stand_on_a_line_of_their_own_and_end_a_paragraph() -> None:
    assert parse("Vorab.\n## Anlass\nText\n### Kosten\nMehr") == (
        Paragraph("Vorab."),
        Heading(1, "Anlass"),
        Paragraph("Text"),
        Heading(2, "Kosten"),
        Paragraph("Mehr"),
    )


def test_a_heading_never_skips_a_level() -> None:
    assert parse("### Kosten") == (Heading(1, "Kosten"),)


def test_bullets_become_one_list_over_blank_lines() -> None:
    assert parse("Punkte:\n- eins\n• zwei\n\n- drei\nDanach") == (
        Paragraph("Punkte:"),
        ItemList(ordered=False, items=("eins", "zwei", "drei")),
        Paragraph("Danach"),
    )


def test_an_item_goes_on_in_indented_lines() -> None:
    assert parse("1. Die Verwaltung prüft\n   den Standort.\n2. Sie berichtet.") == (
        ItemList(ordered=True, items=("Die Verwaltung prüft\nden Standort.", "Sie berichtet.")),
    )


def test_points_below_a_numbered_point_stay_within_it() -> None:
    assert parse("1. Beauftragt wird\n   - der Bauhof\n   - das Amt\n2. Danach Bericht") == (
        ItemList(ordered=True, items=("Beauftragt wird\n- der Bauhof\n- das Amt", "Danach Bericht")),
    )


@pytest.mark.parametrize(
    "line", ["1. Mai 2026", "3. Sitzung des Rates", "29. April: Zielfindung", "2) nur dies"]
)
def test_a_numbered_line_alone_is_no_list(line: str) -> None:
    assert parse(line) == (Paragraph(line),)


def test_numbers_that_do_not_follow_each_other_are_no_list() -> None:
    assert parse("1. Mai\n31. Mai") == (Paragraph("1. Mai\n31. Mai"),)


def test_lines_that_a_program_wrapped_are_joined() -> None:
    wrapped = (
        "Im Rahmen der Zielfindung hat der Ausschuss vorgeschlagen, den Tag mit der Integra-\n"
        "tion in den Stadtteilen zu verbinden. Beteiligt sind die Migrantinnen- und die Kinder-\n"
        "und Jugendverbände."
    )
    assert parse(wrapped) == (
        Paragraph(
            "Im Rahmen der Zielfindung hat der Ausschuss vorgeschlagen, den Tag mit der Integration in den "
            "Stadtteilen zu verbinden. Beteiligt sind die Migrantinnen- und die Kinder- und Jugendverbände."
        ),
    )


def test_control_characters_and_foreign_line_ends_do_not_get_in() -> None:
    assert parse("a\x00b\r\nc\u2028d\x0c\x0ce\ud800") == (Paragraph("ab\nc\nd"), Paragraph("e"))


def test_a_text_beyond_the_limit_is_refused_and_never_cut() -> None:
    parse("x" * MAX_CHARACTERS)
    with pytest.raises(TextTooLong, match="zu lang"):
        parse("x" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=map(repr, HOSTILE))
def test_a_hostile_text_is_read_to_its_end_into_few_blocks(text: str) -> None:
    blocks = parse(text)
    assert plain(blocks).count("a") == text.count("a")
    assert len(blocks) <= MAX_BLOCKS + 1
    assert sum(len(block.items) for block in blocks if isinstance(block, ItemList)) <= 2 * MAX_BLOCKS


@pytest.mark.parametrize("text", HOSTILE.values(), ids=map(repr, HOSTILE))
def test_each_line_of_a_hostile_text_is_looked_at_a_few_times(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: Counter[str] = Counter()
    look = reading._mark

    def counted(line: str) -> reading._Mark | None:
        looks["mark"] += 1
        return look(line)

    monkeypatch.setattr(reading, "_mark", counted)
    parse(text)
    assert looks["mark"] <= 3 * (text.count("\n") + 1)


def test_what_is_beyond_the_last_block_is_kept_as_text() -> None:
    blocks = parse("\n\n".join(f"Absatz {number}" for number in range(MAX_BLOCKS + 50)))
    assert plain(blocks[-1:]).endswith(f"Absatz {MAX_BLOCKS + 49}")


def test_plain_text_keeps_the_marks_of_lists() -> None:
    text = "## Anlass\n\nPunkte:\n- a\n- b\n\n1. c\n2. d"
    assert plain(parse(text)) == "Anlass\n\nPunkte:\n\n- a\n- b\n\n1. c\n2. d"


MARKS = st.sampled_from(
    ["## ", "### ", "- ", "• ", "1. ", "2. ", "\n", "\n\n", "  ", "-\n", "*", "und ", "Wort "]
)
TEXTS = st.lists(MARKS | st.text(max_size=20), max_size=30).map("".join)


@given(TEXTS)
def test_no_letter_is_lost_whatever_the_text(text: str) -> None:
    letters = [char for char in text if char in string.ascii_letters]
    assert [char for char in plain(parse(text)) if char in string.ascii_letters] == letters


@given(TEXTS)
def test_the_tree_survives_json_and_has_no_empty_part(text: str) -> None:
    blocks = parse(text)
    assert msgspec.json.decode(msgspec.json.encode(blocks), type=tuple[Block, ...]) == blocks
    for block in blocks:
        assert all(block.items if isinstance(block, ItemList) else (block.text,))
