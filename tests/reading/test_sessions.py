"""Announcements, invitations and agendas in several forms."""

from __future__ import annotations

import pytest
from tests.reading import samples


def agenda(document):
    keys = ("number", "title", "public", "paper_reference")
    return [tuple(entry.value(key) for key in keys) for entry in document.entries("agenda")]


def test_an_invitation_states_the_session_in_its_heading(document):
    found = document(samples.INVITATION)
    assert found.kind == "einladung"
    assert found.value("body") == "Haupt- und Finanzausschuss"
    assert found.value("date") == "2024-02-13"
    assert found.value("time") == "18:00"
    assert found.value("place") == "Rathaus, Großer Sitzungssaal"
    assert (found.value("signed_by"), found.value("signed_role")) == ("Uwe Brandes", "Bürgermeister")
    assert (found.value("issued_at"), found.value("issued_on")) == ("Lindenhagen", "2024-02-01")


def test_numbers_of_papers_stand_in_a_column_beside_titles_of_several_lines(document):
    assert agenda(document(samples.INVITATION)) == [
        ("1", "Eröffnung der Sitzung", True, None),
        ("2", "Haushaltssatzung 2024", True, "20/044/2023"),
        ("3", "Mitteilungen zur Kenntnis", True, None),
        ("3.1", "Bericht zur Lage der Kindertagesstätten", True, "50/012/2024"),
        ("4", "Grundstücksangelegenheiten", False, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Am Do., 05.02.26, 17 Uhr, findet im Rathaus, Großer Saal, eine öffentliche Sitzung des Rates statt.",
            "Rathaus, Großer Saal",
        ),
        (
            "zur Sitzung des Rates am 5. Februar 2026, um 17.00 Uhr, im Gasthaus Linde, Dorfstraße 3, lade ich ein.",
            "Gasthaus Linde, Dorfstraße 3",
        ),
        ("3. Sitzung  Donnerstag, 05.02.2026  17:00 Uhr  Ratssaal, Rathaus", "Ratssaal, Rathaus"),
        ("Sitzung des Rates am 05.02.2026   17:00 Uhr   Ratssaal, Rathaus", "Ratssaal, Rathaus"),
        (
            "Sitzung des Rates am 05.02.2026, Beginn 17:00 Uhr;\nin Lindenau, Rathaus, Saal",
            "Lindenau, Rathaus, Saal",
        ),
        ("Sitzung des Rates am 05.02.2026, 17:00 Uhr\nRaum, Ort: Ratssaal, Markt 3", "Ratssaal, Markt 3"),
    ],
)
def test_the_place_is_read_from_a_sentence_or_a_row(sentence, place, document):
    found = document(f"Einladung\n\n{sentence}\n\nTagesordnung\n\n1. Eröffnung\n2. Anfragen\n")
    assert (found.value("date"), found.value("time")) == ("2026-02-05", "17:00")
    assert found.value("place") == place


@pytest.mark.parametrize(
    "sentence",
    [
        "zur Sitzung des Sozialausschusses am Donnerstag, dem 5. Februar\n2026, um 17.00 Uhr, im Rathaus lade ich ein.",
        "zu der am Mittwoch, den 05.02.2026, 17:00 Uhr, im Rathaus stattfindenden\nSitzung des Sozialausschusses",
        "Am Do., 05.02.26, 17 Uhr, findet im Rathaus eine\nöffentliche Sitzung des Sozialausschusses statt.",
    ],
)
def test_a_sentence_broken_inside_what_it_tells_is_read_as_one(sentence, document):
    found = document(f"Einladung\n\n{sentence}\n\nTagesordnung\n\n1. Eröffnung\n2. Anfragen\n")
    values = [found.value(key) for key in ("body", "date", "time", "place")]
    assert values == ["Sozialausschuss", "2026-02-05", "17:00", "Rathaus"]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (
            "44. Sitzung des Ausschusses für Integration, Europa und Internationale Kooperation am 12. März 2026",
            "Ausschuss für Integration, Europa und Internationale Kooperation",
        ),
        ("Sitzung - Ausschuss für Soziales - 12.03.2026", "Ausschuss für Soziales"),
    ],
)
def test_the_whole_name_of_a_body_is_read_and_no_date(heading, body, document):
    found = document(f"Tagesordnung\n\n{heading}\n\n1. Eröffnung\n2. Anfragen\n")
    assert (found.value("body"), found.value("date")) == (body, "2026-03-12")


