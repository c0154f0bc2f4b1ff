"""The network of actors at the desk: picture, table twin, files, and who sees names ranked."""

from __future__ import annotations

import csv
import io
import json

import networkx
import pytest
from django.core.cache import cache
from django.urls import reverse
from lxml import etree

from ratslinde.desk.landscape.network import reckoning
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor
from ratslinde.journal.models import Task
from ratslinde.journal.queue import work_one
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk

HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("https://boese.example")',
    "Verein \u202egnubieh\u202c\nzweite Zeile",
    "جمعية الصداقة في ليندنهاغن",
    "👩‍👩‍👧 Familientreff",
    "Sehr " * 39 + "lang",
    "</title><svg onload=alert(1)>&quot;'",
)
SVG = "{http://www.w3.org/2000/svg}"
FILES = ("network_svg", "network_png", "actors_csv", "ties_csv", "edges_csv", "graphml", "kumu")


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def ring(manager, body, association) -> list[Actor]:
    """Ten actors and the association, a ring of ties between them; all have answered."""
    actors = [actions.add_actor(manager, body, name=f"Verein {number}") for number in range(10)]
    for one, other in zip(actors, [*actors[1:], association], strict=True):
        actions.report_cooperation(manager, one, target=other, kind="cooperation", confirmed=True)
        actions.report_cooperation(manager, other, target=one, kind="cooperation", confirmed=True)
    Actor.objects.update(network_asked_on=clock.today(), network_answered_on=clock.today())
    return [*actors, association]


@pytest.fixture
def hostile(manager, body, association) -> list[Actor]:
    actors = [actions.add_actor(manager, body, name=name) for name in HOSTILE]
    for each in actors:
        actions.report_cooperation(
            manager, association, target=each, kind="referral", confirmed=True, strength=2
        )
    return actors


def content(desk, name: str, **asked: str) -> bytes:
    return desk.get(reverse(f"desk_network:{name}"), asked).content


def drawing(page) -> etree._Element:
    return etree.fromstring(page.context["drawn"].svg)


class TestPage:
    def test_an_empty_landscape_says_so(self, desk):
        page = desk.get(reverse("desk_network:network"))
        assert "Noch kein Netzwerk" in page.text
        assert "Bisher wurde niemand nach seiner Zusammenarbeit gefragt." in page.text

    def test_every_actor_is_a_link_in_the_picture_and_a_row_in_the_table_in_the_same_order(self, desk, ring):
        page = desk.get(reverse("desk_network:network"))
        links = [link.get("aria-label") for link in drawing(page).iter(f"{SVG}a")]
        assert links == [line.actor.name for line in page.context["actors"]] == sorted(links)
        assert len(page.context["ties"]) == 10

    def test_a_node_leads_to_the_surroundings_of_its_actor(self, desk, ring):
        page = desk.get(reverse("desk_network:network"), {"akteur": ring[3].public_id})
        assert [line.actor.name for line in page.context["actors"]] == ["Verein 2", "Verein 3", "Verein 4"]
        links = {link.get("aria-label"): link.get("href") for link in drawing(page).iter(f"{SVG}a")}
        assert links["Verein 3"] == f"/schreibtisch/integration/akteure/{ring[3].public_id}/"
        assert links["Verein 4"] == f"?akteur={ring[4].public_id}#netz"

    def test_lines_tell_how_sure_a_tie_is(self, desk, manager, ring, association):
        other = actions.add_actor(manager, association.body, name="Noch nicht gefragt")
        actions.report_cooperation(manager, association, target=other, kind="cooperation", confirmed=True)
        actions.report_cooperation(manager, ring[0], target=ring[5], kind="cooperation", confirmed=True)
        page = desk.get(reverse("desk_network:network"))
        lines = drawing(page).find(f"{SVG}g[@class='graph-lines']")
        drawn = {each.get("class").split("-")[-1]: each.get("d").count("M") for each in lines}
        assert drawn == {"solid": 10, "dashed": 1, "dotted": 1}
        assert "Verein 0 nennt sie" in " ".join(page.text.replace("<bdi>", "").replace("</bdi>", "").split())

    def test_only_one_state_can_be_shown(self, desk, ring):
        page = desk.get(reverse("desk_network:network"), {"stand": "unknown"})
        assert page.context["ties"] == []
        assert len(page.context["actors"]) == 11

    def test_management_sees_ranks_and_what_holds_the_net_together(self, desk, ring):
        page = desk.get(reverse("desk_network:network"))
        assert page.context["ranked"][0][1] == "Verein 5"
        assert len(page.context["holding"]) == 9
        assert "Wer zwischen anderen steht" in page.text

    def test_a_reader_sees_the_net_but_no_names_ranked(self, reader, ring):
        page = at_desk(reader).get(reverse("desk_network:network"))
        assert page.status_code == 200
        assert (page.context["ranked"], page.context["holding"], page.context["bridges"]) == ([], [], [])
        assert "sehen nur Integrationsmanagement und Sozialplanung" in page.text
        assert "Wer zwischen anderen steht" not in page.text

    def test_too_few_actors_are_not_ranked_and_the_page_says_why(self, desk, hostile):
        page = desk.get(reverse("desk_network:network"))
        assert page.context["ranked"] == []
        assert "nötig sind mindestens 10" in page.text

    def test_too_many_actors_are_not_drawn_but_stand_in_the_table(self, desk, ring, monkeypatch):
        monkeypatch.setattr("ratslinde.desk.landscape.network.drawing.MOST_DRAWN", 5)
        page = desk.get(reverse("desk_network:network"))
        assert "Zu viele Akteure für ein Bild" in page.text
        assert len(page.context["actors"]) == 11
        assert desk.get(reverse("desk_network:network_svg")).status_code == 409

    def test_nothing_on_it_needs_a_style_or_a_script(self, desk, hostile):
        drawn = desk.get(reverse("desk_network:network")).context["drawn"].svg
        assert "style" not in drawn
        assert "<script" not in drawn


