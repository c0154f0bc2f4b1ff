"""What is called sure is right: where form leaves a doubt, the value is to be checked and says why."""

from __future__ import annotations

import html

import docx
import pytest
from tests.reading import samples
from tests.reading.files import saved

from ratslinde.reading import read_bytes

HEAD = """Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2023

Öffentlicher Teil:

"""


def items(found):
    return {entry.value("number"): entry for entry in found.entries("items")}


def paragraphs(text):
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line)
    return read_bytes(f"<html><body>{lines}</body></html>".encode(), name="unterlage.html").documents[0]


ALONE = """1 Bank am Markt

Die Verwaltung stellt sie auf.

2 Lesung

Abstimmungsergebnis:

{result}

3 Verschiedenes

Nichts.
"""


@pytest.mark.parametrize(
    ("result", "counts"),
    [
        ("einstimmig beschlossen\n\n9 Ja-Stimmen, 0 Nein-Stimmen, 1 Enthaltung", (9, 0, 1)),
        ("mehrheitlich beschlossen\n\nJa 7 Nein 2 Enthaltung 0", (7, 2, 0)),
        ("Ja: 8, Nein: 1\n\nDer Beschluss wird mit Mehrheit gefasst.", (8, 1, None)),
        ("Ja\n\n11\n\nNein\n\n0", (11, 0, None)),
    ],
)
def test_a_gap_between_the_result_and_its_numbers_loses_nothing(result, counts, document):
    text = HEAD + ALONE.format(result=result)
    for found in (document(text), paragraphs(text)):
        (vote,) = items(found)["2"].entries("vote")
        assert tuple(vote.value(key) for key in ("yes", "no", "abstain")) == counts
        assert all(field.sure for field in vote.values.values())


def test_a_result_beside_its_label_is_read_without_a_colon():
    row = "<table><tr><td>Abstimmungsergebnis</td><td>9 Ja-Stimmen, 1 Nein-Stimme</td></tr></table>"
    page = "".join(
        f"<p>{line}</p>" for line in (HEAD + "1 Anfragen\n2 Bank\nBeschluss:\nSie kommt.").splitlines()
    )
    (found,) = read_bytes(f"<body>{page}{row}</body>".encode(), name="unterlage.html").documents
    (vote,) = items(found)["2"].entries("vote")
    assert (vote.value("yes"), vote.value("no")) == (9, 1)
    assert items(found)["2"].value("decision_text") == "Sie kommt."


def test_numbers_further_down_leave_no_result_surely_without_numbers(document):
    told = "einstimmig\n\nDie Aussprache dauert an.\n\nEs stimmen 8 dafür, es gibt 2 Gegenstimmen."
    (vote,) = items(document(HEAD + ALONE.format(result=told)))["2"].entries("vote")
    assert {field.rule for field in vote.values.values()} == {"vote-counted-below"}
    assert not any(field.sure for field in vote.values.values())


def test_a_number_alone_inside_a_decision_is_a_doubt(document):
    text = HEAD + "1 Bank\n\nBeschluss:\nDie Bank kommt an den\n14\nMarkt.\n\n2 Lesung\n\nIm Mai.\n"
    assert items(document(text))["1"].values["decision_text"].rule == "decision-torn"


def test_a_line_right_below_a_short_title_may_be_text(document):
    text = HEAD + "1 Bericht\nLesung im Mai\n\nSie findet statt.\n\n2 Anfragen an\nden Rat\n\nKeine.\n"
    found = items(document(text))
    assert found["1"].values["title"].rule == "title-loose"
    assert (found["2"].value("title"), found["2"].values["title"].sure) == ("Anfragen an den Rat", True)


@pytest.mark.parametrize("end", ["für die", "im Haus –", "am", "und der städtischen"])
def test_a_title_that_ends_openly_is_to_be_checked(end, document):
    title = items(document(HEAD + f"1 Bank {end}\n\n2 Lesung\n\nSie findet statt.\n"))["1"].values["title"]
    assert (title.rule, title.sure) == ("value-cut", False)


