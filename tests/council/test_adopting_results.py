"""Minutes say what became of an item: its result, as far as their words name it."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.adoption.actions import accept, adopt, correct, discard
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.outcomes import vocabulary
from ratslinde.council.meetings.actions import add_item, draft_meeting, edit_item, publish_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.kernel import clock
from ratslinde.record import outlet

WORDS = vocabulary("nrw", datetime.date(2025, 5, 14))
TITLE = "Bank unter der Linde"
MINUTES = """Niederschrift

über die Sitzung des Integrationsrates am Mittwoch, 14.05.2025

Beginn: 17:30 Uhr
Ende: 19:10 Uhr

Öffentlicher Teil

TOP 1: Bank unter der Linde

{text}

TOP 2: Verschiedenes

Es wurde nichts vorgetragen.

gez. Alma Beispiel
Vorsitz
"""
DECISION = "Beschluss:\nUnter der Linde wird eine Bank aufgestellt.\n\n"
RECOMMENDED = "Beschluss:\nDer Integrationsrat empfiehlt dem Rat, eine Bank aufzustellen.\n\n"


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    start = clock.at(datetime.date(2025, 5, 14), 17, 30)
    meeting = draft_meeting(clerk, body, organization=council, start=start, state=MeetingState.INVITED)
    add_item(clerk, meeting, title=TITLE)
    add_item(clerk, meeting, title="Verschiedenes")
    return meeting


def bank() -> AgendaItem:
    return AgendaItem.objects.get(number="1")


def read(clerk, body, text: str, *, name: str = "niederschrift.txt") -> Source:
    return adopt(clerk, body, name=name, data=MINUTES.format(text=text).encode())


@pytest.mark.parametrize(
    ("text", "result", "sure"),
    [
        (f"{DECISION}Abstimmungsergebnis: mehrheitlich beschlossen\nJa 7 Nein 1 Enthaltung 1",
         "mehrheitlich beschlossen", True),
        (f"{DECISION}Abstimmungsergebnis: einstimmig angenommen", "einstimmig angenommen", True),
        (f"{DECISION}Abstimmungsergebnis: mehrheitlich abgelehnt", "mehrheitlich abgelehnt", True),
        (f"{DECISION}Abstimmungsergebnis: einstimmig geändert beschlossen", "einstimmig geändert beschlossen", True),
        ("Abstimmungsergebnis: zur Kenntnis genommen", "zur Kenntnis genommen", True),
        ("Beschluss:\nvertagt", "vertagt", True),
        ("Ergebnis: zurückgestellt", "zurückgestellt", True),
        ("Der Punkt wird vertagt.", "vertagt", False),
        ("Der Punkt wird von der Tagesordnung\nabgesetzt.", "abgesetzt", False),
        ("Der Antrag wird in den Hauptausschuss verwiesen.", "verwiesen", False),
        ("Der Integrationsrat nimmt den Bericht zur Kenntnis.", "zur Kenntnis genommen", False),
        (f"{DECISION}Abstimmungsergebnis: einstimmig", "einstimmig beschlossen", False),
        (f"{DECISION}Abstimmungsergebnis: 9 Ja-Stimmen, 1 Nein-Stimme", "mehrheitlich beschlossen", False),
        (f"{DECISION}Abstimmungsergebnis: 2 Ja-Stimmen, 7 Nein-Stimmen", "abgelehnt", False),
        (f"{RECOMMENDED}Abstimmungsergebnis: einstimmig", "einstimmig empfohlen", False),
    ],
)  # fmt: skip
def test_the_words_of_the_minutes_become_the_result_and_only_clear_ones_are_sure(
    clerk, body, meeting, text, result, sure
):
    read(clerk, body, text)
    origin = Origin.objects.get(subject=bank().public_id, field="result")
    assert (bank().result, origin.sure) == (result, sure)
    assert "result" in bank().unchecked
    assert origin.first_line


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Einwendungen werden nicht erhoben; die Niederschrift ist genehmigt.", ("genehmigt",)),
        ("Einwendungen werden nicht erhoben, die Niederschrift gilt damit als genehmigt.", ("genehmigt",)),
        ("Die Niederschrift gilt nicht als genehmigt.", ()),
        ("Einwendungen gegen die Niederschrift werden nicht erhoben.", ()),
    ],
)
def test_minutes_to_which_nobody_objects_are_approved_where_the_sentence_says_so(sentence, outcomes):
    assert WORDS.in_sentences([sentence]) == outcomes


@pytest.mark.parametrize(
    "text",
    [
        "Es liegen keine Anfragen vor.",
        "Der Punkt wird nicht vertagt.",
        "Frau Beispiel regt an, den Punkt zu vertagen.",
        "Die Verwaltung berichtete über die Bank.",
    ],
)
def test_where_the_minutes_name_no_outcome_nothing_is_proposed(clerk, body, meeting, text):
    read(clerk, body, text)
    assert (bank().result, "result" in bank().unchecked) == ("", False)


@pytest.mark.parametrize(
    "text",
    [
        "Abstimmungsergebnis: einstimmig",
        f"{DECISION}Abstimmungsergebnis: Keine Abstimmung",
        "Der Antrag wird abgelehnt. Der Punkt wird vertagt.",
        "Abstimmungsergebnis:\nZiffer 1: einstimmig beschlossen\nZiffer 2: 4 Ja, 8 Nein",
    ],
)
def test_what_is_not_clear_stays_empty_and_is_asked_for(clerk, body, meeting, text):
    source = read(clerk, body, text)
    assert (bank().result, "result" in bank().unchecked) == ("", True)
    assert "Bitte eintragen" in Origin.objects.get(subject=bank().public_id, field="result").reason
    accept(clerk, source, subject=bank().public_id, fields=["result"])
    assert bank().result == ""


def test_a_decision_that_only_names_its_outcome_is_no_text_of_a_decision(clerk, body, meeting):
    read(clerk, body, "Beschluss:\nvertagt")
    assert (bank().result, bank().decision_text) == ("vertagt", "")


def test_words_that_tell_of_no_vote_are_no_result_of_a_vote(clerk, body, meeting):
    read(clerk, body, "Abstimmungsergebnis: zur Kenntnis genommen")
    assert (bank().result, bank().vote_result) == ("zur Kenntnis genommen", "")
    assert bank().unchecked == ["result"]


def test_a_result_that_was_typed_is_kept_beside_the_new_one_and_comes_back(clerk, body, meeting):
    edit_item(clerk, bank(), changes={"result": "vertagt"}, revision=bank().revision)
    source = read(clerk, body, f"{DECISION}Abstimmungsergebnis: einstimmig beschlossen")
    origin = Origin.objects.get(subject=bank().public_id, field="result")
    assert (bank().result, origin.before) == ("einstimmig beschlossen", "vertagt")
    discard(clerk, source)
    assert bank().result == "vertagt"


def test_a_typed_result_is_not_emptied_by_minutes_that_are_not_clear(clerk, body, meeting):
    edit_item(clerk, bank(), changes={"result": "beschlossen"}, revision=bank().revision)
    read(clerk, body, "Abstimmungsergebnis: einstimmig")
    assert (bank().result, "result" in bank().unchecked) == ("beschlossen", False)


def test_the_checked_result_is_in_the_open_data(clerk, body, meeting):
    publish_meeting(clerk, meeting)
    source = read(
        clerk, body, f"{DECISION}Abstimmungsergebnis: mehrheitlich beschlossen\nJa 7 Nein 1 Enthaltung 1"
    )
    correct(
        clerk, source, subject=bank().public_id, field="result", value=bank().result, revision=bank().revision
    )
    meeting.refresh_from_db()
    accept(clerk, source, subject=meeting.public_id, fields=list(meeting.unchecked))
    accept(clerk, source, subject=bank().public_id, fields=list(bank().unchecked))
    meeting.refresh_from_db()
    publish_meeting(clerk, meeting)
    published = outlet.by_path(f"sitzungen/{meeting.public_id}/").oparl["agendaItem"][0]
    assert published["result"] == "mehrheitlich beschlossen"


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Gremium:\tRat\tBeschlussart:\tungeändert beschlossen", "ungeändert beschlossen"),
        ("Beschlussart: zurückgezogen", "zurückgezogen"),
        ("Beschlussart: wie besprochen", ""),
    ],
)
def test_an_extract_names_the_outcome_in_a_cell_of_its_head(line, outcome):
    assert WORDS.labelled_kind(line) == outcome


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("bei 1 Gegenstimme und 1 Enthaltung mehrheitlich angenommen", ("mehrheitlich angenommen",)),
        ("Der Beschluss wird einstimmig gefasst.", ("einstimmig beschlossen",)),
        ("einstimmig nicht angenommen", ("einstimmig abgelehnt",)),
        ("nicht abgelehnt", ()),
        ("Antrag 1 abgelehnt, Antrag 2 angenommen", ("abgelehnt", "angenommen")),
    ],
)
def test_a_result_of_a_vote_is_taken_apart_into_manner_and_outcome(text, outcomes):
    assert WORDS.in_result(text) == outcomes
