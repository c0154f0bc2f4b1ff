"""The HSDS API: what it sends, how it is filtered, what it refuses."""

from __future__ import annotations

import json

import jsonschema
import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.values import GivenLanguage
from tests.integration.importing.test_hsds import publish_everything


def got(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.fixture
def second(manager, association, published, vocabulary):
    offer = actions.add_offer(
        manager, association, name="Elterngruppe", description="Für Eltern mit kleinen Kindern.",
        fields=[vocabulary["handlungsfeld"].terms.get(code="fruehe-bildung")], languages=[GivenLanguage("tr")],
    )  # fmt: skip
    actions.publish_offer(manager, offer)
    return offer


def test_the_root_says_what_this_is(client, published):
    root = got(client, "/hsds/")
    assert root["version"] == "3.1"
    for address in (root["profile"], root["openapi_url"]):
        assert got(client, address[address.index("/hsds") :])


@pytest.fixture
def everything(manager, body, rich, association):
    """An offer with everything that one can say, and one of which hardly anything is known."""
    association.refresh_from_db()
    actions.add_offer(
        manager, association, name="Elterngruppe", description="Für Eltern mit kleinen Kindern.",
        languages=[GivenLanguage("de")], languages_known=False,
    )  # fmt: skip
    actions.edit_actor(manager, association, changes={"fields_known": "more"}, revision=association.revision)
    publish_everything(manager, body)


@pytest.mark.parametrize(("name", "schema"), [("services", "service"), ("organizations", "organization")])
def test_every_object_is_what_the_standard_demands(client, everything, schemas, name, schema):
    rules = json.loads((schemas / f"{schema}.json").read_text())
    checked = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    sent = got(client, "/hsds/services")["contents"]
    assert {"cost_options", "capacities", "contacts", "x_translations", "x_incomplete"} <= {
        key for each in sent for key in each
    }
    for address in (f"/hsds/{name}", f"/hsds/{name}?full_service=true"):
        contents = got(client, address)["contents"]
        assert contents
        for each in contents:
            assert [error.message for error in checked.iter_errors(each)] == []
            assert got(client, f"/hsds/{name}/{each['id']}")["id"] == each["id"]


def test_the_page_about_the_exchange_says_that_a_list_may_not_be_whole(client, everything):
    page = client.get("/hsds/beschreibung/").content.decode()
    assert "x_incomplete" in page
    assert "es heißt nicht „nein“" in page


def test_pages_say_where_one_is(client, second):
    page = got(client, "/hsds/services?per_page=1&page=2")
    assert page["total_items"] == page["total_pages"] == 2
    assert (page["first_page"], page["last_page"], page["empty"], page["size"]) == (False, True, False, 1)
    assert page["contents"][0]["name"] == "Elterngruppe"
    beyond = got(client, "/hsds/services?page=9")
    assert (beyond["empty"], beyond["contents"]) == (True, [])


def names(client, query):
    return [each["name"] for each in got(client, f"/hsds/services?{query}")["contents"]]


def test_filters_add_up(client, second, vocabulary, association):
    language = vocabulary["handlungsfeld"].terms.get(code="sprache")
    assert names(client, f"taxonomy_term_id={language.standard_id}") == ["Sprachcafé"]
    assert names(client, f"taxonomy_id={vocabulary['handlungsfeld'].standard_id}") == [
        "Sprachcafé",
        "Elterngruppe",
    ]
    assert names(client, "search=eltern+KLEINEN") == ["Elterngruppe"]
    assert names(client, f"organization_id={association.standard_id}&search=cafe") == ["Sprachcafé"]
    assert names(client, "modified_after=2999-01-01T00:00:00Z") == []
    assert set(got(client, "/hsds/services?minimal=true")["contents"][0]) <= {
        "id", "name", "status", "description", "last_modified", "assured_date",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=x", "per_page=-1", "taxonomy_term_id=7", "modified_after=gestern", "minimal=vielleicht"],
)
def test_a_filter_that_cannot_be_understood_is_refused(client, published, query):
    answer = client.get(f"/hsds/services?{query}")
    assert answer.status_code == 400
    assert json.loads(answer.content)["message"]


@pytest.mark.parametrize("proximity", ["51.77", "a,b,c", "nan,8,5", "51,8,5,6"])
def test_a_distance_that_is_none_is_refused(client, published, proximity):
    assert client.get(f"/hsds/service_at_locations?proximity={proximity}").status_code == 400


def test_what_takes_place_near_by(client, published):
    near = got(client, "/hsds/service_at_locations?proximity=51.7705,8.05,100")["contents"]
    assert [each["service"]["name"] for each in near] == ["Sprachcafé"]
    assert got(client, "/hsds/service_at_locations?proximity=51.8,8.05,100")["contents"] == []
    assert got(client, "/hsds/service_at_locations?postcode=11111")["contents"] == []
    assert (
        got(client, f"/hsds/service_at_locations/{near[0]['id']}")["location"]["name"] == "Haus der Kulturen"
    )


def test_nothing_but_reading(client, published):
    assert client.post("/hsds/services").status_code == 405
    assert client.options("/hsds/services").status_code == 204
    assert client.get("/hsds/services")["Access-Control-Allow-Origin"] == "*"


def test_a_known_page_is_not_sent_again(client, published):
    tag = client.get("/hsds/services")["ETag"]
    assert client.get("/hsds/services", headers={"If-None-Match": tag}).status_code == 304


def test_a_withdrawn_offer_is_gone_from_every_address(client, manager, published):
    actions.withdraw_offer(manager, published, reason="eingestellt")
    assert client.get(f"/hsds/services/{published.standard_id}").status_code == 404
    assert got(client, "/hsds/services")["contents"] == []
    assert client.get(f"/angebote/{published.public_id}.ics").status_code == 410
    assert b"Sprachcaf" not in client.get("/hsds/alles.json").content


def test_a_merged_offer_is_found_under_both_ids(client, manager, published, second):
    actions.merge_offers(manager, published, other=second, take={})
    assert got(client, f"/hsds/services/{second.standard_id}")["id"] == str(published.standard_id)


def test_a_draft_is_nowhere(client, manager, published, association):
    actions.add_offer(manager, association, name="Noch geheim", description="Geheimer Treff")
    for address in (
        "/hsds/services",
        "/hsds/alles.json",
        "/hsds/angebote.csv",
        "/hsds/organizations?full_service=true",
    ):
        assert "geheim" not in client.get(address).content.decode().lower()


def test_switched_off_open_data_say_so(client, published, settings):
    settings.RATSLINDE_OPEN_DATA = False
    for name in (
        "services",
        "beschreibung/",
        "alles.json",
        "angebote.csv",
        "akteure.csv",
        "orte.geojson",
        "sozialraeume.geojson",
    ):
        assert client.get(f"/hsds/{name}").status_code == 404, name
    assert client.get(f"/angebote/{published.public_id}.ics").status_code == 200


def test_kinds_of_the_directory_are_no_kinds_of_oparl(client, published):
    assert client.get(f"/oparl/v1.1/offer/{published.public_id}").status_code == 404


def test_the_page_explains_every_attribute_of_our_own(client, published):
    content = client.get("/hsds/beschreibung/").content.decode()
    assert "x_translations" in content
    assert "x_former_ids" in content


@pytest.mark.parametrize("form", ["csv", "ndjson", "xml"])
def test_another_form_than_json_is_refused_and_says_so(client, published, form):
    for address in ("/hsds/services", f"/hsds/services/{published.standard_id}", "/hsds/"):
        answer = client.get(f"{address}?format={form}")
        assert answer.status_code == 400
        assert "format=json" in json.loads(answer.content)["message"]
    assert got(client, "/hsds/services?format=JSON")["total_items"] == 1


@pytest.mark.parametrize("address", ["/hsds/unsinn", "/hsds/services/unsinn", "/hsds/services/"])
def test_what_is_not_there_is_said_in_json(client, published, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert "keine offenen Daten" in json.loads(answer.content)["message"]


def test_the_page_that_explains_it_is_still_found_without_its_last_stroke(client, published):
    assert client.get("/hsds/beschreibung")["Location"] == "/hsds/beschreibung/"
