"""Text that lost its layout: columns parted by two blanks, glued columns, centred numbers, no line breaks."""

from __future__ import annotations

import pytest

TWO_BLANKS = """Stadt Lindenhagen
NIEDERSCHRIFT
5. Sitzung des Bauausschusses
Sitzungstermin:  Donnerstag, 19.09.2024
Beginn:  17:30 Uhr  Ende:  19:05 Uhr

Anwesend:
Herr Bernd Buche  CDU
Ausschussmitglied  Dr. Cora Eiche  GRÜNE  ab 17:45 Uhr
Herr Karl Kiefer  CDU  entschuldigt

Öffentlicher Teil
TOP 1  Eröffnung der Sitzung
Herr Buche eröffnet die Sitzung.
TOP 2  Radweg am Lindenbach  VO/2024/118
Beschluss:
Der Radweg wird gebaut.
Abstimmungsergebnis:  Ja 3  Nein 1  Enthaltung 0
"""

UNBROKEN = (
    "Bezirksverwaltung Lindenhagen Datum: 04.07.2011 Niederschrift über die 12. Sitzung der Bezirksvertretung Anger "
    "am Donnerstag, dem 16.06.2011, 17:00 Uhr bis 19:40 Uhr, Bezirksrathaus, Raum 127 Anwesend waren: Vorsitzender "
    "Herr Norbert Buche SPD Mitglieder der Bezirksvertretung Frau Anna Birke CDU Verwaltung Frau Ute Tanne "
    "Entschuldigt fehlen: Herr Karl Kiefer SPD Tagesordnung I. Öffentlicher Teil 1 Einwohnerfragestunde 2 Anträge "
    "2.1 Kreisverkehr am Ulmenweg AN/0991/2011 3 Mitteilungen II. Nichtöffentlicher Teil 4 Grundstücke "
    "I. Öffentlicher Teil 1 Einwohnerfragestunde Es liegen keine Fragen vor. 2 Anträge 2.1 Kreisverkehr am Ulmenweg "
    "AN/0991/2011 Frau Birke erläutert den Antrag. Beschluss: Ein Kreisverkehr wird geprüft. Abstimmungsergebnis: "
    "Mehrheitlich mit 3 Ja-Stimmen gegen 1 Nein-Stimme zugestimmt. 3 Mitteilungen Keine. gez. Norbert Buche"
)

UNBROKEN_PAPER = (
    "STADT LINDENHAGEN Der Bürgermeister Federführung: Fachbereich Umwelt und Bauen Beteiligungen: Fachbereich "
    "Finanzen Auskunft erteilt: Frau Linde | 02599 10-412 | linde@lindenhagen.example Beratungsfolge: Ausschuss für "
    "Bauen, Umwelt und Klimaschutz 11.06.2024 Beratung Rat der Stadt Lindenhagen 27.06.2024 Entscheidung "
    "Beschlussvorschlag: Sachentscheidung Die Brücke wird erneuert. Kosten/Folgekosten Die Kosten betragen 180.000 "
    "Euro. Finanzierung Die Mittel stehen bereit. Erläuterungen: Die Brücke hat Schäden. Anlage(n): 1 Lageplan "
    "2 Prüfbericht"
)

GLUED = """Bekanntmachung

Gremium: Kulturausschuss
Datum: Donnerstag, 06.06.2024
Beginn: 17:00 Uhr

T a g e s o r d n u n g

Öffentlicher Teil:

1Anfragen von Einwohnerinnen und Einwohnern
2Bericht der Verwaltung
3Stadtfest: Sachstand und Kosten2024/0131
"""

CENTRED = """                          Protokoll
     über die 3. Sitzung des Gemeinderates am 31.03.2022
                im Dorfgemeinschaftshaus

Öffentlicher Teil:

      Eröffnung der Sitzung und Feststellung der
1
      Beschlussfähigkeit

Die Vorsitzende eröffnet die Sitzung.

      Zuschuss an den Sportverein Lindenhagen                    Li 12/21-
2
                                                                 26

Beschluss:
Der Verein erhält 500 €.
"""


def items(document, *keys):
    return [tuple(entry.value(key) for key in keys) for entry in document.entries("items")]


def people(document):
    return [(entry.value("name"), entry.value("present")) for entry in document.entries("attendees")]


