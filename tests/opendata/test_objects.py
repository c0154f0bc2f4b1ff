"""Single objects: each has one address, a withdrawn one says so, dates have the form that OParl asks for."""

from __future__ import annotations

import re

import pytest

from ratslinde.record import outlet
from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen
from tests.opendata.conftest import BASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def test_a_withdrawn_object_answers_with_what_is_left_of_it(client):
    response = client.get("/oparl/v1.1/paper/vx")
    assert response.status_code == 200
    found = response.json()
    assert set(found) == {"id", "type", "created", "modified", "deleted"}
    assert found["deleted"] is True
    assert found["modified"] > found["created"] or found["modified"] == found["created"]


def test_nothing_points_to_a_withdrawn_object_any_more(read):
    assert "relatedPaper" in read("paper/v2")
    assert read("paper/v2")["relatedPaper"] == [f"{BASE}/oparl/v1.1/paper/v1"]
    assert [each["id"][-2:] for each in read("meeting/s1")["agendaItem"]] == ["t1", "t2", "t3"]
    assert "auxiliaryFile" not in read("meeting/s1")


def test_several_papers_on_one_item_all_point_to_it_and_it_points_to_the_first(read):
    assert read("agendaItem/t2")["consultation"] == f"{BASE}/oparl/v1.1/consultation/c1"
    for consultation in ("c1", "c2"):
        assert read(f"consultation/{consultation}")["agendaItem"] == f"{BASE}/oparl/v1.1/agendaItem/t2"


def test_a_planned_consultation_has_its_organization_and_neither_meeting_nor_item(read):
    planned = read("consultation/c3")
    assert {"meeting", "agendaItem"}.isdisjoint(planned)
    assert planned["organization"] == [f"{BASE}/oparl/v1.1/organization/rat"]
    assert (planned["ratslinde:plannedDate"], planned["ratslinde:plannedCertain"]) == ("2026-06-16", False)


def test_the_places_on_the_agenda_are_counted_without_what_is_hidden_and_the_followers_move(read):
    before = read("agendaItem/t3")["modified"]
    publish([], withdrawals=[lindenhagen.gone("agendaItem", "t1")])
    assert [(each["id"][-2:], each["order"]) for each in read("meeting/s1")["agendaItem"]] == [
        ("t2", 0),
        ("t3", 1),
    ]
    assert read("agendaItem/t3")["modified"] > before


def test_the_town_and_the_entry_point_lead_to_the_first_page_of_the_portal(client, read):
    for address in ("system", f"body/{lindenhagen.BODY}"):
        assert read(address)["web"] == f"{BASE}/"
    listed = client.get("/oparl/v1.1/body").json()["data"]
    assert [each["web"] for each in listed] == [f"{BASE}/"]
    assert not outlet.by_path(""), "an object has the first page for its own"
    assert "" not in {path for path, _ in outlet.addresses(most=500)}


def test_what_has_no_page_names_none(read):
    assert "web" not in read("legislativeTerm/wp1")


def test_a_back_reference_alone_does_not_move_modified(read):
    before = read("location/rathaus")
    publish([lindenhagen.meeting("s3", 31)])
    after = read("location/rathaus")
    assert len(after["meetings"]) == len(before["meetings"]) + 1
    assert after["modified"] == before["modified"]


def test_a_moment_is_told_in_town_time_to_the_second(read):
    assert read("meeting/s1")["start"] == "2026-03-03T17:30:15+01:00"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00", read("meeting/s1")["modified"])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("meeting/s1/", "meeting/s1"), ("Meeting/s1", "meeting/s1"), ("meeting/S1", "meeting/s1"),
        ("meeting//s1", "meeting/s1"),
        ("agendaitem/t1", "agendaItem/t1"), ("system/", "system"), ("system/system", "system"), ("", "system"),
        ("/", "system"), ("body/lindenhagen/agendaitem/", "body/lindenhagen/agendaItem"), ("body/", "body"),
        ("meeting/s1/?omit_internal=true", "meeting/s1?omit_internal=true"),
    ],
)  # fmt: skip
def test_a_wrong_slash_or_case_leads_to_the_only_address(client, asked, meant):
    response = client.get(f"/oparl/v1.1/{asked}" if asked else "/oparl/v1.1")
    assert response.status_code == 301
    assert response.headers["Location"] == f"{BASE}/oparl/v1.1/{meant}"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(response.headers["Location"].removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize(
    "path", ["paper/s1", "meeting/niemand", "system/x", "gibtsnicht", "gibtsnicht/s1", "body/lindenhagen/rat",
             "meeting/s1/x", "meeting/%2e%2e%2fs1",
        "meeting/s1%0a", "body/lindenhagen/meeting/s1", "organization/rat/person"]
)  # fmt: skip
def test_anything_else_is_not_there(client, path):
    response = client.get(f"/oparl/v1.1/{path}", follow=True)
    assert response.status_code == 404
    assert response.json()["type"] == "https://schema.oparl.org/1.1/Error"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_addresses_come_from_the_setting_and_never_from_the_request(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for headers in ({"HTTP_HOST": "boese.example"}, {"HTTP_X_FORWARDED_HOST": "boese.example"}):
        response = client.get("/oparl/v1.1/system", **headers)
        assert b"boese.example" not in response.content
        assert response.json()["id"] == f"{BASE}/oparl/v1.1/system"


def test_a_site_without_an_address_of_its_own_uses_the_one_that_serve_begins_with(read, settings):
    settings.RATSLINDE_URL = ""
    assert read("system")["id"] == "http://127.0.0.1:8000/oparl/v1.1/system"