def test_a_number_of_a_paper_below_a_gap_is_not_surely_missing(document):
    found = items(document(HEAD + "1 Bank\n\nAm Markt\n\n2023/114\n\nSie kommt.\n\n2 Lesung\n\nIm Mai.\n"))
    assert found["1"].values["paper_reference"].rule == "stated-elsewhere"
    assert found["2"].values["paper_reference"].sure


def test_text_below_several_titles_with_gaps_is_not_surely_that_of_the_last(document):
    text = HEAD + "1 Anträge\n\n1.1 Bank\n\n1.2 Lesung\n\nBeschluss:\nBeides kommt.\n"
    found = items(document(text))
    assert found["1.2"].values["decision_text"].rule == "text-in-common"
    assert not found["1"].values["decision_text"].sure


@pytest.mark.parametrize(
    "label",
    ["Gremium: Kulturausschuss", "Ort: Haus am See", "Datum: Montag, 05.06.2023", "Beginn: 19:00 Uhr"],
)
def test_the_same_label_with_two_values_is_to_be_checked(label, document):
    head = "Gremium: Integrationsrat\nDatum: Mittwoch, 14.06.2023\nBeginn: 17:00 Uhr\nOrt: Begegnungshaus\n"
    keys = {"Gremium": "body", "Ort": "place", "Datum": "date", "Beginn": "time"}
    text = f"Bekanntmachung\n\n{head}{label}\n\nTagesordnung\n\n1 Bank\n2 Lesung\n"
    field = document(text).values[keys[label.split(":")[0]]]
    assert (field.rule, field.sure) == ("label-again", False)
    assert document(text.replace(f"{label}\n", "")).values[keys[label.split(":")[0]]].sure


@pytest.mark.parametrize(
    ("place", "below"),
    [
        ("Haus der Linde, Lindenstraße", "2, 59999 Lindenhagen"),
        ("Haus der Linde,", ""),
        ("Lindenweg 2, 59999", ""),
    ],
)
def test_an_address_that_is_cut_off_is_to_be_checked(place, below, document):
    text = f"Bekanntmachung\n\nDatum: 14.06.2023\nOrt: {place}\n{below}\n\nTagesordnung\n\n1 Bank\n2 Lesung\n"
    assert not document(text).values["place"].sure


ATTENDANCE = """Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2023

{heading}
Mitglieder:
{names}

Öffentlicher Teil:

1 Bank

Sie kommt.

2 Lesung

Im Mai.
"""


def test_two_people_in_one_name_are_to_be_checked(document):
    found = document(ATTENDANCE.format(heading="Anwesend:", names="Anna Birke Bernd Buche\nDr. Cora Dorn"))
    pair, single = found.entries("attendees")
    assert {pair.values[key].rule for key in ("name", "present", "section")} == {"people-together"}
    assert all(field.sure for field in single.values.values())


def test_lists_that_lost_their_columns_tell_nobody_surely_present(document):
    found = document(ATTENDANCE.format(heading="Anwesende Entschuldigt Verteiler", names="Anna Birke"))
    assert [entry.values["present"].rule for entry in found.entries("attendees")] == ["columns-lost"]


def test_lists_below_the_signatures_name_nobody(document):
    names = "Anna Birke          Bernd Buche\nVorsitzende         Schriftführer"
    end = f"\ngez.\n\n{names}\n\nAnlagen:\nLageplan\nGutachten\n"
    found = document(ATTENDANCE.format(heading="Anwesend:", names="Anna Birke") + end)
    assert [entry.value("name") for entry in found.entries("signed_by")] == ["Anna Birke", "Bernd Buche"]


def test_a_labelled_day_is_no_place_of_issue():
    rows = "<dt>Gremium</dt><dd>Integrationsrat</dd><dt>Sitzung am</dt><dd>Mittwoch, 14.06.2023</dd>"
    body = f"<h1>Niederschrift</h1><dl>{rows}</dl><h3>TOP 1 Bank</h3><p>Sie kommt.</p><h3>TOP 2 Lesung</h3>"
    (found,) = read_bytes(f"<body>{body}</body>".encode(), name="unterlage.html").documents
    assert (found.value("date"), found.value("issued_on"), found.value("issued_at")) == (
        "2023-06-14",
        None,
        None,
    )


