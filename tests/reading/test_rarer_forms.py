"""Forms of heads, lists and tables that are rarer: read as they are meant."""

from __future__ import annotations

import pytest

AGENDA = "Tagesordnung\n\n1. Eröffnung\n2. Haushalt\n"


def values(entry, *names):
    return tuple(entry.value(name) for name in names)


def rows(document, part, *names):
    return [values(entry, *names) for entry in document.entries(part)]


def test_a_table_drawn_with_strokes_is_a_table(document):
    found = document(
        "Niederschrift\nüber die Sitzung des Kirchspielrates am 29.05.2026 im Gemeindehaus\n\n"
        "| Nr. | Tagesordnungspunkt | Ja | Nein |\n|-----|--------------------|----|------|\n"
        "| 1   | Begrüßung          |    |      |\n| 2   | Friedhofsmauer     | 8  | 0    |\n"
    )
    assert rows(found, "items", "number", "title") == [("1", "Begrüßung"), ("2", "Friedhofsmauer")]
    assert [
        vote and values(vote, "yes", "no") for vote in (item.parts["vote"] for item in found.entries("items"))
    ] == [
        None,
        (8, 0),
    ]


def test_what_a_table_says_is_kept_when_the_protocol_follows(document):
    found = document(
        "Niederschrift\nüber die Sitzung des Jugendrates am 29.05.2026\n\n"
        "TOP   Thema                  Ergebnis             Ja     Nein\n"
        "1     Begrüßung der Gäste\n2     Bänke im Park          angenommen           8      1\n\n"
        "Protokoll\n\n1     Begrüßung der Gäste\n\nFrau Ahorn begrüßt die Gäste.\n\n"
        "2     Bänke im Park\n\nEs wird beraten.\n"
    )
    assert values(found.entries("items")[1].parts["vote"], "yes", "no", "result") == (8, 1, "angenommen")


@pytest.mark.parametrize(
    "head",
    [
        "für die 11. Sitzung des Kreisausschusses\nam Montag, den 18.05.2026 um 14:00 Uhr",
        "Kreisausschuss\nTag: Montag, 18.05.2026\nBeginn: 14:00 Uhr",
    ],
)
def test_the_word_agenda_may_head_the_whole_document(document, head):
    found = document(f"Tagesordnung\n\n{head}\n\n1. Eröffnung\n2. Haushalt\n")
    assert values(found, "body", "date", "time") == ("Kreisausschuss", "2026-05-18", "14:00")
    assert rows(found, "agenda", "title") == [("Eröffnung",), ("Haushalt",)]


def test_the_day_may_stand_below_a_gap_behind_am(document):
    found = document(
        "Bekanntmachung\n\nDie öffentliche Sitzung des Gemeinderates findet statt am\n\n"
        "  Donnerstag, dem 11.06.2026, um 18:00 Uhr,\n  in der Aula der Oberschule.\n\n"
        "T a g e s o r d n u n g :\n\n1. Eröffnung\n2. Haushalt\n"
    )
    assert values(found, "date", "time", "place") == ("2026-06-11", "18:00", "Aula der Oberschule")
    assert len(found.entries("agenda")) == 2


def test_a_function_may_stand_above_the_name(document):
    found = document(
        f"Bekanntmachung\n\nRat der Gemeinde\nDatum: 11.06.2026\n\n{AGENDA}\nEichenau, den 28.05.2026\n\n"
        "Gemeinde Eichenau\nDer Bürgermeister\ngez. Kastanienberg\n"
    )
    assert values(found, "signed_by", "signed_role") == ("Kastanienberg", "Der Bürgermeister")


def test_a_value_beside_a_label_nobody_knows_belongs_to_no_other(document):
    found = document(
        "Bekanntmachung\n\nKulturausschuss\n\nTag        11.06.2026\nBeginn     18:00 Uhr\nOrt        Rathaus\n"
        "Zugang     Der Saal ist stufenlos erreichbar.\nHinweise   Alle sind herz-\n           lich eingeladen.\n\n"
        f"{AGENDA}"
    )
    assert values(found, "time", "place", "hint_text") == (
        "18:00",
        "Rathaus",
        "Alle sind herzlich eingeladen.",
    )


def test_the_number_of_a_paper_may_stand_behind_its_name_without_a_colon(document):
    found = document(
        "Stadt Birkenau                         Vorlagen-Nr. 2026-V-078\n\nSitzungsvorlage\n\n"
        "Betreff: Radweg\nFederführung: Bauamt\n\nBeschlussvorschlag:\n\nDer Radweg wird gebaut.\n"
    )
    assert values(found, "reference", "title") == ("2026-V-078", "Radweg")


def test_beginning_and_end_may_stand_below_the_items(document):
    found = document(
        "Niederschrift\nJugendrat, 29.05.2026\n\n1. Eröffnung\n2. Haushalt\n\nBeginn 17:00 Uhr, Ende 19:20 Uhr\n"
    )
    assert values(found, "start", "end") == ("17:00", "19:20")


def test_planned_reports_may_have_a_heading_of_their_own(document):
    found = document(
        "Beschlussvorlage 1/2026\n\nEin Treff\n\nFederführung: Bauamt\n\nErläuterungen\n\nDer Treff fehlt.\n\n"
        "Vorgesehener Bericht\n\n- Sozialausschuss, voraussichtlich am 12.11.2026 – Stand\n- Rat, am 03.12.2026\n"
    )
    assert found.value("explanation_text") == "Der Treff fehlt."
    assert rows(found, "planned_reports", "body", "date", "certain") == [
        ("Sozialausschuss", "2026-11-12", False),
        ("Rat", "2026-12-03", True),
    ]


def test_the_name_of_a_body_that_was_divided_becomes_whole(document):
    found = document(
        "Beschlussvorlage 1/2026\n\nEin Treff\n\nFederführung: Bauamt\n\n"
        "Gremium                Termin       Zuständigkeit\nAusschuss für Gesund-  12.05.2026   Vorberatung\nheit\n\n"
        "Beschlussvorschlag:\n\nDer Treff wird gebaut.\n"
    )
    assert rows(found, "consultations", "body") == [("Ausschuss für Gesundheit",)]


def test_a_table_of_consultations_may_have_columns_nobody_knows(document):
    found = document(
        "Informationsvorlage 19/2026\n\nDatum: 02.06.2026\nBezeichnung: Anmeldungen an den Schulen\n\n"
        "Gremium               Sitzungstermin    Beratungsart\n"
        "Bildungsausschuss     16.06.2026        Kenntnisnahme\n"
        "Rat                   02.07.2026        Kenntnisnahme\n\n"
        "Sachverhalt:\n\nEs wurden 412 Kinder angemeldet.\n"
    )
    assert rows(found, "consultations", "body", "date", "role") == [
        ("Bildungsausschuss", "2026-06-16", "Kenntnisnahme"),
        ("Rat", "2026-07-02", "Kenntnisnahme"),
    ]


def test_who_signed_is_read_where_no_item_was_found(document):
    found = document(
        "Einladung\nzur Sitzung des Kulturausschusses am 23.06.2026, 17:30 Uhr\n\nDie Themen folgen.\n\n"
        "Lindenhagen, 12.06.2026\n\ngez. Ansgar Weißdorn\nVorsitzender\n"
    )
    assert values(found, "signed_by", "signed_role") == ("Ansgar Weißdorn", "Vorsitzender")