def test_a_notice_tells_the_session_in_a_sentence(document):
    found = document(samples.PUBLIC_NOTICE)
    assert found.kind == "bekanntmachung"
    assert found.value("body") == "Ausschuss für Schule, Kultur und Sport"
    assert found.value("time") == "17:30"
    assert found.value("place") == "Sitzungssaal des Rathauses, Marktplatz 1"
    assert (found.value("signed_by"), found.value("signed_role")) == (
        "Dr. Jana Holthaus",
        "Erste Beigeordnete",
    )


def test_the_second_part_may_count_from_one_again(document):
    assert agenda(document(samples.PUBLIC_NOTICE)) == [
        ("1", "Bestellung eines Schriftführers", True, None),
        ("2", "Sanierung der Sporthalle", True, "2023/114"),
        ("2.1", "Anfrage der Liste Linde vom 02.09.2023: Schulwege", True, "AF/2023/017"),
        ("1", "Vergabe von Reinigungsleistungen", False, "2023/120"),
    ]


@pytest.mark.parametrize(
    ("printed", "title", "reference"),
    [
        ("Neubau der Bücherei (Drucks. Nr. 1418/2026)", "Neubau der Bücherei", "1418/2026"),
        ("Bericht 2026 (Informationsdrucks. Nr. 1164/2026 N1)", "Bericht 2026", "1164/2026 N1"),
        (
            "Änderung zu Drucks. Nr. 0822/2026: Satzung (Drucks. Nr. 1205/2026)",
            "Änderung zu Drucks. Nr. 0822/2026: Satzung",
            "1205/2026",
        ),
        ("25/085 Annahme von Zuwendungen", "Annahme von Zuwendungen", "25/085"),
        ("Haushalt für die Jahre 2024/2025", "Haushalt für die Jahre 2024/2025", None),
        ("Bericht vom 05.06.2026", "Bericht vom 05.06.2026", None),
        ("Bebauungsplan Nr. 7/2020", "Bebauungsplan Nr. 7/2020", None),
    ],
)
def test_the_number_of_the_paper_is_parted_from_the_title(printed, title, reference, document):
    text = f"Einladung\n\nSitzung des Rates am 12.03.2026\n\nTagesordnung\n\n1. Eröffnung\n2. {printed}\n"
    assert agenda(document(text))[1] == ("2", title, None, reference)


@pytest.mark.parametrize(
    "heading",
    [
        "Nichtöffentlicher Teil",
        "B. Nicht öffentliche Sitzung:",
        "II. N I C H T Ö F F E N T L I C H E R   T E I L",
        "Nicht-öffentliche Tagesordnung - 19:00 Uhr",
    ],
)
def test_headings_of_the_non_public_part_are_known(heading, document):
    text = (
        f"Einladung\n\nRat\n\nTagesordnung\n\nÖffentlicher Teil\n\n1. Eröffnung\n\n{heading}\n\n2. Ankauf\n"
    )
    assert [row[2] for row in agenda(document(text))] == [True, False]


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("17:00 Uhr", "17:00"),
        ("17:0 0 Uhr", "17:00"),
        ("18.30 Uhr", "18:30"),
        ("9:00", "09:00"),
        ("20 Uhr", "20:00"),
    ],
)
def test_times_are_read_however_they_are_set(printed, time, document):
    assert document(f"Bekanntmachung\n\nGremium: Rat\nBeginn: {printed}\n").value("time") == time


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Mittwoch, 31.05.2023", "2023-05-31"),
        ("31. Mai 2023", "2023-05-31"),
        ("3.5.23", "2023-05-03"),
        ("2023-05-31", "2023-05-31"),
    ],
)
def test_dates_are_read_however_they_are_written(printed, day, document):
    assert document(f"Bekanntmachung\n\nGremium: Rat\nDatum: {printed}\n").value("date") == day


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("6. Sitzung des Gemeinderates", "Gemeinderat"),
        ("3. öffentliche Sitzung des Ausschusses für Kultur und Sport", "Ausschuss für Kultur und Sport"),
        ("Sitzung der Bezirksvertretung Nord", "Bezirksvertretung Nord"),
        ("Sitzung des Rates der Stadt Lindenhagen", "Rat der Stadt Lindenhagen"),
        ("Sitzung des Kreistages", "Kreistag"),
    ],
)
def test_bodies_are_named_in_the_nominative(genitive, name, document):
    assert document(f"Einladung\n\n{genitive}\nam 12.03.2026\n").value("body") == name
