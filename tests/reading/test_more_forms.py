"""Forms of heads, lists, tables and votes that differ between the systems of the towns."""

from __future__ import annotations

import pytest

MINUTES = (
    "Niederschrift\n\nüber die öffentliche Sitzung des Kulturausschusses am 12.03.2026\n\n{head}\n\n{body}"
)


def people(document):
    return [(entry.value("name"), entry.value("present")) for entry in document.entries("attendees")]


@pytest.fixture
def minutes(document):
    def read(*, head: str = "", body: str = "TOP 1: Eröffnung\n\nTOP 2: Verschiedenes"):
        return document(MINUTES.format(head=head, body=body))

    return read


def test_attendance_told_in_sentences_is_read_and_not_sure(minutes):
    found = minutes(
        head="Anwesend unter dem Vorsitz der Ratsvorsitzenden Anna Birke waren die Ratsmitglieder Bernd Buche, "
        "Hans von Eiche und Ina Esche.\n\nEntschuldigt fehlte der Ratsherr Karl Kiefer."
    )
    assert people(found) == [
        ("Anna Birke", True),
        ("Bernd Buche", True),
        ("Hans von Eiche", True),
        ("Ina Esche", True),
        ("Karl Kiefer", False),
    ]
    assert not found.entries("attendees")[0].values["name"].sure


def test_a_counted_office_in_the_list_of_people_is_no_item(minutes):
    found = minutes(
        head="Anwesend:\nBürgermeisterin Anna Birke\n1. stellv. Bürgermeister Bernd Buche\nProtokollführer Uwe Ulme",
        body="1. Eröffnung\n\nFrau Birke eröffnet.\n\n2. Verschiedenes\n\nKeine.",
    )
    assert [name for name, _ in people(found)] == ["Anna Birke", "Bernd Buche", "Uwe Ulme"]
    assert [item.value("title") for item in found.entries("items")] == ["Eröffnung", "Verschiedenes"]


def test_who_is_deputised_for_is_not_counted_as_present(minutes):
    found = minutes(
        head="Anwesend:\nKTA Dr. Eiche, Cora (GRÜNE) i. V. für KTA Esche, Dirk\nKTA Birke, Anna (CDU) ab 18:20 Uhr"
    )
    assert people(found) == [("Dr. Eiche, Cora", True), ("Birke, Anna", True)]


def test_labels_first_and_values_below_name_the_chair(document):
    found = document(
        "NIEDERSCHRIFT\n\nGremium:\n49. Plenarsitzung Gemeinderat\nTermin:\n\nOrt:\nVorsitzender:\n"
        "08.04.2008, 15:30 Uhr\nöffentlich\nBürgersaal des Rathauses\nOberbürgermeister Uwe Ulme\n\n"
        "Punkt 13 der Tagesordnung: Sanierung am Anger\n\nBeschluss:\nZustimmung zur Satzung.\n"
    )
    assert (found.value("date"), found.value("start")) == ("2008-04-08", "15:30")
    assert found.value("place") == "Bürgersaal des Rathauses"
    assert people(found) == [("Uwe Ulme", True)]


@pytest.mark.parametrize(
    "sentence",
    ["Herr Birke berichtet vom Fest.", "Es liegt nichts vor.", "Die Ladung erfolgte fristgerecht.", "Keine."],
)
def test_a_sentence_right_below_a_title_ends_it(sentence, minutes):
    found = minutes(body=f"TOP 1: Bericht der Verwaltung\n{sentence}\nTOP 2: Anfragen\nKeine.")
    assert [item.value("title") for item in found.entries("items")] == ["Bericht der Verwaltung", "Anfragen"]


@pytest.mark.parametrize("mark", ["Protokoll zu TOP {}", "§ {}", "Zu Tagesordnungspunkt {}:"])
def test_items_are_marked_in_many_ways(mark, minutes):
    first, second = mark.format(1), mark.format(2)
    found = minutes(body=f"{first}\n\nFragestunde\n\nKeine Fragen.\n\n{second}\n\nSpenden\n\nKenntnisnahme.")
    assert [item.value("number") for item in found.entries("items")] == ["1", "2"]
    assert [item.value("title") for item in found.entries("items")] == ["Fragestunde", "Spenden"]