def test_place_and_date_in_the_head_are_not_said_to_stand_at_the_end(document):
    found = document(
        "Lindenhagen, 01.06.2023\n\n" + ATTENDANCE.format(heading="Anwesend:", names="Anna Birke")
    )
    assert (found.value("issued_at"), found.values["issued_at"].reason) == (
        "Lindenhagen",
        "Steht als Ort und Datum im Kopf.",
    )


def test_a_weekday_that_stands_apart_is_not_surely_missing(document):
    head = "Einladung zur Sitzung des Rates\n\nDatum: 14.06.2023\n\nWir treffen uns am Mittwoch.\n\n"
    text = f"{head}Tagesordnung\n\n1 Bank\n2 Lesung\n"
    assert document(text).values["weekday"].rule == "stated-elsewhere"


def test_the_end_may_stand_below_its_label(document):
    found = document(
        ATTENDANCE.format(heading="Anwesend:", names="Anna Birke") + "\nEnde der Sitzung:\n\n20:45 Uhr\n"
    )
    assert (found.value("end"), found.values["end"].sure) == ("20:45", False)


UNBROKEN = """Bekanntmachung Gremium: Integrationsrat Datum: Mittwoch, 14.06.2023 Beginn: 17:00 Uhr \
Ort: Begegnungshaus, Lindenstraße 2 Hinweise: Wer in Lindenhagen wohnt, ist zum öffentlichen Teil herzlich eingeladen. \
Tagesordnung Öffentlicher Teil: 1 Fragen von Einwohnerinnen und Einwohnern 2 Niederschrift über die letzte Sitzung \
3 Planung des Sommerfests 4 Beschluss über eine Bank aus Lindenholz \
Lindenhagen, den 30.05.2023 gezeichnet Mara Yildiz Vorsitz"""


def test_without_line_breaks_only_what_has_a_form_of_its_own_is_sure(document):
    found = document(UNBROKEN)
    sure = {name for name, field in found.values.items() if field.sure}
    assert sure <= {"kind", "date", "weekday", "time"}
    assert found.value("place") == "Begegnungshaus, Lindenstraße 2"
    assert {entry.values["title"].rule for entry in found.entries("agenda")} == {"breaks-restored"}


PAPER = ["Beschlussvorlage", "", "Betreff: Bank", "", "Beschlussvorschlag:", "Die Bank kommt.", ""]


@pytest.mark.parametrize(
    "listed",
    [
        ["Anlagen:", "Lageplan", "Kostenschätzung", "Gutachten"],
        ["Anlagen:", "", "Lageplan", "", "Kostenschätzung", "", "Gutachten"],
        ["Anlagen:", "Lageplan", "Kostenschätzung", "Gutachten", ""],
    ],
)
def test_an_attachment_named_like_a_section_is_an_attachment(listed, document):
    costs = ["Kosten:", "Die Bank kostet 900 Euro.", ""]
    word = docx.Document()
    for line in [*PAPER, *costs, *listed]:
        word.add_paragraph(line)
    lines = "\n".join([*PAPER, *costs, *listed])
    for found in (document(lines), read_bytes(saved(word), name="unterlage.docx").documents[0]):
        assert found.value("attachments") == ("Lageplan", "Kostenschätzung", "Gutachten")
        assert not found.values["attachments"].sure
        assert found.value("costs_text") == "Die Bank kostet 900 Euro."


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_section_below_the_attachments_stays_a_section(gap, document):
    found = document("\n".join([*PAPER, f"Anlagen:\nLageplan\n{gap}Begründung\n{gap}Sie fehlt den Leuten."]))
    assert (found.value("attachments"), found.value("explanation_text")) == (
        ("Lageplan",),
        "Sie fehlt den Leuten.",
    )


