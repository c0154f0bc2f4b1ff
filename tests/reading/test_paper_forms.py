"""Heads, tables and sections of papers in the forms of several systems."""

from __future__ import annotations

import pytest


def consultations(document):
    keys = ("body", "date", "role")
    return [tuple(entry.value(key) for key in keys) for entry in document.entries("consultations")]


SIDE_BY_SIDE = """                                                                              Ö  9

Beschlussvorlage
Geschäftszeichen:              Verantwortliche/r:                         Vorlagennummer:
VI/61                          Referat für Planen und Bauen               611/123/2026

Neugestaltung des Lindenplatzes;
hier: Vorplanung

Beratungsfolge                           Termin       N/Ö Vorlagenart   Abstimmung

Bauausschuss                             10.02.2026   Ö   Gutachten     einstimmig angenommen
Stadtrat                                 26.02.2026   Ö   Beschluss

I. Antrag

Die Vorplanung wird beschlossen.

II. Begründung

1.   Ergebnis/Wirkungen
     (Welche Wirkungen sollen erzielt werden?)

     Der Platz soll grüner werden.

2.   Ressourcen

     Keine.

III. Abstimmung

Beratung im Gremium: Bauausschuss
"""


def test_a_row_of_values_below_a_row_of_labels_is_read_by_its_columns(document):
    paper = document(SIDE_BY_SIDE)
    assert paper.value("reference") == "611/123/2026"
    assert paper.value("responsible") == "Referat für Planen und Bauen"
    assert paper.value("title") == "Neugestaltung des Lindenplatzes; hier: Vorplanung"


def test_counted_headings_stay_in_the_reason_that_they_part(document):
    text = document(SIDE_BY_SIDE).value("explanation_text")
    assert text.startswith("1. Ergebnis/Wirkungen")
    assert text.endswith("Keine.")


ADDRESSED = """Landeshauptstadt Lindenhagen

Beschlussdrucksache

In den Stadtbezirksrat Mitte
In die Ratsversammlung

Nr.
Anzahl der Anlagen
Zu TOP

0412/2026
2

BITTE AUFBEWAHREN – wird nicht noch einmal versandt

Umgestaltung des Lindenplatzes

Antrag,

der Umgestaltung zuzustimmen.

Begründung des Antrages

Der Platz ist alt.
"""


def test_a_paper_handed_to_bodies_by_name_has_them_as_consultations(document):
    paper = document(ADDRESSED)
    assert consultations(paper) == [("Stadtbezirksrat Mitte", None, None), ("Ratsversammlung", None, None)]
    assert paper.value("reference") == "0412/2026"
    assert paper.value("title") == "Umgestaltung des Lindenplatzes"
    assert paper.value("proposal_text") == "der Umgestaltung zuzustimmen."


NARROW = """Dezernat, Dienststelle
V/50/501

Vorlagen-Nummer          24.02.2026
0123/2026

{kind}

{title}Gremium
Datum
Sozialausschuss
05.02.2026
Integrationsrat
09.02.2026

{below}
"""


def test_columns_may_be_named_one_below_the_other(document):
    text = NARROW.format(
        kind="Beschlussvorlage",
        title="Betreff\nFörderung der Zentren\n\n",
        below="Beschluss:\n\nDie Mittel werden verteilt.\n\nHaushaltsmäßige Auswirkungen\n\nNein\nJa, investiv\n"
        "Ja, ergebniswirksam\nAufwendungen für die Maßnahme\n500.000 €\n",
    )
    paper = document(text)
    assert consultations(paper) == [
        ("Sozialausschuss", "2026-02-05", None),
        ("Integrationsrat", "2026-02-09", None),
    ]
    assert paper.value("lead_department") == "V/50/501"
    assert paper.value("reference") == "0123/2026"
    assert paper.value("costs_text") == "500.000 €"


def test_a_head_of_labels_above_the_heading_is_no_document_of_its_own(read):
    text = (
        "Der Oberbürgermeister\n\nDezernat, Dienststelle\nV/50/501\n\nVorlagen-Nummer\n0123/2026\n\n"
        "Freigabedatum\n12.01.2026\n\n\nBeschlussvorlage\n\nBetreff\nFörderung\n\n"
        "Gremium\nDatum\nRat\n05.02.2026\n\nBegründung:\n\nEs ist nötig.\n"
    )
    (paper,) = read(text).documents
    assert (paper.value("reference"), paper.value("title")) == ("0123/2026", "Förderung")


