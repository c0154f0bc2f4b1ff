"""Reading a file in and looking at every value: nothing enters unseen."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratslinde.council.adoption.actions import adopt
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.queries import unchecked
from ratslinde.council.adoption.seen import mark_of
from ratslinde.council.meetings.actions import add_item, edit_item, edit_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.desk.adoption.controls import NO_ITEM
from tests.council.test_adopting_doubles import PAPER
from tests.council.test_story import SESSION
from tests.desk.conftest import accept_everything

READ_IN = "/schreibtisch/einlesen/"


def page_of(source: Source) -> str:
    return reverse("desk:source", args=[source.public_id])


def text_of(answer) -> str:
    return answer.content.decode()


def test_an_uploaded_file_leads_to_its_check_view(desk, council, office):
    answer = desk.post(READ_IN, {"file": SimpleUploadedFile("sitzung.txt", SESSION.encode())}, follow=True)
    assert answer.redirect_chain[0][0] == page_of(Source.objects.get())
    assert "0 von" in text_of(answer)


def test_pasted_text_is_read_too(desk, council, office):
    answer = desk.post(READ_IN, {"text": SESSION}, follow=True)
    assert "Beschluss über eine Bank unter der Linde" in text_of(answer)
    assert Source.objects.get().name.startswith("Eingefügter Text vom ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_mark_at_the_start_of_a_text_file_is_not_shown(desk, council, office, encoding):
    upload = SimpleUploadedFile("sitzung.txt", SESSION.encode(encoding))
    address = desk.post(READ_IN, {"file": upload}).url
    assert Source.objects.get().lines[0]["text"] == "Bekanntmachung"
    assert "\ufeff" not in text_of(desk.get(address))


def test_an_empty_form_says_what_is_missing_at_the_file(desk):
    answer = desk.post(READ_IN, {"text": "   "})
    assert "Bitte eine Datei wählen" in str(answer.context["form"].errors["file"])


def test_a_file_that_cannot_be_read_is_refused_at_the_field_with_the_reason(desk):
    answer = desk.post(READ_IN, {"file": SimpleUploadedFile("kaputt.pdf", b"%PDF-1.7 nichts")})
    assert answer.context["form"].errors["file"]
    assert not Source.objects.exists()


def test_a_file_of_which_nothing_is_taken_over_is_refused_with_the_reason_and_not_kept(desk):
    answer = desk.post(READ_IN, {"file": SimpleUploadedFile("liste.txt", b"Milch\nButter\n")})
    assert "nichts übernommen" in str(answer.context["form"].errors["file"])
    answer = desk.post(READ_IN, {"text": "Antrag\n\nMehr Bänke\n"})
    assert "Erkannt wurde: Antrag." in str(answer.context["form"].errors["text"])
    assert not Source.objects.exists()


def test_a_missing_hour_cannot_be_accepted_and_its_box_is_open(desk, council, office):
    text = SESSION.replace("Beginn: 17:30 Uhr\n\n", "")
    desk.post(READ_IN, {"text": text})
    meeting, source = Meeting.objects.get(), Source.objects.get()
    page = text_of(desk.get(page_of(source)))
    value = page.split(f'id="wert-{meeting.public_id}-start"')[1].split("</li>")[0]
    assert "14.05.2025, Uhrzeit fehlt" in value
    assert "Bitte die Uhrzeit eintragen." in value
    assert "00:00 Uhr" not in value
    assert "/stimmt/" not in value
    assert re.search(r"<details[^>]* open", value)
    for name in ("meeting", "meetings"):
        shown = desk.get(reverse(f"desk:{name}", args=[meeting.public_id] if name == "meeting" else []))
        assert "0 Uhr" not in text_of(shown).split("<main")[1].split("Wann")[1][:200]
    address = reverse("desk:correct", args=[source.public_id, meeting.public_id, "start"])
    key = f"{meeting.public_id}-start"
    for typed, expected in (("2025-05-14T00:00", True), ("2025-05-14T18:00", False)):
        answer = desk.post(address, {f"{key}-value": typed, f"{key}-revision": meeting.revision})
        assert ("Bitte die Uhrzeit eintragen, zu der" in text_of(answer)) == expected
        meeting.refresh_from_db()
        assert meeting.lacks_hour == expected


def test_the_same_file_is_not_read_twice(desk, source):
    answer = desk.post(READ_IN, {"file": SimpleUploadedFile("nochmal.txt", SESSION.encode())})
    assert "schon am" in str(answer.context["form"].errors["file"])
    assert f"Zur Datei „{source.name}“" in answer.content.decode()


def test_what_was_there_before_is_linked_where_the_hint_says_so(desk, source, clerk, body):
    meeting, paper = Meeting.objects.get(), Paper.objects.get()
    new = PAPER.replace(paper.title, "Eine Tafel am Brunnen")
    found = adopt(clerk, body, name="noch-einmal.txt", data=f"{SESSION}\n\n\n{new}".encode())
    linked = re.findall(
        r"<li>(Die \w+) „[^<]+ gibt es schon[^<]* <a href=\"([^\"]+)\">", text_of(desk.get(page_of(found)))
    )
    assert linked == [
        ("Die Sitzung", reverse("desk:meeting", args=[meeting.public_id])),
        ("Die Vorlage", reverse("desk:paper", args=[paper.public_id])),
    ]
    paper.delete()
    text = text_of(desk.get(page_of(found)))
    assert "Die Vorlage „" in text, "what was said stays"
    assert linked[1][1] not in text, "a page that is gone is no way"


def test_a_file_that_brings_nothing_new_is_refused_with_the_way_to_what_is_there(desk, source):
    text = desk.post(READ_IN, {"text": PAPER}).content.decode()
    assert reverse("desk:paper", args=[Paper.objects.get().public_id]) in text


def test_every_value_stands_beside_its_line_and_is_marked(desk, source):
    text = text_of(desk.get(page_of(source)))
    meeting = Meeting.objects.get()
    value = text[text.index(f'id="wert-{meeting.public_id}-issuer"') :][:1500]
    line = int(re.search(r'data-first="(\d+)"', value)[1])
    assert source.lines[line - 1]["text"] == "Alma Beispiel"
    assert ">sicher<" in value.replace("\n", "") or "sicher" in value
    assert f'<li id="zeile-{line}">Alma Beispiel</li>' in text


def shown(answer, row, name: str) -> str:
    """What the check view says of one value, without its form."""
    return text_of(answer).split(f'id="wert-{row.public_id}-{name}"')[1].split("<form")[0]


def test_each_part_of_a_contact_line_says_where_it_stands(desk, source):
    answer, paper = desk.get(page_of(source)), Paper.objects.get()
    assert "Steht hinter der Beschriftung." in shown(answer, paper, "contact_name")
    for name in ("contact_phone", "contact_email"):
        assert "Steht in der Zeile mit dem Namen der Ansprechperson." in shown(answer, paper, name)


def test_a_beginning_points_to_the_lines_of_day_and_hour(desk, source):
    found = shown(desk.get(page_of(source)), Meeting.objects.get(), "start")
    first, last = (int(re.search(rf'data-{end}="(\d+)"', found)[1]) for end in ("first", "last"))
    assert "Datum:" in source.lines[first - 1]["text"]
    assert "Beginn: 17:30 Uhr" in source.lines[last - 1]["text"]


def test_the_kind_of_a_paper_and_the_day_of_a_step_say_what_they_were_read_from(desk, source):
    answer = desk.get(page_of(source))
    assert "Die Vorlage enthält einen Beschlussvorschlag." in shown(answer, Paper.objects.get(), "paper_type")
    step = Consultation.objects.get()
    assert "Steht in dieser Zeile." in shown(answer, step, "date")
    assert "Das Gremium steht über der Zeile mit dem Datum." in shown(answer, step, "organization")


def test_a_proposed_tie_is_marked_as_one_to_check_with_its_reason(desk, source):
    step = Consultation.objects.get()
    text = text_of(desk.get(page_of(source)))
    value = text[text.index(f'id="wert-{step.public_id}-agenda_item"') :][:1500]
    assert "bitte prüfen" in value
    assert "Gremium, Tag und Titel stimmen" in value


def sent_for(row, *names: str) -> dict[str, list[str]]:
    """What the page sends for these values of the row as it stands."""
    return {"feld": list(names), "stand": [mark_of(row, name) for name in names]}


def test_accepting_without_javascript_leads_back_to_the_card(desk, source, clerk):
    meeting = Meeting.objects.get()
    answer = desk.post(
        reverse("desk:accept", args=[source.public_id, meeting.public_id]), sent_for(meeting, "issuer")
    )
    assert answer["Location"] == f"{page_of(source)}#karte-{meeting.public_id}"
    meeting.refresh_from_db()
    assert "issuer" not in meeting.unchecked
    assert Origin.objects.get(subject=meeting.public_id, field="issuer").checked_by == clerk


def test_accepting_with_htmx_brings_the_card_and_the_progress(desk, source):
    meeting = Meeting.objects.get()
    before = unchecked(source)
    answer = desk.post(
        reverse("desk:accept", args=[source.public_id, meeting.public_id]),
        sent_for(meeting, "issuer", "hints"),
        headers={"HX-Request": "true"},
    )
    text = text_of(answer)
    assert text.count("<article") == 1
    assert 'hx-swap-oob="true"' in text
    assert "<strong>2 von" in text
    assert unchecked(source) == before - 2


def test_a_value_that_changed_since_it_was_shown_is_not_accepted_unseen(desk, source):
    meeting = Meeting.objects.get()
    sent = sent_for(meeting, "issuer", "hints")
    assert all(f'name="stand" value="{mark}"' in text_of(desk.get(page_of(source))) for mark in sent["stand"])
    Meeting.objects.update(issuer="Ben Beispiel")  # as another file does, in between
    desk.post(reverse("desk:accept", args=[source.public_id, meeting.public_id]), sent)
    meeting.refresh_from_db()
    assert ("issuer" in meeting.unchecked, "hints" in meeting.unchecked) == (True, False)
    assert Origin.objects.get(subject=meeting.public_id, field="issuer").checked_at is None


def test_what_nobody_was_shown_is_not_accepted(desk, source):
    meeting = Meeting.objects.get()
    desk.post(reverse("desk:accept", args=[source.public_id, meeting.public_id]), {"feld": "issuer"})
    meeting.refresh_from_db()
    assert "issuer" in meeting.unchecked


def test_a_value_is_put_right_in_place_and_counts_as_looked_at(desk, source, clerk):
    meeting = Meeting.objects.get()
    key = f"{meeting.public_id}-issuer"
    address = reverse("desk:correct", args=[source.public_id, meeting.public_id, "issuer"])
    desk.post(address, {f"{key}-value": "Alma Muster", f"{key}-revision": meeting.revision})
    meeting.refresh_from_db()
    assert (meeting.issuer, "issuer" in meeting.unchecked) == ("Alma Muster", False)
    assert Origin.objects.get(subject=meeting.public_id, field="issuer").checked_by == clerk


def test_two_people_correcting_one_draft_the_second_is_told_and_keeps_the_typing(desk, source, clerk):
    meeting = Meeting.objects.get()
    edit_meeting(clerk, meeting, changes={"issuer": "Jemand anderes"}, revision=meeting.revision)
    key = f"{meeting.public_id}-issuer"
    address = reverse("desk:correct", args=[source.public_id, meeting.public_id, "issuer"])
    answer = desk.post(address, {f"{key}-value": "Alma Muster", f"{key}-revision": meeting.revision})
    text = text_of(answer)
    assert "inzwischen jemand anderes geändert" in text
    assert 'value="Alma Muster"' in text
    assert "Jemand anderes" in text
    meeting.refresh_from_db()
    assert meeting.issuer == "Jemand anderes"


def test_after_being_told_the_same_typing_can_be_sent_again(desk, source, clerk):
    meeting = Meeting.objects.get()
    edit_meeting(clerk, meeting, changes={"issuer": "Jemand anderes"}, revision=meeting.revision)
    key = f"{meeting.public_id}-issuer"
    address = reverse("desk:correct", args=[source.public_id, meeting.public_id, "issuer"])
    answer = desk.post(address, {f"{key}-value": "Alma Muster", f"{key}-revision": meeting.revision})
    revision = re.search(rf'name="{key}-revision" value="(\d+)"', text_of(answer))[1]
    desk.post(address, {f"{key}-value": "Alma Muster", f"{key}-revision": revision})
    meeting.refresh_from_db()
    assert meeting.issuer == "Alma Muster"


def test_what_a_field_refuses_stands_at_that_value(desk, source):
    paper = Paper.objects.get()
    key = f"{paper.public_id}-title"
    address = reverse("desk:correct", args=[source.public_id, paper.public_id, "title"])
    answer = desk.post(address, {f"{key}-value": "  ", f"{key}-revision": paper.revision})
    assert answer.status_code == 200
    assert f'id="id_{key}-value_error"' in text_of(answer)


def test_a_value_that_was_not_read_cannot_be_changed_here(desk, source):
    meeting = Meeting.objects.get()
    address = reverse("desk:correct", args=[source.public_id, meeting.public_id, "cancelled"])
    assert desk.post(address, {}).status_code == 409


@pytest.mark.parametrize("choice", ["other", "none"])
def test_another_item_or_none_can_be_chosen_for_a_step(desk, source, clerk, choice):
    step, meeting = Consultation.objects.get(), Meeting.objects.get()
    item = meeting.items.first() if choice == "other" else None
    key = f"{step.public_id}-agenda_item"
    address = reverse("desk:correct", args=[source.public_id, step.public_id, "agenda_item"])
    desk.post(
        address, {f"{key}-value": item.public_id if item else NO_ITEM, f"{key}-revision": step.revision}
    )
    step.refresh_from_db()
    assert (step.agenda_item, "agenda_item" in step.unchecked) == (item, False)
    assert step.meeting == (meeting if item else None)


def test_when_all_is_checked_the_way_leads_to_publishing(desk, source, clerk):
    accept_everything(clerk, source)
    text = text_of(desk.get(page_of(source)))
    assert "Angaben sind geprüft" in text
    assert reverse("desk:publish", args=["sitzung", Meeting.objects.get().public_id]) in text


def test_a_source_needs_the_same_number_of_queries_for_few_and_many_items(
    desk, source, clerk, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        desk.get(page_of(source))
    origin = Origin.objects.filter(subject_kind="AgendaItem", field="title").first()
    for number in range(3):
        item = add_item(clerk, Meeting.objects.get(), title=f"Punkt {number}")
        Origin.objects.create(source=source, subject_kind="AgendaItem", subject=item.public_id, field="title",
                              sure=True, rule=origin.rule)  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        text = text_of(desk.get(page_of(source)))
    assert "Punkt 2" in text
    assert len(many) == len(few)


def test_what_a_document_says_is_text_and_never_markup(desk, council, office):
    desk.post(READ_IN, {"text": SESSION.replace("Alma Beispiel", "<script>alert(1)</script>")})
    assert "<script>alert" not in text_of(desk.get(page_of(Source.objects.get())))


def test_the_room_is_shown_and_put_right_like_every_other_value(desk, clerk, body, council, office):
    place = next(line for line in SESSION.splitlines() if line.startswith("Ort: "))
    text = SESSION.replace(place, f"{place}\n\nRaum: Sitzungssaal 2")
    source = adopt(clerk, body, name="saal.txt", data=text.encode())
    meeting = Meeting.objects.get()
    key = f"{meeting.public_id}-room"
    shown = text_of(desk.get(page_of(source))).split(f'id="wert-{key}"')[1].split("</li>")[0]
    assert ">Raum</span>" in shown
    assert "Sitzungssaal 2" in shown
    assert "Zeile 11" in shown
    correct = reverse("desk:correct", args=[source.public_id, meeting.public_id, "room"])
    sent = {f"{key}-value": "Empore", f"{key}-revision": meeting.revision}
    assert "Empore" in text_of(desk.post(correct, sent, follow=True))
    assert Meeting.objects.get().location.room == "Empore"
    late = text_of(desk.post(correct, sent))
    assert "inzwischen jemand anderes" in late


MINUTES = """Niederschrift

