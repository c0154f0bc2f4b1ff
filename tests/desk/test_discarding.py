"""Throwing a wrong file away: the page says what will happen before anybody clicks."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.council.adoption.actions import adopt
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.meetings.actions import edit_item, publish_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.desk.adoption import undoing
from tests.council.test_adopting_minutes import CORRECTED, MINUTES
from tests.desk.conftest import accept_everything

BUTTON = "Endgültig verwerfen"


@pytest.fixture
def minutes(source, clerk, body) -> Source:
    return adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())


def page_of(source: Source) -> str:
    return reverse("desk:discard_source", args=[source.public_id])


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_drafts_that_disappear_are_named(desk, source):
    text = text_of(desk.get(page_of(source)))
    assert "Diese Entwürfe verschwinden" in text
    assert str(Paper.objects.get()) in text
    assert BUTTON in text


def test_for_minutes_the_page_names_what_is_put_back_and_no_draft(desk, minutes):
    text = text_of(desk.get(page_of(minutes)))
    meeting = Meeting.objects.get()
    assert "Dort steht danach wieder, was vorher dort stand" in text
    assert f"<li>{meeting}: Stand, Ende</li>" in text or f"<li>{meeting}: Ende, Stand</li>" in text
    assert f"{meeting}, TOP 2 Beschluss über eine Bank unter der Linde: Ergebnis, Beschluss" in text
    assert "Entwürfe verschwinden" not in text
    assert "ist veröffentlicht" not in text


def test_what_was_changed_since_is_named_as_staying(desk, minutes, clerk):
    item = AgendaItem.objects.get(number="2")
    edit_item(clerk, item, changes={"votes_yes": 7}, revision=item.revision)
    text = text_of(desk.get(page_of(minutes)))
    stays = text[text.index("Sie bleiben, wie sie sind") :]
    assert "TOP 2 Beschluss über eine Bank unter der Linde: Ja-Stimmen</li>" in stays
    desk.post(page_of(minutes))
    item.refresh_from_db()
    assert (item.votes_yes, item.decision_text) == (7, "")
    assert Source.objects.count() == 1


def test_what_a_later_file_states_too_and_drafts_that_it_names_are_said_to_stay(desk, clerk, body, council):
    first = adopt(clerk, body, name="erste.txt", data=MINUTES.encode())
    adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    text = text_of(desk.get(page_of(first)))
    stated = text[text.index("Sie bleiben, wie sie dort stehen:") : text.index("gehören danach zu ihr:")]
    assert "TOP 2 Beschluss über eine Bank unter der Linde: Ergebnis, Beschluss" in stated
    handed_over = text[text.index("gehören danach zu ihr:") :]
    assert "TOP 1 Anfragen von Einwohnerinnen und Einwohnern" in handed_over
    assert "(korrigiert.txt)" in handed_over
    assert "inzwischen jemand geändert" not in text
    assert "Entwürfe verschwinden" not in text


def test_the_answer_names_what_stays_and_the_file_that_states_it_too(desk, clerk, body, council):
    first = adopt(clerk, body, name="erste.txt", data=MINUTES.encode())
    adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    item = AgendaItem.objects.get(number="2")
    edit_item(clerk, item, changes={"votes_yes": 7}, revision=item.revision)
    assert "(korrigiert.txt)" in text_of(desk.get(page_of(first)))
    text = text_of(desk.post(page_of(first), follow=True))
    where = f"{item.meeting}, TOP 2 Beschluss über eine Bank unter der Linde"
    assert "Verworfen. Die Datei kann neu eingelesen werden." in text
    shared = text[text.index("was auch „korrigiert.txt“ angibt:") : text.index("was inzwischen jemand")]
    assert f"{where} (Ergebnis, Beschluss" in shared
    assert "Ja-Stimmen" not in shared
    assert f"was inzwischen jemand geändert hat: {where} (Ja-Stimmen)." in text
    assert f"Entwürfe, die jetzt zu „korrigiert.txt“ gehören: {item.meeting}; " in text


def test_of_many_values_that_stay_the_answer_names_the_first(monkeypatch, desk, clerk, body, council):
    first = adopt(clerk, body, name="erste.txt", data=MINUTES.encode())
    adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    monkeypatch.setattr(undoing, "MOST", 1)
    text = text_of(desk.post(page_of(first), follow=True))
    assert "; und 2 mehr." in text[text.index("Entwürfe, die jetzt zu") :]


def test_where_nothing_stays_the_answer_is_short(desk, source):
    text = text_of(desk.post(page_of(source), follow=True))
    assert "neu eingelesen werden.</div>" in text


def test_for_a_public_session_it_is_said_that_it_has_to_be_published_again(desk, source, clerk, body):
    accept_everything(clerk, source)
    publish_meeting(clerk, Meeting.objects.get())
    minutes = adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    assert "bis sie noch einmal veröffentlicht wird" in text_of(desk.get(page_of(minutes)))


def test_where_nothing_can_be_discarded_the_page_says_why_and_has_no_button(desk, source, clerk):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    text = text_of(desk.get(page_of(source)))
    assert "Bitte nehmen Sie das zuerst zurück." in text
    assert BUTTON not in text
    assert text_of(desk.post(page_of(source))).count("Bitte nehmen Sie das zuerst zurück.") == 1
    assert Source.objects.exists()


def test_a_file_of_which_nothing_is_left_can_go(desk, source):
    Meeting.objects.all().delete()
    Paper.objects.all().delete()
    assert "Es verschwindet nur die Datei." in text_of(desk.get(page_of(source)))
    desk.post(page_of(source))
    assert not Source.objects.exists()
    assert not Origin.objects.exists()
