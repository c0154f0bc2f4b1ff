"""Texts below a table of items, each behind the number of its item."""

from __future__ import annotations

import docx
import pytest
from tests.reading.files import saved

from ratslinde.reading import read_bytes

ROWS = [
    ("Nr.", "Tagesordnungspunkt", "Vorlage", "Ja", "Nein", "Enth.", "Ergebnis"),
    ("1", "Eröffnung", "", "", "", "", ""),
    ("2", "Bank am Markt", "12/2026", "5", "1", "1", "mehrheitlich beschlossen"),
    ("3", "Brunnen", "13/2026", "7", "0", "0", "einstimmig"),
    ("4", "Verschiedenes", "", "", "", "", ""),
]


def minutes(lead: str):
    word = docx.Document()
    word.add_paragraph(
        "Niederschrift über die Sitzung des Bauausschusses Lindenhagen am 12.03.2026, 17:00 Uhr"
    )
    table = word.add_table(0, len(ROWS[0]))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_paragraph(f"{lead} 2: Der Ausschuss beschließt zwei Bänke.")
    word.add_paragraph("Sie werden grün.")
    word.add_paragraph(f"{lead} 3: Der Brunnen läuft im Sommer wieder.")
    word.add_paragraph("Lindenhagen, 20.03.2026")
    word.add_paragraph("Anna Birke\t\tPaul Buche\nVorsitzende\t\tProtokoll")
    (found,) = read_bytes(saved(word), name="niederschrift.docx").documents
    return found


@pytest.mark.parametrize("lead", ["Zu Nr.", "Zu TOP", "zu Punkt", "TOP", "Zu"])
def test_a_text_below_the_table_is_the_decision_of_its_item_to_be_checked(lead):
    found = minutes(lead)
    items = {entry.value("number"): entry for entry in found.entries("items")}
    assert [entry.value("title") for entry in items.values()] == [row[1] for row in ROWS[1:]]
    decision = items["2"].values["decision_text"]
    assert (decision.value, decision.sure) == ("Der Ausschuss beschließt zwei Bänke. Sie werden grün.", False)
    assert items["3"].value("decision_text") is None
    assert [items[number].entries("vote")[0].value("yes") for number in ("2", "3")] == [5, 7]
    assert [entry.value("name") for entry in found.entries("signed_by")] == ["Anna Birke", "Paul Buche"]


@pytest.mark.parametrize("lead", ["Zu TOP", "zu Punkt", "Zu Punkt"])
def test_a_protocol_may_name_its_items_by_number_alone(lead, document):
    listed = "1. Eröffnung\n2. Bank am Markt\n3. Verschiedenes"
    told = f"{lead} 1:\nText.\n\n{lead} 2:\nDie Bank kommt.\nAbstimmung: 4 Ja, 1 Nein\n\n{lead} 3:\nNichts."
    found = document(
        f"Protokoll der Sitzung des Rates am 12.03.2026\n\nBeginn: 18 Uhr\n\nTagesordnung:\n{listed}\n\n{told}\n"
    )
    votes = [[vote.value("yes") for vote in entry.entries("vote")] for entry in found.entries("items")]
    assert [entry.value("title") for entry in found.entries("items")] == [
        "Eröffnung",
        "Bank am Markt",
        "Verschiedenes",
    ]
    assert votes == [[], [4], []]