über die Sitzung des Integrationsrates am Mittwoch, 14.05.2025

Beginn: 17:30 Uhr

Öffentlicher Teil

TOP 2: Beschluss über eine Bank unter der Linde

Beschluss:
Unter der Linde am Marktplatz wird eine Bank aufgestellt.

Abstimmungsergebnis: einstimmig beschlossen
"""


def minutes_over(clerk, body, source, **typed: str) -> tuple[Source, AgendaItem]:
    """Minutes that were read after somebody had typed something at their item."""
    accept_everything(clerk, source)
    item = AgendaItem.objects.get(number="2")
    item = edit_item(clerk, item, changes=typed, revision=item.revision)
    minutes = adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    item.refresh_from_db()
    return minutes, item


def test_a_result_that_was_typed_stands_beside_that_of_the_minutes(desk, clerk, body, source):
    minutes, item = minutes_over(clerk, body, source, result="vertagt")
    value = (
        text_of(desk.get(page_of(minutes))).split(f'id="wert-{item.public_id}-result"')[1].split("</li>")[0]
    )
    assert "einstimmig beschlossen" in value
    assert "Bisher stand hier: vertagt" in value
    assert "value-together" not in value
    assert "Bisher stand hier" not in shown(desk.get(page_of(minutes)), item.meeting, "state")


def test_a_difference_is_never_accepted_together_with_other_values(desk, clerk, body, source):
    minutes, item = minutes_over(clerk, body, source, decision_text="Die Bank kommt.")
    card = text_of(desk.get(page_of(minutes))).split(f'id="karte-{item.public_id}"')[1].split("</article>")[0]
    together = card.split('class="card-accept"')[1]
    assert 'value="result"' in together
    assert 'value="decision_text"' not in together


def test_what_stood_there_before_is_kept_with_one_button(desk, clerk, body, source):
    minutes, item = minutes_over(clerk, body, source, result="vertagt")
    value = text_of(desk.get(page_of(minutes))).split(f'id="wert-{item.public_id}-result"')[1]
    form = value.split('class="value-former')[1].split("</form>")[0]
    sent = dict(re.findall(r'name="([^"]+-(?:value|revision))" value="([^"]*)"', form))
    desk.post(reverse("desk:correct", args=[minutes.public_id, item.public_id, "result"]), sent)
    item.refresh_from_db()
    assert (item.result, "result" in item.unchecked) == ("vertagt", False)
    assert "Bisher stand hier" not in text_of(desk.get(page_of(minutes)))
