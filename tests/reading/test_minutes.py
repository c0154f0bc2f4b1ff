"""Minutes: who was there, what was decided, and how the votes went."""

from __future__ import annotations

import pytest
from tests.reading import samples


def people(document):
    keys = ("name", "group", "role", "present")
    return [tuple(entry.value(key) for key in keys) for entry in document.entries("attendees")]


def votes(document):
    return {
        entry.value("number"): tuple(entry.entries("vote")[0].value(key) for key in ("yes", "no", "abstain"))
        for entry in document.entries("items")
        if entry.entries("vote")
    }


def test_agenda_and_protocol_become_one_list_of_items(document):
    keys = ("number", "title", "public", "paper_reference")
    assert [
        tuple(entry.value(key) for key in keys) for entry in document(samples.LONG_MINUTES).entries("items")
    ] == [
        ("1", "Eröffnung der Sitzung und Feststellung der Tagesordnung", True, None),
        ("2", "Antrag der CDU-Fraktion: Mehr Bänke am Markt", True, "0412/2017"),
        (
            "2.1",
            "Änderungsantrag der SPD-Fraktion zu Drucks. Nr. 0412/2017: Mehr Bänke am Markt",
            True,
            "0499/2017",
        ),
        ("3", "Bericht der Verwaltung", False, None),
        ("4", "Verschiedenes", True, None),
    ]


def test_votes_are_numbers_only_where_numbers_are_printed(document):
    assert votes(document(samples.LONG_MINUTES)) == {
        "1": (None, None, None),
        "2": (9, 2, 1),
        "2.1": (4, 8, 0),
    }


def test_names_in_brackets_are_those_who_were_absent(document):
    assert people(document(samples.LONG_MINUTES)) == [
        ("Buche", "AfD", None, False),
        ("Birke", "FDP", None, True),
        ("Eiche", "CDU", None, True),
        ("Espe", None, None, False),
        ("Dorn", "CDU", None, True),
        ("Ulme", None, "Dez. IV", True),
    ]


def test_deputies_and_times_are_remarks(document):
    notes = [entry.value("note") for entry in document(samples.LONG_MINUTES).entries("attendees")]
    assert notes[2] == "15.10 - 17.40 Uhr"
    assert notes[4] == "i. V. für Ratsfrau Lärche"


def test_the_head_is_read_from_columns(document):
    found = document(samples.COLUMN_MINUTES)
    assert found.value("body") == "Stadtteilbeirat Nord"
    assert (found.value("date"), found.value("start"), found.value("end")) == ("2020-01-22", "18:35", "20:40")
    assert found.value("place") == "Gasthaus Linde, Dorfstraße 14"
    assert found.value("issued_on") == "2020-01-27"


def test_lists_side_by_side_are_kept_apart_and_the_distribution_list_left_out(document):
    assert people(document(samples.COLUMN_MINUTES)) == [
        ("Cora Winter", None, "Vorsitzende", True),
        ("Florian Herbst", None, None, True),
        ("Paula Tanne", None, None, True),
        ("Ina Erle", None, None, True),
        ("Birken-Hain", None, "Zweckverband Bahn", True),
        ("Ahorn", None, "Zweckverband Bahn", True),
        ("Sven Kirsch", None, None, False),
    ]


def test_votes_in_sentences_count_words_as_numbers(document):
    assert votes(document(samples.COLUMN_MINUTES)) == {"1": (None, 3, None), "2": (None, None, None)}


def test_the_decision_follows_the_sentence_that_announces_it(document):
    items = document(samples.COLUMN_MINUTES).entries("items")
    assert items[1].value("decision_text") == "Die Bahn soll über den Ring fahren."
    assert items[1].values["decision_text"].rule == "decision-sentence"
    assert items[2].value("title") == "Verschiedenes"


def test_signatures_side_by_side_keep_name_and_role_together(document):
    signed = document(samples.COLUMN_MINUTES).entries("signed_by")
    assert [(entry.value("name"), entry.value("role")) for entry in signed] == [
        ("Cora Winter", "Vorsitzende Stadtteilbeirat"),
        ("Yves Sommer", "Schriftführer"),
    ]


ITEM = """Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2023 im Haus der Gemeinde

Öffentlicher Teil:

1 Eröffnung

Die Bürgermeisterin eröffnet die Sitzung.

2 Bank am Markt

1. Herr Arnold berichtet.
2. Frau Busch fragt nach.
3. Herr Arnold antwortet.

Beschluss:
Der Rat stellt eine Bank auf.

{vote}

3 Verschiedenes

Nichts.
"""


