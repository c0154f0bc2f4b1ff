"""Lists: pages that go on where the one before ended, filters that are kept, tombstones only where they belong."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from ratslinde.record import chain
from ratslinde.record.models import Published
from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen
from tests.opendata.conftest import BASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
MEETINGS = f"body/{lindenhagen.BODY}/meeting"
LISTS = [
    "body", "organization/ausschuss/meeting", "organization/ausschuss/consultation",
    *(f"body/{lindenhagen.BODY}/{kind}" for kind in (
        "organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership", "location",
        "legislativeTerm",
    )),
]  # fmt: skip


def ids(page: dict) -> list[str]:
    return [each["id"].rsplit("/", 1)[1] for each in page["data"]]


def moved(public_id: str, *, to: datetime.datetime) -> None:
    Published.objects.filter(pk=public_id).update(modified=to)
    chain.sent_otherwise()


def test_a_list_begins_with_the_newest_and_ends_without_a_next_page(read):
    first = read(f"body/{lindenhagen.BODY}/file", limit="2")
    assert ids(first) == ["f3", "f2"]
    assert first["links"]["first"] == f"{BASE}/oparl/v1.1/body/{lindenhagen.BODY}/file?limit=2"
    assert first["pagination"] == {"elementsPerPage": 2}
    query = {name: values[0] for name, values in parse_qs(urlsplit(first["links"]["next"]).query).items()}
    second = read(f"body/{lindenhagen.BODY}/file", **query)
    assert ids(second) == ["f1"]
    assert "next" not in second["links"]
    assert "prev" not in second["links"]


def test_what_is_published_between_two_pages_neither_skips_nor_doubles(read):
    first = read(f"body/{lindenhagen.BODY}/file", limit="2")
    publish([lindenhagen.file("f9", "Nachtrag")])
    after = parse_qs(urlsplit(first["links"]["next"]).query)["after"][0]
    assert ids(read(f"body/{lindenhagen.BODY}/file", limit="2", after=after)) == ["f1"]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("name", ["created_since", "created_until", "modified_since", "modified_until"])
def test_every_list_has_the_four_date_filters(read, path, name):
    everything, until = ids(read(path)), name.endswith("until")
    assert everything
    far, near = ("2100-01-01T00:00:00+01:00", "2000-01-01T00:00:00+01:00")
    assert set(everything) <= set(ids(read(path, **{name: far if until else near})))
    assert ids(read(path, **{name: near if until else far})) == []


def test_the_bounds_belong_to_the_span_and_filters_are_joined_by_and(read):
    moment = datetime.datetime(2026, 1, 1, 11, tzinfo=datetime.UTC)
    moved("s1", to=moment)
    same = "2026-01-01T12:00:00+01:00"
    assert "s1" in ids(read(MEETINGS, modified_since=same))
    assert ids(read(MEETINGS, modified_since=same, modified_until=same)) == ["s1"]
    assert ids(read(MEETINGS, modified_until=same)) == ["s1"]
    assert "s1" not in ids(read(MEETINGS, modified_since="2026-01-01T12:00:01+01:00"))
    assert ids(read(MEETINGS, modified_until="2026-01-01T11:59:59+01:00")) == []
    assert ids(read(MEETINGS, modified_until=same, created_until="2000-01-01T00:00:00Z")) == []


def test_withdrawn_objects_are_listed_with_modified_since_only(read):
    since, far = {"modified_since": "2000-01-01T00:00:00Z"}, "2100-01-01T00:00:00Z"
    assert set(ids(read(MEETINGS, **since))) == {"s1", "s2", "sx"}
    assert set(ids(read(MEETINGS, **since, modified_until=far, created_since="2000-01-01T00:00:00Z"))) == {
        "s1",
        "s2",
        "sx",
    }
    for others in (
        {},
        {"modified_until": far},
        {"created_since": "2000-01-01T00:00:00Z"},
        {"created_until": far},
    ):
        assert set(ids(read(MEETINGS, **others))) == {"s1", "s2"}
    tombstone = next(each for each in read(MEETINGS, **since)["data"] if each["id"].endswith("sx"))
    assert set(tombstone) == {"id", "type", "created", "modified", "deleted"}


def test_a_withdrawn_object_stays_in_the_list_of_its_organization(read):
    assert set(ids(read("organization/ausschuss/meeting", modified_since="2000-01-01"))) == {"s1", "s2", "sx"}
    assert set(ids(read("organization/ausschuss/meeting"))) == {"s1", "s2"}
    assert ids(read("organization/rat/meeting")) == []
    assert ids(read("organization/rat/consultation")) == ["c3"]


def test_what_was_never_public_leaves_no_tombstone(read):
    publish([], withdrawals=[lindenhagen.gone("meeting", "geheim")])
    assert "geheim" not in ids(read(MEETINGS, modified_since="2000-01-01"))


def test_all_links_keep_limit_and_filters_as_they_were_given(read):
    given = {"limit": "1", "modified_since": "2000-01-01T00:00:00+01:00", "omit_internal": "true"}
    links = read(MEETINGS, **given)["links"]
    assert set(links) == {"first", "self", "next"}
    for address in links.values():
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert {**query, **given} == query
        assert "+" not in address  # it would come back as a blank


def test_more_than_a_hundred_at_a_time_are_not_given(read):
    page = read(MEETINGS, limit="5000")
    assert page["pagination"]["elementsPerPage"] == 100
    assert "limit=5000" in page["links"]["first"]


def test_omit_internal_leaves_out_what_the_specification_names(read):
    meeting = next(each for each in read(MEETINGS, omit_internal="true")["data"] if each["id"].endswith("s1"))
    assert {"agendaItem", "auxiliaryFile"}.isdisjoint(meeting)
    assert {"location", "resultsProtocol", "organization"} <= set(meeting)
    assert "agendaItem" in read("meeting/s1")
    assert "agendaItem" not in read("meeting/s1", omit_internal="true")
    assert "legislativeTerm" not in read("body", omit_internal="true")["data"][0]
    assert "membership" not in read("person/ada", omit_internal="true")


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-01T12:00:00+01:00", "2026-01-01T12:00:00 01:00", "2026-01-01T11:00:00Z", "2026-01-01T11:00:00.000Z",
        "2026-01-01T12:00:00.000000+0100", "2026-01-01T12:00:00", "2026-01-01T12:00", "2026-01-01 12:00:00",
        "2026-01-01", "2026-01-01T11:00:00-00:00",
        "2026-01-01T12:00:00+01", "0001-01-01T00:00:00", "0001-01-01T00:00:00+01:00",
    ],
)  # fmt: skip
def test_moments_are_understood_in_every_usual_form(read, text):
    moved("s1", to=datetime.datetime(2026, 1, 1, 11, tzinfo=datetime.UTC))
    assert "s1" in ids(read(MEETINGS, modified_since=text))


def test_an_unencoded_plus_is_understood(client):
    moved("s1", to=datetime.datetime(2026, 1, 1, 11, tzinfo=datetime.UTC))
    response = client.get(f"/oparl/v1.1/{MEETINGS}?modified_until=2026-01-01T12:00:00+01:00")
    assert ids(response.json()) == ["s1"]


def test_a_day_alone_is_the_whole_day_in_the_town(read):
    moved("s1", to=datetime.datetime(2026, 1, 1, 22, 59, 59, tzinfo=datetime.UTC))
    assert ids(read(MEETINGS, modified_until="2026-01-01", modified_since="2026-01-01")) == ["s1"]
    moved("s1", to=datetime.datetime(2026, 1, 1, 23, 0, 0, tzinfo=datetime.UTC))
    assert ids(read(MEETINGS, modified_until="2026-01-01", modified_since="2026-01-01")) == []


@pytest.mark.parametrize(
    "query",
    [
        "modified_since=gestern", "modified_since=", "modified_since=2026-13-01", "modified_since=2026-02-30T00:00:00Z",
        "created_until=20260101", "modified_since=2026-01-01T25:00:00Z", "modified_since=2026-01-01T00:00:00%2B99:00",
        "limit=0", "limit=-1", "limit=viele", "limit=1.5", "after=%00", "after=zz", "after=" + "f" * 40,
        "omit_internal=vielleicht",
        "modified_since=2026-01-01&modified_since=2026-01-02", "created_since=%D9%A2%D9%A0%D9%A2%D9%A6-01-01",
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_and_not_ignored(client, query):
    response = client.get(f"/oparl/v1.1/{MEETINGS}?{query}")
    error = response.json()
    assert response.status_code == 400
    assert error["type"] == "https://schema.oparl.org/1.1/Error"
    assert error["message"].endswith(".")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_list_of_nothing_is_empty_but_a_list_of_nobody_is_not_there(client, read):
    assert read("organization/liste/meeting") == {
        "data": [],
        "pagination": {"elementsPerPage": 100},
        "links": dict.fromkeys(("first", "self"), f"{BASE}/oparl/v1.1/organization/liste/meeting"),
    }
    for path in (
        "organization/niemand/meeting",
        "body/niemand/meeting",
        "body/ausschuss/meeting",
        "organization/s1/meeting",
    ):
        assert client.get(f"/oparl/v1.1/{path}").status_code == 404


def test_three_objects_take_as_many_queries_as_one(read, django_assert_num_queries):
    for limit in ("1", "3"):
        with django_assert_num_queries(2):  # the state of the record, and the page
            read(f"body/{lindenhagen.BODY}/file", limit=limit)


def test_quoted_values_of_odd_clients_do_no_harm(client):
    path = f"/oparl/v1.1/{MEETINGS}?unbekannt={quote('<alert>')}&limit=1"
    response = client.get(path)
    assert response.status_code == 200
    assert b"alert" not in response.content