def test_votes_against_votes_keep_the_abstention_beside_them(minutes):
    found = minutes(body="TOP 1: Straße\n\nEs wird mit 2 gegen 1 Stimmen bei 1 Enthaltung beschlossen.")
    vote = found.entries("items")[0].parts["vote"]
    assert [vote.value(key) for key in ("yes", "no", "abstain")] == [2, 1, 1]


def test_a_result_labelled_as_decision_does_not_hide_the_decision(minutes):
    found = minutes(
        body="TOP 1: Halle\n\nBeschluss: Mehrheitlich beschlossen\nAbstimmung: Ja: 8, Nein: 2, Enthaltungen: 1\n\n"
        "Beschluss:\n\nDie Halle wird saniert."
    )
    item = found.entries("items")[0]
    assert item.value("decision_text") == "Die Halle wird saniert."
    assert item.parts["vote"].value("yes") == 8


def test_the_page_of_one_item_is_headed_by_day_number_and_title(document):
    found = document(
        "20.01.2025 - 6.1 Neubau der Halle\n\nTOP:\nÖ 6.1\nGremium:\nRat der Stadt Lindenhagen\nDatum:\n"
        "Mo., 20.01.2025\nZeit:\n19:00 - 21:10\nVorlage:\n2025/003 Neubau der Halle\n\n"
        "Beschluss\n\nDie Halle wird gebaut.\n"
    )
    (item,) = found.entries("items")
    assert found.kind == "niederschrift"
    assert [item.value(key) for key in ("number", "title", "paper_reference", "public")] == [
        "Ö 6.1",
        "Neubau der Halle",
        "2025/003",
        True,
    ]


def test_a_day_alone_with_its_weekday_is_that_of_the_session(document):
    found = document(
        "Einladung\n\nStadtteilbeirat Süd\n4. Sitzung\n\nDienstag, 14.03.2023\n\n18:00 Uhr\n\nGemeindezentrum,\n"
        "Ulmenweg 7\n\nÖffentliche Tagesordnung\n1.\n\nBegrüßung\n\n2.\n\nAnfragen\n\ngez. Anna Birke, Vorsitzende\n"
    )
    assert (found.value("date"), found.value("place")) == ("2023-03-14", "Gemeindezentrum, Ulmenweg 7")
    assert (found.value("signed_by"), found.value("signed_role")) == ("Anna Birke", "Vorsitzende")


def test_a_street_below_the_place_goes_on_with_it_beside_other_values(minutes):
    found = minutes(
        head="Ort:  Grundschule am Anger   Ende:  20:30 Uhr\nUlmenweg 6-8, Lindenhagen\n\nBeginn:  19:00 Uhr"
    )
    assert found.value("place") == "Grundschule am Anger Ulmenweg 6-8, Lindenhagen"
    assert found.value("end") == "20:30"


PAPER = "Beschlussvorlage\n\nVorlage Nr.: 2024/7\n\nNeubau der Halle\n\n{table}\n\n{below}"


def rows(document, *keys):
    return [tuple(row.value(key) for key in keys) for row in document.entries("consultations")]


def test_text_below_the_table_is_no_row_of_it(document):
    paper = document(
        "Mitteilung\n\nVorlage Nr.: 2024/7\n\nGremium     Datum\n\nFinanzausschuss     26.09.2011\n\n\n"
        "Anfrage der FDP-Fraktion zu den Kosten\n\nDie Kosten wurden dem Rat am 14.07.2011 vorgelegt.\n"
    )
    assert rows(paper, "body", "date") == [("Finanzausschuss", "2011-09-26")]