@pytest.mark.parametrize(
    ("printed", "counts"),
    [
        ("Abstimmungsergebnis: 8 Ja-Stimmen, 1 Gegenstimme, 2 Stimmenthaltungen", (8, 1, 2)),
        ("Abstimmungsergebnis:\n8 Ja-Stimme(n), 0 Gegenstimme(n), 0 Stimmenthaltung(en)", (8, 0, 0)),
        ("Abstimmung: Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0", (9, 0, 0)),
        ("Abstimmungsergebnis:\nDafür: 7\nDagegen: 2", (7, 2, None)),
        ("Abstimmungsergebnis: mehrheitlich angenommen (36 JA, 2 Nein)", (36, 2, None)),
        ("Abstimmung: 9:0", (9, 0, None)),
        ("Abstimmungsergebnis: 19 : 0 : 1", (19, 0, 1)),
        ("Abstimmungsergebnis: dafür: 16 (5 CDU, 4 SPD)\ndagegen: 1 (FDP)\nEnthaltung: 0", (16, 1, 0)),
        ("Abstimmungsergebnis: einstimmig mit zwei Enthaltungen", (None, None, 2)),
        ("Abstimmungsergebnis: 2 Nein-Stimmen, ansonsten Zustimmung", (None, 2, None)),
        ("Abstimmungsergebnis: 9 Zustimmungen / 0 Ablehnungen / 1 Enthaltung", (9, 0, 1)),
        ("Abstimmungsergebnis:\nJa\tNein\tEnthaltung\n11\t2\t1", (11, 2, 1)),
        ("Der Beschluss wird mit 12 gegen 3 Stimmen gefasst.", (12, 3, None)),
        ("Abstimmungsergebnis: einstimmig", (None, None, None)),
        ("Abstimmungsergebnis: Zustimmung: 12; Ablehnung: 3; Enthaltung: 0", (12, 3, 0)),
        ("Abstimmungsergebnis: 12 Ja 3 Nein 1 Enth.", (12, 3, 1)),
        ("Abstimmungsergebnis:\neinstimmig beschlossen\nJa 31  Nein 0  Enthaltung 2  Befangen 0", (31, 0, 2)),
        ("Abstimmungsergebnis: ohne Gegenstimmen, 3 Enthaltungen", (None, 0, 3)),
        ("Abstimmungsergebnis: dafür 7, dagegen 4, enthalten 1", (7, 4, 1)),
        ("Der Beschluss wird mit 4 : 1 Stimmen gefasst.", (4, 1, None)),
    ],
)
def test_results_of_votes_are_read_in_every_form(printed, counts, document):
    found = document(ITEM.format(vote=printed))
    assert votes(found) == {"2": counts}
    assert found.entries("items")[1].value("decision_text") == "Der Rat stellt eine Bank auf."


@pytest.mark.parametrize(
    "label", ["Geänderter Beschluss:", "Beschluss (mehrheitlich):", "Beschluss Nr. 12/2026:"]
)
def test_a_decision_may_be_labelled_with_more_than_the_word(label, document):
    text = ITEM.replace("Beschluss:", label).format(vote="")
    assert document(text).entries("items")[1].value("decision_text") == "Der Rat stellt eine Bank auf."


def test_beginning_and_end_of_the_session_keep_their_own_times(document):
    text = ITEM.format(vote="").replace(
        "Öffentlicher Teil:",
        "Beginn der Sitzung: 19.30 Uhr\nEnde der Sitzung: 21.05 Uhr\n\nÖffentlicher Teil:",
    )
    found = document(text)
    assert (found.value("start"), found.value("end")) == ("19:30", "21:05")


def test_of_two_times_only_the_second_may_say_uhr(document):
    text = ITEM.format(vote="").replace(
        "Öffentlicher Teil:", "Uhrzeit: 17.30 – 19.45 Uhr\n\nÖffentlicher Teil:"
    )
    found = document(text)
    assert (found.value("start"), found.value("end")) == ("17:30", "19:45")


def test_a_long_letterhead_is_no_document_of_its_own(read):
    head = "\n\n".join(("Stadt Lindenhagen", "Referat: OBM", "Amt: 13", "Lindenhagen, 27. Januar 2020"))
    text = f"{head}\n\n\nNiederschrift\n\nBesprechung am: 22. Januar 2020\n\nOrt: Gasthaus Linde\n\nTOP 1: Anträge\n"
    (found,) = read(text).documents
    assert (found.kind, found.value("place")) == ("niederschrift", "Gasthaus Linde")


def test_numbered_lists_inside_an_item_are_no_items(document):
    assert [entry.value("number") for entry in document(ITEM.format(vote="")).entries("items")] == [
        "1",
        "2",
        "3",
    ]


