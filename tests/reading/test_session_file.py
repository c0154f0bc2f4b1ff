"""One file with an announcement and its papers becomes documents whose every value is in its place."""

from __future__ import annotations

import pytest
from tests.reading import samples

from ratslinde.reading import to_json


@pytest.fixture
def documents(read):
    return to_json(read(samples.SESSION_FILE))["documents"]


def test_the_file_is_parted_into_its_documents(documents):
    assert [document["kind"] for document in documents] == ["bekanntmachung", "vorlage", "vorlage"]


def test_a_paper_begins_with_its_title(read):
    spans = [document.span for document in read(samples.SESSION_FILE).documents]
    lines = samples.SESSION_FILE.split("\n")
    assert [lines[span.first_line - 1] for span in spans] == [
        "Bekanntmachung",
        'Planung des Sommerfests "Brücken" am 02.09.2023',
        "Beschluss über eine Bank aus Lindenholz",
    ]


def test_the_announcement_states_the_session(documents):
    stated = {name: value for name, value in documents[0].items() if isinstance(value, str)}
    assert stated == {
        "kind": "bekanntmachung",
        "body": "Integrationsrat",
        "date": "2023-06-14",
        "weekday": "Mittwoch",
        "time": "17:00",
        "place": "Begegnungshaus e. V., Lindenstraße 2, 59999 Lindenhagen",
        "hint_text": "Wer in Lindenhagen wohnt, ist zum öffentlichen Teil herzlich eingeladen.",
        "signed_by": "Mara Yildiz",
        "signed_role": "Vorsitz",
        "issued_on": "2023-05-30",
        "issued_at": "Lindenhagen",
    }


def test_the_agenda_keeps_titles_that_hold_dates(documents):
    rows = [(item["number"], item["title"], item["public"]) for item in documents[0]["agenda"]]
    assert rows == [
        ("1", "Fragen von Einwohnerinnen und Einwohnern", True),
        ("2", "Niederschrift über die öffentliche Sitzung des Integrationsrates vom 08.03.2023", True),
        ("3", 'Planung des Sommerfests "Brücken" am 02.09.2023', True),
        ("4", "Beschluss über eine Bank aus Lindenholz", True),
    ]


def test_an_empty_label_and_ohne_mean_none_not_unknown(documents):
    assert documents[1]["participating_departments"] == []
    assert documents[1]["attachments"] == []
    assert documents[1]["proposal_text"] is None


def test_participants_and_attachments_are_lists(documents):
    assert documents[2]["participating_departments"] == ["Fachbereich Soziales", "Kämmerei"]
    assert documents[2]["attachments"] == ["Lageplan", "Zeichnung der Bank"]


def test_whom_to_ask_is_parted_into_name_phone_and_mail(documents):
    contact = documents[1]["contact"]
    assert (contact["name"], contact["phone"], contact["email"]) == (
        "Frau Ahrens",
        "02599 10-310",
        "ahrens@lindenhagen.example",
    )


def test_consultations_keep_their_order_and_roles(documents):
    rows = [(row["body"], row["date"], row["role"]) for row in documents[2]["consultations"]]
    assert rows == [("Integrationsrat", "2023-06-14", "Vorberatung"), ("Rat", "2023-06-22", "Entscheidung")]


def test_sections_end_where_the_next_heading_begins(documents):
    assert documents[2]["proposal_subheading"] == "Sachentscheidung"
    assert documents[2]["proposal_text"] == (
        "Auf dem Markt wird eine Bank aus Lindenholz aufgestellt.\n\nDie Verwaltung wird beauftragt,\n\n"
        "- einen Platz vorzuschlagen und\n- Angebote einzuholen."
    )
    assert documents[2]["costs_text"] == "Die Bank kostet 1.200 Euro."
    assert documents[2]["financing_text"] == "Die Mittel stehen im Haushalt bereit."
    assert documents[2]["explanation_text"] == "Der Integrationsrat wünscht sich einen Ort zum Ausruhen."


def test_a_paper_without_proposal_is_an_information(documents):
    assert [document["subtype"] for document in documents[1:]] == ["mitteilung", "beschlussvorlage"]


def test_a_later_presentation_is_a_planned_report_and_no_consultation(documents):
    (report,) = documents[1]["planned_reports"]
    assert report["body"] == "Ausschuss für Familie, Schule und Sport"
    assert report["date"] == "2023-11-09"
    assert report["certain"] is False
    assert report["text"].startswith("Der Bericht wird dem Ausschuss")
    assert len(documents[1]["consultations"]) == 1


def test_letterhead_torn_into_the_text_is_left_out_and_to_be_checked(documents):
    paper = documents[1]
    assert "LINDENHAGEN" not in paper["explanation_text"]
    assert "www." not in paper["explanation_text"]
    assert paper["_fields"]["explanation_text"]["rule"] == "section-cleaned"
    assert paper["_fields"]["explanation_text"]["sure"] is False


def test_a_complete_file_needs_no_warning(read):
    assert read(samples.SESSION_FILE).warnings == ()