def test_a_word_below_a_column_of_results_is_a_result(document):
    paper = document(
        PAPER.format(
            table="Gremium Termin TOP ö nö Ergebnis\nHauptausschuss 29.11.2011 9  x Empfehlung",
            below="Beschlussantrag:\n\nDem Bau wird zugestimmt.",
        )
    )
    assert rows(paper, "body", "role", "result") == [("Hauptausschuss", None, "Empfehlung")]


def test_the_name_of_a_body_may_end_on_the_next_line(document):
    paper = document(
        PAPER.format(
            table="Gremium                      Termin      Ö / N\n"
            "Umwelt-, Verkehrs- und       19.10.2021  Ö\nPlanungsausschuss",
            below="Beschlussantrag:\n\nDem Bau wird zugestimmt.",
        )
    )
    assert rows(paper, "body", "date") == [("Umwelt-, Verkehrs- und Planungsausschuss", "2021-10-19")]


def test_a_result_that_holds_a_role_does_not_hide_the_role(document):
    paper = document(
        "Mitteilungsvorlage - 2025/388\n\nBetreff:\nJahresbericht\n\nBeratungsfolge\n\nKulturausschuss\tKenntnisnahme\n"
        "06.11.2025\tSitzung des Kulturausschusses\tzur Kenntnis genommen\n\nSachverhalt:\n\nText.\n"
    )
    assert rows(paper, "role", "result") == [("Kenntnisnahme", "zur Kenntnis genommen")]


def test_a_name_broken_behind_whom_somebody_deputises_for_is_no_person(minutes):
    found = minutes(head="Anwesend:\nHr. Dirk Esche i. V. für Fr. Cora\nEiche\nFr. Anna Birke")
    assert people(found) == [("Dirk Esche", True), ("Anna Birke", True)]


def test_an_office_in_a_column_behind_a_name_is_no_last_name(minutes):
    found = minutes(head="Anwesend:\nUwe Ulme          Fachbereichsleiter\nIna Weide         Schriftführerin")
    assert people(found) == [("Uwe Ulme", True), ("Ina Weide", True)]


def test_the_heading_names_the_end_beside_a_labelled_beginning(document):
    found = document(
        "Niederschrift\n\nder 4. Sitzung des Rates Lindenhagen\nam Dienstag, 05.05.2026, 19:30 Uhr bis 20:33 Uhr\n"
        "im Gasthaus, Ulmenweg 1\n\nSitzungsbeginn: 19:30 Uhr\n\nTOP 1: Eröffnung\n\nKeine.\n"
    )
    assert (found.value("start"), found.value("end")) == ("19:30", "20:33")


def test_an_article_inside_the_place_does_not_end_it(document):
    found = document(
        "Niederschrift\n\nüber die 18. Sitzung des Schulausschusses am Mittwoch, dem 31.01.2024, 17:00 Uhr, in der "
        "Aula der\nRealschule, Schulstraße 5, 59999 Lindenhagen.\n\nTOP 1: Eröffnung\n\nKeine.\n"
    )
    assert found.value("place") == "Aula der Realschule, Schulstraße 5, 59999 Lindenhagen"


def test_a_list_that_only_looks_like_one_does_not_hide_the_next(document):
    found = document(
        "Niederschrift\n\nBezirksrathaus\nDatum: 12.03.2026\nSitzung der Bezirksvertretung am 12.03.2026\n\n"
        "Anwesend waren:\nHerr Norbert Buche\n\nTOP 1: Eröffnung\n\nKeine.\n"
    )
    assert people(found) == [("Norbert Buche", True)]


def test_a_day_at_its_label_may_hold_the_beginning(document):
    found = document(
        "NIEDERSCHRIFT\n\nGremium: Ortschaftsrat Anger\nTermin: 12. April 2016, 19:00 Uhr\nOrt: Rathaus\n\n"
        "TOP 1: Fragen\n\nKeine.\n"
    )
    assert (found.value("date"), found.value("start")) == ("2016-04-12", "19:00")