def test_the_heading_of_a_table_may_be_its_first_column(document):
    paper = document(
        "Beschlussvorlage Nr. SG 12/2026\n\nBeratungsfolge:            Sitzungstermin      TOP\n"
        "Bauausschuss               17.03.2026          4\nSamtgemeinderat            26.03.2026          8\n\n"
        "Betreff:\nSanierung des Freibades\n\nSachverhalt:\nDas Bad ist alt.\n"
    )
    assert consultations(paper) == [
        ("Bauausschuss", "2026-03-17", None),
        ("Samtgemeinderat", "2026-03-26", None),
    ]


def test_the_title_stands_first_in_a_paper_without_sections(document):
    paper = document(
        "Informationsdrucksache\n\nAn den Jugendhilfeausschuss (zur Kenntnis)\n\nNr.\nZu TOP\n\n1164/2026\n\n"
        "Armut in der Stadt\n\nDie Verwaltung berichtet.\n\nDez. IV\nLindenhagen / 28.05.2026\n"
    )
    assert paper.value("title") == "Armut in der Stadt"
    assert consultations(paper) == [("Jugendhilfeausschuss", None, "zur Kenntnis")]


def test_a_sachbericht_is_the_reason_of_a_paper(document):
    text = (
        "Mitteilung zur Kenntnis\n\nI. Kenntnisnahme\n\nZur Kenntnis.\n\nII. Sachbericht\n\nEs geht voran.\n"
    )
    assert document(text).value("explanation_text") == "Es geht voran."


def test_a_title_may_stand_below_the_table(document):
    text = NARROW.format(
        kind="Mitteilung", title="", below="Sachstand Radverkehr\n\nDie Verwaltung berichtet."
    )
    title = document(text).values["title"]
    assert (title.value, title.sure) == ("Sachstand Radverkehr", False)


def test_rows_without_a_heading_count_when_they_name_body_date_and_role(document):
    paper = document(
        "Sitzungsvorlage Nr. 085/2026\n\nfür den\n\n"
        "Ausschuss für Planung     zur Vorberatung       am 14.04.2026   TOP 4\n"
        "Rat                       zur Beschlussfassung  am 28.04.2026   TOP 9\n\n"
        "Betreff: Bebauungsplan Nr. 12\n\nBeschlussvorschlag:\n\nDer Entwurf wird ausgelegt.\n\n"
        "Anlagen: 1. Planzeichnung\n2. Begründung\n"
    )
    assert consultations(paper) == [
        ("Ausschuss für Planung", "2026-04-14", "zur Vorberatung"),
        ("Rat", "2026-04-28", "zur Beschlussfassung"),
    ]
    assert paper.value("reference") == "085/2026"
    assert paper.value("attachments") == ("Planzeichnung", "Begründung")
    assert paper.value("explanation_text") is None


def test_the_number_of_an_attachment_in_a_column_is_no_part_of_its_name(document):
    paper = document("Vorlage - 26/0041\n\nBetreff: Schule\n\nAnlagen:\n1\tKostenschätzung (PDF 120 KB)\n")
    assert paper.value("attachments") == ("Kostenschätzung",)


def test_the_number_in_a_heading_is_read_without_the_word_for_it(document):
    paper = document(
        "Drucksache Nr. 1007/2026:\n\nBeratungsfolge\nRat 01.06.2026\n\nBegründung:\n\nEs ist nötig.\n"
    )
    assert paper.value("reference") == "1007/2026"


@pytest.mark.parametrize("printed", ["OV Lindenau", "Dezernat 3"])
def test_short_names_of_departments_are_found_below_their_label(printed, document):
    paper = document(
        f"BESCHLUSSVORLAGE\n\nVorlage Nr.:\n\n2018/0111\nVerantwortlich:\n\n{printed}\nMöblierung des Dorfplatzes\n\n"
        "Gremium Termin TOP ö nö\nOrtschaftsrat 06.03.2018 5 X\n"
    )
    assert paper.value("lead_department") == printed
    assert paper.value("title") == "Möblierung des Dorfplatzes"


