"""Leaks that happened elsewhere, each with its counter-measure as a test (catalogue K1 to K9)."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client

from ratslinde.accounts.models import User
from ratslinde.council.bodies.models import Body
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.actions import attach_to_meeting, withdraw_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.record import oparl, pages
from ratslinde.record.models import Published, Version
from ratslinde.record.publishing import publish
from ratslinde.record.values import Value
from ratslinde.site.serving.working import work_all
from tests.council.reading import everything_public
from tests.exposure import visiting


def test_k1_an_address_cannot_be_counted_up_and_the_unpublished_looks_like_the_unknown(built):
    ids = list(Published.objects.exclude(kind="system").values_list("pk", flat=True))
    assert all(len(each) == 14 and not each.isdigit() for each in ids)
    client = Client()
    draft = AgendaItem.objects.create(
        meeting=Meeting.objects.first(), position=90, number="9", title="Entwurf"
    )
    hidden = client.get(f"/oparl/v1.1/agendaItem/{draft.public_id}")
    unknown = client.get("/oparl/v1.1/agendaItem/" + "0" * 14)
    assert (hidden.status_code, unknown.status_code) == (404, 404)
    assert hidden.content.replace(draft.public_id.encode(), b"") == unknown.content.replace(b"0" * 14, b"")


def test_k2_a_file_that_is_added_late_to_a_nonpublic_item_stays_inside(built):
    hidden = AgendaItem.objects.filter(public=False).first()
    late = Document.objects.filter(public=True).first()
    late.pk, late.public_id, late.name = None, "late0000000000", "Spaet nachgereicht"
    late.save()
    hidden.documents.add(late)
    publish_session(User.objects.get(name="clerk"), hidden.meeting)
    assert "Spaet nachgereicht" not in everything_public()


def test_k3_a_kind_that_nobody_wrote_a_public_form_for_cannot_be_published(built):
    body = Body.objects.get()
    value = Value(
        kind="memo",
        id="memo0000000000",
        body=body.public_id,
        oparl=oparl.OParl(),
        page=pages.Page(),
        title="x",
    )
    before = Version.objects.count()
    with pytest.raises(KeyError), transaction.atomic():
        publish([value])
    assert Version.objects.count() == before
    assert not Published.objects.filter(pk="memo0000000000").exists()


def test_k3_documents_and_items_are_closed_by_default():
    assert Document._meta.get_field("public").default is False
    assert Paper._meta.get_field("contact_public").default is False


def test_k4_search_finds_no_title_of_a_nonpublic_item(built):
    answer = Client().get("/suche/", {"q": "Vertrag"}).content.decode()
    assert "7431902" not in answer
    found = Client().get("/suche/", {"q": "Zwillingstitel"})
    assert found.status_code == 200


def test_k4_search_finds_no_word_inside_an_internal_file(built):
    inside = Document.objects.filter(public=False, text__contains="7431902")
    assert {row.media_type.split(";")[0] for row in inside} == {"text/plain", "application/pdf"}
    for word in ("7431902", "Vertrag"):
        answer = Client().get("/suche/", {"q": word, "art": "file"})
        assert answer.context["found"].hits == ()
    assert Client().get("/suche/", {"q": "Zwillingstext", "art": "file"}).context["found"].total == 1


def test_k4_the_text_of_a_file_goes_when_its_session_is_taken_back(built):
    clerk, meeting = User.objects.get(name="clerk"), Meeting.objects.filter(publication="published").first()
    attach_to_meeting(clerk, meeting, name="x", file_name="x.txt", data=b"Spaet 7431902", public=True)
    publish_session(clerk, Meeting.objects.get(pk=meeting.pk))
    work_all()
    assert "7431902" in everything_public(kinds=("file", "meeting"))
    withdraw_meeting(clerk, Meeting.objects.get(pk=meeting.pk), reason="Versehen")
    assert "7431902" not in everything_public()
    assert Client().get("/suche/", {"q": "Spaet"}).context["found"].hits == ()


def test_k7_no_account_has_a_password_and_no_page_takes_one(built):
    assert User.objects.exists()
    assert not any(user.has_usable_password() for user in User.objects.all())
    routes = [route for _, _, route in visiting.patterns()]
    assert [route for route in routes if "passwor" in route] == []
    page = Client().get("/anmelden/").content.decode()
    assert 'type="password"' not in page


def test_k9_every_printed_document_holds_only_public_values(built):
    assert "Zwillingsbaum" in everything_public(kinds=("file",))
    assert "7431902" not in everything_public(kinds=("file",))