def test_attachments_parted_by_gaps_all_count(document):
    found = document("\n".join([*PAPER, "Anlagen:\n\nLageplan\n\nListe der Vereine\n\nGutachten"]))
    assert found.value("attachments") == ("Lageplan", "Liste der Vereine", "Gutachten")
    assert not found.values["attachments"].sure


def test_who_signs_below_the_attachments_is_none_of_them(document):
    found = document("\n".join([*PAPER, "Anlagen:\nLageplan\n\ngez.\nAnna Birke\nBürgermeisterin"]))
    assert (found.value("attachments"), found.values["attachments"].sure) == (("Lageplan",), True)


def test_costs_stated_twice_are_to_be_checked(document):
    twice = (
        "Kosten:\nDie Bank kostet 900 Euro.\n\nFinanzierung:\nAus Spenden.\n\nKosten:\nSie kostet 1.200 Euro."
    )
    field = document("\n".join([*PAPER, twice])).values["costs_text"]
    assert (field.value, field.rule) == ("Die Bank kostet 900 Euro.", "section-again")


def test_a_result_told_in_the_debate_right_below_is_a_doubt(document):
    told = "7 Ja-Stimmen\nFrau Birke sagt, der Kreistag habe den Antrag neulich abgelehnt, und dankt allen."
    (vote,) = items(document(HEAD + ALONE.format(result=told)))["2"].entries("vote")
    assert (vote.value("yes"), vote.values["yes"].sure) == (7, True)
    assert (vote.value("result"), vote.values["result"].sure) == ("abgelehnt", False)


def test_two_numbers_beside_one_title_are_to_be_checked(document):
    head = "1 Bank am Markt\nVorlage: 2023/114\nVorlage: 2023/115\n\nSie kommt.\n\n"
    reference = items(document(HEAD + f"{head}2 Lesung\n\nIm Mai.\n"))["1"].values["paper_reference"]
    assert (reference.value, reference.rule) == ("2023/114", "number-again")


def test_an_empty_heading_below_the_attachments_may_be_one_of_them(document):
    found = document("\n".join([*PAPER, "Anlagen:\n\nLageplan\n\nKostenschätzung\n"]))
    assert not found.values["attachments"].sure


def test_documents_without_a_gap_between_them_are_all_found(read):
    printed = [line for line in samples.SESSION_FILE.splitlines() if line]
    found = read("\n".join(printed)).documents
    titles = [one.values["title"] for one in found[1:]]
    assert [title.value for title in titles] == [
        'Planung des Sommerfests "Brücken" am 02.09.2023',
        "Beschluss über eine Bank aus Lindenholz",
    ]
    assert {title.rule for title in titles} == {"title-below-document"}


def test_a_label_without_colon_is_no_part_of_the_body():
    page = "<p>Niederschrift</p><p>Gremium Integrationsrat</p><p>Sitzung am 14.06.2023</p><p>TOP 1 Bank</p>"
    (found,) = read_bytes(f"<body>{page}<p>TOP 2 Lesung</p></body>".encode(), name="unterlage.html").documents
    assert found.value("body") == "Integrationsrat"


@pytest.mark.parametrize("listed", ["1. Antrag\n2. Lageplan", "Antrag\nLageplan"])
def test_a_motion_among_the_attachments_is_one_of_them(listed):
    above = "Vorlage Nr. 2026/011\n\nBetreff: Neue Bank\n\nBeschlussvorschlag:\nDer Rat beschließt.\n\n"
    [found] = read_bytes(f"{above}Anlagen:\n{listed}\n".encode(), name="vorlage.txt").documents
    assert (found.value("attachments"), found.value("proposal_text")) == (
        ("Antrag", "Lageplan"),
        "Der Rat beschließt.",
    )


def test_a_number_glued_to_a_word_inside_a_title_leaves_a_doubt(document):
    found = document(
        "Tagesordnung der Sitzung des Kulturrates am 02.06.2026\n\n1. Bücherei\n2. Chor   \n   3Theater am Teich\n"
    )
    assert [item.values["title"].sure for item in found.entries("agenda")] == [True, False]
