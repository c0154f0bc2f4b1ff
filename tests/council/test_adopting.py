"""Taking a file over: what becomes a draft, what does not, and that nothing is kept then."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.actions import accept, adopt, correct, discard
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.bodies.models import Organization
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from tests.council.test_adopting_minutes import MINUTES
from tests.council.test_story import SESSION

SHOPPING = "Einkaufsliste\n\nMilch\nButter\n"
MOTION = "Antrag der Fraktion Linde\n\nAntrag\n\nMehr Bänke\n\nDer Rat möge beschließen, dass Bänke kommen.\n"
QUESTION = "Anfrage der Fraktion Linde\n\nAnfrage\n\nWie viele Bänke gibt es?\n"
UNTIMED = SESSION.replace("Beginn: 17:30 Uhr\n\n", "")
DAY = "2025-05-14"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SHOPPING, "nichts übernommen. In der Datei ist keine Bekanntmachung"),
        (MOTION, "nichts übernommen. Erkannt wurde: Antrag. Solche Schriftstücke werden noch nicht"),
        (QUESTION, "nichts übernommen. Erkannt wurde: Anfrage. Solche Schriftstücke werden noch nicht"),
    ],
)
def test_a_file_of_which_nothing_can_be_taken_over_is_refused_and_not_kept(
    clerk, body, council, text, sentence
):
    before = Organization.objects.count()
    with pytest.raises(Refused, match=sentence):
        adopt(clerk, body, name="liste.txt", data=text.encode())
    assert (Source.objects.count(), Meeting.objects.count(), Paper.objects.count()) == (0, 0, 0)
    assert Organization.objects.count() == before


def test_a_session_that_is_there_already_is_not_taken_over_a_second_time(clerk, body, council, office):
    adopt(
        clerk,
        body,
        name="sitzung.txt",
        data=SESSION.split("Beschluss über eine Bank unter der Linde\n\nF")[0].encode(),
    )
    agenda = SESSION.split("Beschluss über eine Bank unter der Linde\n\nF")[0].replace("herzlich ", "")
    with pytest.raises(
        Refused,
        match=r"nichts übernommen. Die Sitzung „.*“ am 14.05.2025 gibt es schon; sie bleibt, wie sie ist\.$",
    ):
        adopt(clerk, body, name="noch-einmal.txt", data=agenda.encode())
    assert Source.objects.count() == 1


def test_what_a_later_announcement_of_the_session_states_otherwise_is_told(clerk, body, council):
    announced = SESSION.split("Beschluss über eine Bank unter der Linde\n\nF")[0]
    adopt(clerk, body, name="sitzung.txt", data=announced.encode())
    first, second = (item.title for item in Meeting.objects.get().items.order_by("position")[:2])
    later = announced.replace("17:30", "18:15").replace(first, "Wahl der Schriftführung")
    with pytest.raises(Refused) as refused:
        adopt(clerk, body, name="nachtrag.txt", data=later.encode())
    told = refused.value.message.split("Anders steht im Dokument: ")[1]
    assert told == f"Beginn („18:15 Uhr“), TOP 1 „Wahl der Schriftführung“, ohne „{first}“."
    assert second not in told


def test_minutes_that_say_nothing_new_are_not_taken_over(clerk, body, council):
    text = MINUTES[: MINUTES.index("Öffentlicher Teil")].replace("Ende: 19:10 Uhr\n", "")
    adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    with pytest.raises(Refused, match="Alles, was darin steht, ist schon eingetragen"):
        adopt(clerk, body, name="kurz.txt", data=text.encode())


def test_a_motion_beside_a_session_is_named_as_left_out(clerk, body, council, office):
    source = adopt(clerk, body, name="sitzung.txt", data=f"{SESSION}\n\n\n{MOTION}".encode())
    left_out = [warning for warning in source.warnings if "Nicht übernommen" in warning]
    assert left_out == [
        "Nicht übernommen wurde: Antrag. Solche Schriftstücke werden noch nicht zu Entwürfen."
    ]


@pytest.mark.parametrize(
    ("time", "expected"),
    [("17:30", (14, 17, 30)), ("0:00", (14, 0, 0)), ("24:00", (15, 0, 0)), (None, None), ("25:10", None)],
)
def test_an_end_is_the_hour_that_is_stated_and_24_is_the_next_day(time, expected):
    found = rules.ending(DAY, time)
    local = clock.town_time(found) if found else None
    assert (local and (local.day, local.hour, local.minute)) == expected


@pytest.mark.parametrize("time", [None, "24:00", "25:10", "abends"])
def test_a_beginning_without_an_hour_of_the_day_keeps_the_day(time):
    assert rules.beginning(DAY, time) == clock.at(datetime.date(2025, 5, 14), 0)
    assert not rules.states_time(time)
    assert rules.beginning(None, "17:30") is None


def test_minutes_that_end_at_24_are_taken_over(clerk, body, council):
    adopt(clerk, body, name="niederschrift.txt", data=MINUTES.replace("19:10", "24:00").encode())
    end = clock.town_time(Meeting.objects.get().end)
    assert (end.day, end.hour) == (15, 0)


@pytest.fixture
def untimed(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="sitzung.txt", data=UNTIMED.encode())


def test_a_session_without_an_hour_is_drafted_for_its_day_and_the_hour_is_asked_for(untimed):
    meeting = Meeting.objects.get()
    origin = Origin.objects.get(subject=meeting.public_id, field="start")
    assert (meeting.lacks_hour, origin.sure, origin.rule) == (True, False, "time-missing")
    assert "Bitte die Uhrzeit eintragen" in origin.reason
    assert meeting.consultations.count() == 1  # the paper finds its item by the day


def test_minutes_without_an_hour_are_asked_for_it_too(clerk, body, council):
    adopt(clerk, body, name="n.txt", data=MINUTES.replace("Beginn: 17:30 Uhr\n", "").encode())
    assert Meeting.objects.get().lacks_hour


def test_a_missing_hour_is_not_accepted_but_entered(untimed, clerk):
    meeting = Meeting.objects.get()
    with pytest.raises(Refused, match="Bitte die Uhrzeit eintragen"):
        accept(clerk, untimed, subject=meeting.public_id, fields=["start"])
    entering = {"subject": meeting.public_id, "field": "start", "revision": meeting.revision}
    with pytest.raises(Refused, match="Bitte die Uhrzeit eintragen"):
        correct(clerk, untimed, value=meeting.start, **entering)
    at_six = clock.at(datetime.date(2025, 5, 14), 18)
    correct(clerk, untimed, value=at_six, **entering)
    meeting.refresh_from_db()
    assert (meeting.start, meeting.lacks_hour, "start" in meeting.unchecked) == (at_six, False, False)


def test_a_refused_file_can_be_read_after_it_was_put_right(clerk, body, council, office):
    with pytest.raises(Refused):
        adopt(clerk, body, name="liste.txt", data=SHOPPING.encode())
    with pytest.raises(Refused, match="keine Bekanntmachung"):
        adopt(clerk, body, name="liste.txt", data=SHOPPING.encode())
    discard(clerk, adopt(clerk, body, name="sitzung.txt", data=SESSION.encode()))
    assert not Source.objects.exists()