def test_a_label_without_text_is_no_decision(document):
    text = ITEM.replace("Der Rat stellt eine Bank auf.\n", "").format(
        vote="Abstimmungsergebnis: 5 Ja-Stimmen"
    )
    item = document(text).entries("items")[1]
    assert item.value("decision_text") is None
    assert votes(document(text)) == {"2": (5, None, None)}


def test_one_decision_for_several_points_stays_with_the_first(document):
    text = (
        "Niederschrift 40. Plenarsitzung des Gemeinderates\n28. Juni 2022, 15:30 Uhr\nöffentlich\nBürgersaal, Rathaus\n"
        "Vorsitzender: Oberbürgermeister Dr. Frank Linde\n\n19.\n\nPunkt 18 der Tagesordnung: Kirche im Ort\n"
        "Punkt 18.1: Zukunft der Kirche\nAntrag: FDP\nVorlage: 2022/0562\nPunkt 18.2: Runder Tisch\n"
        "Vorlage: 2022/0564\n\n"
        "Beschluss:\nBeratung im Bauausschuss\n\nAbstimmungsergebnis:\nKeine Abstimmung\n"
    )
    found = document(text)
    rows = [
        tuple(entry.value(key) for key in ("number", "paper_reference", "decision_text"))
        for entry in found.entries("items")
    ]
    assert rows == [
        ("18", None, "Beratung im Bauausschuss"),
        ("18.1", "2022/0562", None),
        ("18.2", "2022/0564", None),
    ]
    assert people(found) == [("Dr. Frank Linde", None, "Vorsitzender", True)]
    assert (found.value("body"), found.value("place")) == ("Gemeinderat", "Bürgersaal, Rathaus")


def test_motions_under_one_item_have_their_own_votes(document):
    text = (
        "Niederschrift 57. Plenarsitzung des Gemeinderates\n21. November 2023, 9:00 Uhr\nöffentlich\n\n"
        "Punkt 1 der Tagesordnung: Haushalt\n\nAntrag 1.115 (Seite 225): Kino\nVorlage: DHH/2023/4143\n\n"
        "Antrag 1:116 (Seite 225): Theater\nVorlage: DHH/2023/4144\n\nAbstimmungsergebnis:\n"
        "Antrag 1.115: mehrheitlich abgelehnt (6 JA, 38 Nein)\nAntrag 1.116: Mehrheitlich abgelehnt (7 JA, 37 Nein)\n"
    )
    assert votes(document(text)) == {"Antrag 1.115": (6, 38, None), "Antrag 1.116": (7, 37, None)}


def test_absent_people_may_be_listed_in_groups(document):
    text = (
        "Niederschrift über die 4. Sitzung des Kulturausschusses am 12.03.2026\n\nAnwesend waren:\n"
        "\nVorsitzende\nFrau Anna Arnold\tCDU\n\n"
        "Entschuldigt fehlen:\n\nStimmberechtigte Mitglieder\nHerr Bernd Busch\tSPD\n\n"
        "Schriftführerin\nFrau Cora Claus\tBürgeramt\n\n"
        "Tagesordnung\n\n1. Eröffnung\n2. Verschiedenes\n"
    )
    assert people(document(text)) == [
        ("Anna Arnold", "CDU", "Vorsitzende", True),
        ("Bernd Busch", "SPD", None, False),
        ("Cora Claus", None, "Bürgeramt", True),
    ]


def test_names_in_a_row_are_parted(document):
    text = (
        "Niederschrift\n\nüber die Sitzung des Ortschaftsrates am 14.05.2019\n\n"
        "Anwesende Mitglieder: OR Bader, OR Frank, OR'in Kühn (ab 19:50 Uhr)\n\n"
        "Entschuldigt: OR Huber\n\nTOP 1   Fragen\n\nTOP 2   Verschiedenes\n"
    )
    assert [(row[0], row[3]) for row in people(document(text))] == [
        ("Bader", True),
        ("Frank", True),
        ("Kühn", True),
        ("Huber", False),
    ]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Abstimmungsergebnis: einstimmig angenommen", "einstimmig angenommen"),
        ("Abstimmungsergebnis: mehrheitlich abgelehnt (6 JA, 38 Nein)", "mehrheitlich abgelehnt"),
        ("Abstimmungsergebnis: 2 Nein-Stimmen, ansonsten Zustimmung", "2 Nein-Stimmen, ansonsten Zustimmung"),
        ("Abstimmungsergebnis: 8 Ja-Stimmen, 0 Gegenstimmen, 0 Enthaltungen", None),
        ("Der Beschluss wird mit Mehrheit gefasst.", "mit Mehrheit"),
    ],
)
def test_the_words_of_a_result_are_kept(printed, words, document):
    assert document(ITEM.format(vote=printed)).entries("items")[1].entries("vote")[0].value("result") == words