def test_two_blanks_part_columns_where_no_wider_gap_does(document):
    found = document(TWO_BLANKS)
    assert (found.value("body"), found.value("date")) == ("Bauausschuss", "2024-09-19")
    assert (found.value("start"), found.value("end")) == ("17:30", "19:05")
    assert items(found, "number", "title", "paper_reference") == [
        ("1", "Eröffnung der Sitzung", None),
        ("2", "Radweg am Lindenbach", "VO/2024/118"),
    ]
    vote = found.entries("items")[1].parts["vote"]
    assert [vote.value(key) for key in ("yes", "no", "abstain")] == [3, 1, 0]


def test_an_office_in_a_column_of_its_own_is_no_name(document):
    assert people(document(TWO_BLANKS)) == [
        ("Bernd Buche", True),
        ("Dr. Cora Eiche", True),
        ("Karl Kiefer", False),
    ]


def test_justified_text_with_many_double_blanks_stays_one_column(document):
    paper = document(
        "Beschlussvorlage\n\nVorlage Nr.: 2024/1\n\nNeubau der Halle\n\nErläuterungen:\n\n"
        + "Der  Bedarf  ist  seit  Jahren  bekannt  und  wird  in  der  Anlage  ausführlich  dargestellt.\n"
        * 4
    )
    assert str(paper.value("explanation_text")).startswith("Der Bedarf ist seit Jahren bekannt")


def test_minutes_without_line_breaks_are_read(document):
    found = document(UNBROKEN)
    assert found.kind == "niederschrift"
    head = ("body", "date", "start", "end", "place")
    assert [found.value(key) for key in head] == [
        "Bezirksvertretung Anger",
        "2011-06-16",
        "17:00",
        "19:40",
        "Bezirksrathaus, Raum 127",
    ]
    assert people(found) == [
        ("Norbert Buche", True),
        ("Anna Birke", True),
        ("Ute Tanne", True),
        ("Karl Kiefer", False),
    ]


def test_a_protocol_without_line_breaks_counts_the_items_of_the_agenda_again(document):
    assert items(document(UNBROKEN), "number", "title", "public", "decision_text") == [
        ("1", "Einwohnerfragestunde", True, None),
        ("2", "Anträge", True, None),
        ("2.1", "Kreisverkehr am Ulmenweg", True, "Ein Kreisverkehr wird geprüft."),
        ("3", "Mitteilungen", True, None),
        ("4", "Grundstücke", False, None),
    ]


def test_votes_counted_in_running_text_begin_no_item(document):
    vote = document(UNBROKEN).entries("items")[2].parts["vote"]
    assert (vote.value("yes"), vote.value("no"), vote.value("abstain")) == (3, 1, None)


def test_a_paper_without_line_breaks_is_read(document):
    paper = document(UNBROKEN_PAPER)
    rows = [
        tuple(row.value(key) for key in ("body", "date", "role")) for row in paper.entries("consultations")
    ]
    assert rows == [
        ("Ausschuss für Bauen, Umwelt und Klimaschutz", "2024-06-11", "Beratung"),
        ("Rat der Stadt Lindenhagen", "2024-06-27", "Entscheidung"),
    ]
    assert paper.value("proposal_text") == "Die Brücke wird erneuert."
    assert paper.value("attachments") == ("Lageplan", "Prüfbericht")


def test_glued_columns_are_parted_when_the_numbers_count_on(document):
    found = document(GLUED)
    assert found.value("date") == "2024-06-06"
    rows = [
        tuple(row.value(key) for key in ("number", "title", "paper_reference"))
        for row in found.entries("agenda")
    ]
    assert rows == [
        ("1", "Anfragen von Einwohnerinnen und Einwohnern", None),
        ("2", "Bericht der Verwaltung", None),
        ("3", "Stadtfest: Sachstand und Kosten", "2024/0131"),
    ]


def test_a_number_centred_beside_its_title_belongs_to_the_first_line(document):
    assert items(document(CENTRED), "number", "title", "paper_reference") == [
        ("1", "Eröffnung der Sitzung und Feststellung der Beschlussfähigkeit", None),
        ("2", "Zuschuss an den Sportverein Lindenhagen", "Li 12/21-26"),
    ]


@pytest.mark.parametrize("text", [TWO_BLANKS, UNBROKEN, UNBROKEN_PAPER, GLUED, CENTRED])
def test_a_text_cut_off_anywhere_is_read_without_an_error(text, read):
    for end in range(40, len(text), 97):
        assert read(text[:end]).documents
