"""A table as a page of a report."""

from __future__ import annotations

import msgspec
from tests.printing.structure import headings, opened, page_count, tags, text

from ratslinde.printing import TableColumn, TableDocument, file_name, samples


def test_the_table_stands_on_one_page_across_with_legend_limits_day_and_source(printed) -> None:
    pdf = printed(samples.table())
    shown = text(pdf)
    order = ["Stand: 20. Mai 2026", "Abdeckung: Handlungsfelder nach Sozialräumen", "Zielgruppe: Familien",
             "Gedeckt", "Was die Wörter heißen", "60 % der bekannten", "Quelle:"]  # fmt: skip
    places = [shown.find(part) for part in order]
    assert places == sorted(places)
    assert places[0] >= 0
    assert page_count(pdf) == 1
    sheet = opened(pdf)
    width, height = sheet.pages[0].mediabox[2:]
    assert width > height


def test_a_table_too_wide_for_a_page_goes_on_with_its_first_column(printed) -> None:
    wide = msgspec.structs.replace(
        samples.table(),
        columns=(TableColumn(title="Feld"), *(TableColumn(title=f"Raum {number}") for number in range(30))),
        rows=(("Sprache", *(f"Zelle{number}" for number in range(30))),),
    )
    pdf = printed(wide)
    shown = text(pdf)
    assert [tag.kind for tag in tags(opened(pdf))].count("Table") == 2
    assert shown.count("Sprache") == 2
    assert [shown.count(f"Zelle{number} ") for number in (0, 16, 17, 29)] == [1, 1, 1, 1]


def test_the_title_is_the_only_first_heading(printed) -> None:
    assert headings(opened(printed(samples.table())))[0] == (
        1,
        "Abdeckung: Handlungsfelder nach Sozialräumen",
    )


def test_the_file_is_named_by_day_and_title() -> None:
    assert file_name(samples.table()) == "2026-05-20_Abdeckung-Handlungsfelder-nach-Sozialraeumen.pdf"
    assert file_name(TableDocument(body="Stadt", title="Abdeckung", columns=())) == "Abdeckung.pdf"