def test_numbers_alone_have_no_words_and_each_says_why_it_was_read(document):
    numbers = document(ITEM.format(vote="Abstimmungsergebnis: 9:1:2")).entries("items")[1].entries("vote")[0]
    assert [numbers.value(key) for key in ("yes", "no", "abstain", "result")] == [9, 1, 2, None]
    assert numbers.values["yes"].reason == "Die Zahlen stehen im Abstimmungsergebnis."
    assert numbers.values["result"].reason == "Dazu steht nichts im Dokument."
    words = document(ITEM.format(vote="Abstimmungsergebnis: einstimmig beschlossen")).entries("items")[1]
    assert words.entries("vote")[0].values["result"].reason == "So steht es im Abstimmungsergebnis."


def test_words_of_a_result_below_a_decision_are_no_part_of_it(document):
    item = document(ITEM.format(vote="einstimmig beschlossen")).entries("items")[1]
    assert item.entries("vote")[0].value("result") == "einstimmig beschlossen"
    assert "einstimmig" not in item.value("decision_text")


def test_a_decision_may_end_in_a_line_with_the_words_of_a_result(document):
    text = ITEM.replace("{vote}", "Der Antrag wird im Rat\neinstimmig beschlossen.\n")
    assert "einstimmig beschlossen" in document(text).entries("items")[1].value("decision_text")


def test_an_ein_in_a_sentence_is_no_vote(document):
    found = document(ITEM.format(vote="Herr Arnold wünscht sich einstimmig ein Ja zur Bank."))
    assert votes(found) == {"2": (None, None, None)}


def test_headings_in_spaced_letters_are_no_part_of_a_title(document):
    text = "Einladung\n\nSitzung des Rates am 12.03.2026\n\nTagesordnung\n\n1. Eröffnung\nA N T R Ä G E\n2. Bänke\n"
    assert [entry.value("title") for entry in document(text).entries("agenda")] == ["Eröffnung", "Bänke"]


@pytest.mark.parametrize(
    "printed",
    [
        "Abstimmungsergebnis: 9:0\n\nDie Bank wird grün.\n\nAbstimmungsergebnis: 7:2",
        "Abstimmungsergebnis: einstimmig\n\nBeschluss:\nSie wird grün.\n\nAbstimmungsergebnis: 7 Ja-Stimmen",
    ],
)
def test_one_of_several_votes_under_an_item_is_to_be_checked(printed, document):
    (vote,) = document(ITEM.format(vote=printed)).entries("items")[1].entries("vote")
    stated = [field for field in vote.values.values() if field.value is not None]
    assert {field.rule for field in stated} == {"vote-of-several"}
    assert not any(field.sure for field in stated)


def test_a_vote_that_names_a_clause_is_sure(document):
    found = document(ITEM.format(vote="Abstimmungsergebnis: einstimmig beschlossen zu Ziffer 2"))
    assert found.entries("items")[1].entries("vote")[0].values["result"].sure


@pytest.mark.parametrize(
    "words", ["Nach Aussprache ergeht folgender Beschluss:", "Es wird folgender Beschluss gefasst:"]
)
def test_words_that_announce_a_decision_need_no_known_verb(words, document):
    found = document(
        "Niederschrift über die Sitzung des Rates am 12.03.2026\n\nTOP 1 Eröffnung\n\nAlle sind da.\n\n"
        f"TOP 2 Zuschuss\n\n{words}\nDer Verein erhält 500 Euro.\n\nAbstimmungsergebnis: 3 Ja, 2 Nein\n"
    )
    decision = found.entries("items")[1].values["decision_text"]
    assert (decision.value, decision.sure) == ("Der Verein erhält 500 Euro.", False)


def test_a_decision_that_only_a_sentence_tells_is_not_surely_missing(document):
    found = document(
        "Niederschrift über die Sitzung des Rates am 12.03.2026\n\nTOP 1 Eröffnung\n\nAlle sind da.\n\n"
        "TOP 2 Feuerwehr\n\nDer Rat beschließt den Plan.\n\n- einstimmig beschlossen - (6 Ja, 0 Nein)\n"
    )
    first, second = (entry.values["decision_text"] for entry in found.entries("items"))
    assert (first.value, first.sure) == (None, True)
    assert (second.value, second.sure) == (None, False)