WRAPPED = """Stadt Lindenhagen                                          Informationsvorlage
Amt für Bürgerdienste            Aktenzeichen: 460.15      DS-2026-0388

Federführendes Amt:              Beteiligte Ämter:
Amt für Mobilität und            Ordnungsamt
Straßenbau                       Amt für Klimaschutz und
                                 Umwelt

Betreff:    Neue Radwege

Beschlussvorschlag:

Der Rat nimmt das Konzept zur Kenntnis.

Anlagen:
Anlage 1   Konzept, Stand 2026
Anlage 2   Lageplan
"""


def test_columns_below_a_row_of_labels_wrap_on_their_own(document):
    paper = document(WRAPPED)
    assert paper.value("lead_department") == "Amt für Mobilität und Straßenbau"
    assert paper.value("participating_departments") == ("Ordnungsamt", "Amt für Klimaschutz und Umwelt")


def test_kind_and_number_may_stand_in_the_last_column(document):
    paper = document(WRAPPED)
    assert (paper.value("subtype"), paper.value("reference")) == ("mitteilung", "DS-2026-0388")


def test_the_number_of_an_attachment_may_have_its_own_column(document):
    assert document(WRAPPED).value("attachments") == ("Konzept, Stand 2026", "Lageplan")


def test_an_office_of_the_letterhead_ends_with_its_column(document):
    text = WRAPPED.replace("Federführendes Amt:", "Name:              ")
    lead = document(text).values["lead_department"]
    assert (lead.value, lead.sure) == ("Amt für Bürgerdienste", False)


STACKED = """Stadt Lindenhagen                       Beschlussvorlage
Der Bürgermeister                       Nr. BV-26-0519
☒ öffentlich  ☐ nichtöffentlich

Federführend:                           Bearbeiter: Anna Birke
Fachdienst 4.2 Bauhof                   Telefon: 02599 10-455
Beteiligt:                              Aktenzeichen: 70.11
Fachdienst 1.3 Finanzen

Gremium                  Sitzungsdatum    Zuständigkeit    Status
Verwaltungsausschuss     25.11.2026       Vorberatung      N

{title}Beschlussvorschlag:

Zwei Fahrzeuge werden beschafft.
"""


def test_labels_in_two_columns_have_their_values_right_below(document):
    paper = document(STACKED.format(title="Betreff:\n\nZwei Fahrzeuge für den Bauhof\n\n"))
    assert paper.value("lead_department") == "Fachdienst 4.2 Bauhof"
    assert paper.value("participating_departments") == ("Fachdienst 1.3 Finanzen",)
    assert paper.value("title") == "Zwei Fahrzeuge für den Bauhof"


def test_a_letterhead_in_columns_is_no_title(document):
    assert document(STACKED.format(title="")).value("title") is None


BARE = """Stadt Lindenhagen                       Magistratsvorlage
Der Magistrat

Drucksachen-Nr.                         Datum
0188/2026/1                             18.08.2026
Federführendes Amt                      Beteiligte Ämter
Katasteramt                             Kulturamt
                                        Bürgeramt

Gremium                  Termin           Aufgabe
Magistrat                25.11.2026       Vorberatung

Neue Namen für drei Straßen

Beschlussvorschlag

Drei Straßen werden umbenannt.
"""


def test_a_row_of_labels_without_colons_has_its_values_below(document):
    paper = document(BARE)
    keys = ("reference", "lead_department", "participating_departments", "title")
    assert [paper.value(key) for key in keys] == [
        "0188/2026/1",
        "Katasteramt",
        ("Kulturamt", "Bürgeramt"),
        "Neue Namen für drei Straßen",
    ]


def test_place_date_and_number_above_a_title_are_none_of_it(document):
    paper = document(
        "Stadt Lindenhagen\nTiefbauamt                    Lindenhagen, 19.02.2026\n\nMITTEILUNG\n\n"
        "für die Sitzung des Bauausschusses am 05.03.2026\n\nNr. M 17/2026\n\nStand der Bauarbeiten\n\n"
        "Die Arbeiten am Dach sind abgeschlossen.\n"
    )
    assert (paper.value("reference"), paper.value("title")) == ("M 17/2026", "Stand der Bauarbeiten")
