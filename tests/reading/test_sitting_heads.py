"""The heads of announcements and invitations: mails, small labels, places on a line of their own."""

from __future__ import annotations

import pytest

AGENDA = "\nTagesordnung\n\n1. Stadtbücherei\n2. Musikschule\n"
KEYS = ("date", "weekday", "time", "place")


def head(document, text):
    found = document(f"Einladung\n\n{text}{AGENDA}")
    return tuple(found.value(key) for key in KEYS)


MAIL = """Von: Sitzungsdienst <sitzungsdienst@lindenhagen.example>
Gesendet: Montag, 11. Mai 2026 08:15
An: Mitglieder des Kulturausschusses
Betreff: Einladung zur Sitzung

Einladung
zur 4. Sitzung des Kulturausschusses der Stadt Lindenhagen

am:     Dienstag, 02.06.2026
um:     18:30 Uhr
Ort:    Haus der Vereine, Gartenweg 2
"""


def test_when_a_mail_was_sent_is_not_when_the_session_is(document):
    found = document(MAIL + AGENDA)
    assert tuple(found.value(key) for key in KEYS) == (
        "2026-06-02",
        "Dienstag",
        "18:30",
        "Haus der Vereine, Gartenweg 2",
    )
    assert found.value("body") == "Kulturausschuss der Stadt Lindenhagen"


def test_a_head_that_only_looks_like_a_mail_is_kept(document):
    found = document(
        "Vorlage\n\nVon: Bauamt\nDatum: 03.05.2026\nBetreff: Neue Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n"
    )
    assert found.value("title") == "Neue Bänke"


ON_ITS_OWN = """Die 4. Sitzung des Kulturausschusses findet am

   Dienstag, dem 2. Juni 2026, um 18.30 Uhr

im Haus der Vereine, Großer Saal, statt.
"""
BOTH_AT_ONE_LABEL = """Sitzung des Kulturausschusses
Datum/Uhrzeit: Dienstag, 02.06.2026, 18:30 Uhr
Tagungsstätte: Haus der Vereine, Großer Saal
"""


@pytest.mark.parametrize(
    "text",
    [
        ON_ITS_OWN,
        "4. Sitzung des Kulturausschusses\nDienstag, 2. Juni 2026\n18.30 Uhr\nHaus der Vereine, Großer Saal\n",
        "Sitzung: Kulturausschuss\nWann? Dienstag, 2. Juni 2026, 18.30 Uhr\nWo? Haus der Vereine, Großer Saal\n",
        "Gremium: Kulturausschuss\nZeit und Ort: Dienstag, 2. Juni 2026, 18.30 Uhr, Haus der Vereine, Großer Saal\n",
        BOTH_AT_ONE_LABEL,
    ],
)
def test_day_time_and_place_are_found_in_many_forms(document, text):
    assert head(document, text) == ("2026-06-02", "Dienstag", "18:30", "Haus der Vereine, Großer Saal")
    assert document(f"Einladung\n\n{text}{AGENDA}").value("body") == "Kulturausschuss"


def test_a_heading_in_spaced_letters_names_the_kind(document):
    found = document(
        f"Ö F F E N T L I C H E   B E K A N N T M A C H U N G\n\nKulturausschuss, 02.06.2026\n{AGENDA}"
    )
    assert found.kind == "bekanntmachung"


def test_the_heading_of_a_document_is_no_part_of_its_agenda(document):
    found = document(
        "AMTLICHE BEKANNTMACHUNGEN\n\nLandkreis Lindau\n\nÖffentliche Sitzung des Ausschusses für Umwelt\n\n"
        "Zeit:    Donnerstag, 12. März 2026, 16.30 Uhr\nOrt:     Kreishaus, Raum 2.07\n\nTagesordnung:\n\n"
        "1.   Eröffnung\n2.   Anfragen\n\nHinweis: Es gibt eine Dolmetscherin.\nBitte melden Sie sich an.\n\n"
        "Lindau, 27. Februar 2026\n"
    )
    assert [found.value(key) for key in ("body", *KEYS)] == [
        "Ausschuss für Umwelt",
        "2026-03-12",
        "Donnerstag",
        "16:30",
        "Kreishaus, Raum 2.07",
    ]
    assert found.value("hint_text") == "Es gibt eine Dolmetscherin. Bitte melden Sie sich an."