class TestFiles:
    @pytest.mark.parametrize("name", FILES)
    def test_each_is_a_file_that_runs_nothing(self, desk, ring, name):
        answer = desk.get(reverse(f"desk_network:{name}"))
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment; ")
        assert answer["X-Content-Type-Options"] == "nosniff"

    def test_svg_has_every_name_as_text_and_no_link(self, desk, hostile):
        root = etree.fromstring(content(desk, "network_svg"))
        assert {each.tag for each in root.iter()} <= {
            f"{SVG}{name}"
            for name in ("svg", "title", "desc", "rect", "g", "path", "circle", "text", "tspan")
        }
        titles = {each.text for each in root.iter(f"{SVG}title")}
        assert {"<script>alert(1)</script>", "Verein gnubieh zweite Zeile"} <= titles
        assert root.get("width")

    def test_png_is_a_picture(self, desk, hostile):
        assert content(desk, "network_png").startswith(b"\x89PNG")

    def test_edges_have_the_columns_that_programs_expect(self, desk, ring):
        rows = list(csv.reader(io.StringIO(content(desk, "edges_csv", form="technisch").decode())))
        assert rows[0] == ["from", "to", "type", "strength", "confirmed"]
        assert ["Brücke Lindenhagen e. V.", "Verein 9", "cooperation", "", "bestätigt"] in rows[1:]

    def test_excel_gets_semicolons_and_a_mark_and_no_formula(self, desk, hostile):
        for name in ("edges_csv", "ties_csv", "actors_csv"):
            text = content(desk, name, form="excel").decode("utf-8-sig")
            assert content(desk, name, form="excel").startswith(b"\xef\xbb\xbf")
            cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
            assert any(cell.startswith("'=HYPERLINK") for cell in cells)
            assert not any(cell.startswith("=") for cell in cells)

    def test_graphml_is_read_back_by_the_library(self, desk, hostile, association):
        found = networkx.parse_graphml(content(desk, "graphml").decode())
        assert found.number_of_nodes() == len(HOSTILE) + 1
        assert found.nodes[hostile[0].public_id]["label"] == HOSTILE[0]
        edge = found.get_edge_data(association.public_id, hostile[0].public_id)
        assert edge | {"id": ""} == {
            "id": "",
            "kind": "referral",
            "state": "unbekannt",
            "directed": True,
            "strength": 2,
        }

    def test_kumu_has_one_label_for_each_actor_also_for_the_same_name(self, desk, manager, body, ring):
        actions.add_actor(manager, body, name="Verein 1")
        actions.add_actor(manager, body, name="Verein 1 (2)")
        found = json.loads(content(desk, "kumu"))
        labels = [each["label"] for each in found["elements"]]
        assert len(labels) == len(set(labels)) == 13
        assert set(found["connections"][0]) == {"from", "to", "type", "direction"}
        assert {each["from"] for each in found["connections"]} <= set(labels)

    def test_a_referral_is_directed_for_kumu(self, desk, hostile):
        assert {each["direction"] for each in json.loads(content(desk, "kumu"))["connections"]} == {
            "directed"
        }


class TestLargeNetworks:
    @pytest.fixture(autouse=True)
    def _large(self, db, monkeypatch, settings, tmp_path):
        monkeypatch.setattr(reckoning, "AT_ONCE", 3)
        settings.RATSLINDE_DATA = tmp_path
        cache.clear()

    def test_the_worker_reckons_and_it_is_kept_until_something_changes(self, desk, manager, ring):
        page = desk.get(reverse("desk_network:network"))
        assert "Rechnen lassen" in page.text
        answer = desk.post(reverse("desk_network:reckon"), follow=True)
        assert "0 % sind fertig" in answer.text
        while work_one():
            pass
        assert desk.get(reverse("desk_network:network")).context["ranked"][0][1] == "Verein 5"
        actions.report_cooperation(manager, ring[0], target=ring[7], kind="cooperation", confirmed=True)
        assert "Rechnen lassen" in desk.get(reverse("desk_network:network")).text

    def test_a_network_that_has_changed_meanwhile_is_not_kept(self, desk, manager, ring):
        desk.post(reverse("desk_network:reckon"))
        actions.report_cooperation(manager, ring[0], target=ring[7], kind="cooperation", confirmed=True)
        while work_one():
            pass
        assert "Rechnen lassen" in desk.get(reverse("desk_network:network")).text

    def test_a_reader_cannot_ask_for_it(self, reader, ring):
        assert at_desk(reader).post(reverse("desk_network:reckon")).status_code == 403
        assert not Task.objects.filter(handler=reckoning.TASK).exists()
