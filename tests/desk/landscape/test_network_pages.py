"""The network of actors at the desk: picture, table twin, files, and who sees names ranked."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import networkx
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import etree
from PIL import Image

from ratslinde.desk.landscape.network import reckoning
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor
from ratslinde.journal.models import Task
from ratslinde.journal.queue import MOST_ATTEMPTS, work_one
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
        assert "Verbindungen (10)" in page.text
        page = desk.get(reverse("desk_network:network"), {"tabelle": "verbindungen"})
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
        page = desk.get(reverse("desk_network:network"), {"tabelle": "verbindungen"})
        lines = drawing(page).find(f"{SVG}g[@class='graph-lines']")
        drawn = {each.get("class").split("-")[-1]: each.get("d").count("M") for each in lines}
        assert drawn == {"solid": 10, "dashed": 1, "dotted": 1}
        assert "Verein 0 nennt sie" in " ".join(page.text.replace("<bdi>", "").replace("</bdi>", "").split())

    def test_the_words_below_the_picture_stand_beside_their_lines(self, desk, ring):
        legend = (
            desk.get(reverse("desk_network:network"))
            .text.partition('class="picture-legend')[2]
            .partition("</dl>")[0]
        )
        pieces = [each.partition("<strong>")[0] for each in legend.split("<dt>")[1:]]
        assert ["stroke-dasharray" in each for each in pieces] == [False, True, True]
        assert all('aria-hidden="true"' in each for each in pieces)

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


class TestTables:
    """The table twin: one page of it, with everything that was chosen kept."""

    @pytest.fixture
    def many(self, manager, body, association):
        for number in range(40):
            actor = actions.add_actor(manager, body, name=f"Verein {number:02}")
            actions.report_cooperation(manager, association, target=actor, kind="cooperation", confirmed=True)

    def test_a_long_table_stands_on_pages_and_the_filters_are_kept(self, desk, many):
        asked = {"stand": "unknown", "tabelle": "verbindungen", "groesse": "ganz"}
        page = desk.get(reverse("desk_network:network"), asked)
        assert len(page.context["ties"]) == 20
        address = page.context["paging"].following
        assert address == "?stand=unknown&groesse=ganz&tabelle=verbindungen&seite=2#tabelle"
        second = desk.get(reverse("desk_network:network") + address.split("#")[0])
        assert len(second.context["ties"]) == 20
        seen = {line.target.name for each in (page, second) for line in each.context["ties"]}
        assert len(seen) == 40

    def test_a_page_that_is_not_there_is_the_last_one(self, desk, many):
        page = desk.get(reverse("desk_network:network"), {"seite": "99"})
        assert [line.number for line in page.context["actors"]] == [41]

    def test_the_files_are_complete_whatever_page_stands_there(self, desk, many):
        rows = content(desk, "actors_csv", seite="2", form="technisch").decode().splitlines()
        assert len(rows) == 42
        rows = content(desk, "ties_csv", seite="2", form="technisch").decode().splitlines()
        assert len(rows) == 41

    def test_every_page_has_the_same_number_of_queries(self, desk, many, django_assert_num_queries):
        with CaptureQueriesContext(connection) as one:
            desk.get(reverse("desk_network:network"))
        with django_assert_num_queries(len(one)):
            desk.get(reverse("desk_network:network"), {"tabelle": "verbindungen", "seite": "2"})


class TestCoordination:
    def test_without_a_setting_the_page_says_what_to_do(self, desk, reader, ring):
        page = desk.get(reverse("desk_network:network"))
        assert "Wer das Netzwerk koordiniert, ist nicht festgelegt" in page.text
        assert reverse("desk_network:coordination") in page.text
        page = at_desk(reader).get(reverse("desk_network:network"))
        assert "Das legt das Integrationsmanagement oder die Sozialplanung fest." in page.text
        assert reverse("desk_network:coordination") not in page.text

    def test_it_is_set_at_the_desk_and_marked_in_picture_table_and_figures(self, desk, ring):
        address = reverse("desk_network:coordination")
        answer = desk.post(address, {"actor": ring[5].pk, "valid_from": clock.today()}, follow=True)
        assert "Verein 5" in answer.text
        page = desk.get(reverse("desk_network:network"))
        assert page.context["coordinating"].name == "Verein 5"
        line = next(line for line in page.context["actors"] if line.actor.key == ring[5].public_id)
        assert line.standings == ["Koordination", "hält das Netz zusammen"]
        drawn = [each for each in drawing(page).iter(f"{SVG}a") if each.find(f"{SVG}rect") is not None]
        assert [each.get("aria-label") for each in drawn] == ["Verein 5"]
        assert "bleiben 2 Teile" in " ".join(page.text.split())

    def test_it_can_be_left_out_of_picture_and_tables_and_files(self, desk, manager, body, ring):
        actions.set_coordination(manager, body, actor=ring[5], valid_from=clock.today())
        page = desk.get(reverse("desk_network:network"), {"koordination": "ohne"})
        assert "Verein 5" not in [line.actor.name for line in page.context["actors"]]
        assert page.context["number_of_ties"] == 8
        assert "koordination=ohne" in page.context["asked"].query
        assert b"Verein 5" not in content(desk, "edges_csv", koordination="ohne")
        assert page.context["figures"].actors == 11

    def test_nobody_is_an_answer_too(self, desk, manager, body, ring):
        actions.set_coordination(manager, body, actor=ring[5], valid_from=clock.today())
        desk.post(reverse("desk_network:coordination"), {"actor": "", "valid_from": clock.today()})
        assert desk.get(reverse("desk_network:network")).context["coordinating"] is None

    def test_a_reader_sees_it_and_cannot_set_it(self, reader, ring):
        client, address = at_desk(reader), reverse("desk_network:coordination")
        assert "Neu festlegen" not in client.get(address).text
        assert client.post(address, {"actor": "", "valid_from": clock.today()}).status_code == 403


class TestTwin:
    """What the picture shows stands in its table twin, and the other way round."""

    @pytest.fixture
    def mixed(self, manager, body, ring, association):
        lonely = actions.add_actor(manager, body, name="Allein")
        silent = actions.add_actor(manager, body, name="Noch nicht gefragt")
        actions.report_cooperation(manager, association, target=silent, kind="referral", confirmed=True)
        actions.report_cooperation(manager, ring[0], target=ring[4], kind="cooperation", confirmed=True)
        actions.set_coordination(manager, body, actor=ring[0], valid_from=clock.today())
        return lonely

    @pytest.mark.parametrize("asked", [{}, {"stand": "confirmed"}, {"koordination": "ohne"}])
    def test_nodes_lines_and_signs_are_the_rows_of_the_table(self, desk, mixed, asked):
        page = desk.get(reverse("desk_network:network"), asked)
        lines = page.context["actors"]
        nodes = {each.get("aria-label"): each for each in drawing(page).iter(f"{SVG}a")}
        assert list(nodes) == [line.actor.name for line in lines]
        signs = {name: _signs(node) for name, node in nodes.items()}
        assert signs == {
            line.actor.name: {word for word in line.standings if word != "noch nicht verbunden"}
            for line in lines
        }
        ties = desk.get(reverse("desk_network:network"), asked | {"tabelle": "verbindungen"}).context["ties"]
        drawn = drawing(page).find(f"{SVG}g[@class='graph-lines']")
        found = Counter({each.get("class").split("-")[-1]: each.get("d").count("M") for each in drawn})
        styles = {"bestätigt": "solid", "einseitig": "dashed", "unbekannt": "dotted"}
        assert found == Counter(styles[line.state] for line in ties)

    def test_who_is_not_connected_stands_apart_in_the_picture_and_is_named_in_the_table(self, desk, mixed):
        page = desk.get(reverse("desk_network:network"))
        heading = next(
            each for each in drawing(page).iter(f"{SVG}text") if each.text == "Noch nicht verbunden"
        )
        below = page.context["drawn"].places[mixed.public_id][1] > float(heading.get("y"))
        line = next(line for line in page.context["actors"] if line.actor.name == "Allein")
        assert (below, line.standings) == (True, ["noch nicht verbunden"])

    def test_the_files_have_the_same_actors_and_ties_as_the_table(self, desk, mixed):
        page = desk.get(reverse("desk_network:network"), {"tabelle": "verbindungen"})
        ties = sorted((line.source.name, line.target.name) for line in page.context["ties"])
        actors = sorted(
            line.actor.name for line in desk.get(reverse("desk_network:network")).context["actors"]
        )
        graph = networkx.parse_graphml(content(desk, "graphml").decode(), force_multigraph=True)
        label = networkx.get_node_attributes(graph, "label")
        assert sorted(label.values()) == actors
        assert sorted((label[one], label[other]) for one, other in graph.edges()) == ties
        kumu = json.loads(content(desk, "kumu"))
        assert sorted(each["label"] for each in kumu["elements"]) == actors
        assert sorted((each["from"], each["to"]) for each in kumu["connections"]) == ties
        rows = list(csv.DictReader(io.StringIO(content(desk, "ties_csv", form="technisch").decode())))
        assert sorted((row["Akteur"], row["mit"]) for row in rows) == ties
        rows = list(csv.DictReader(io.StringIO(content(desk, "actors_csv", form="technisch").decode())))
        assert {row["Akteur"]: row["Stellung"] for row in rows}["Allein"] == "noch nicht verbunden"

    def test_a_reader_sees_no_bridges_in_any_of_them(self, reader, mixed):
        client = at_desk(reader)
        page = client.get(reverse("desk_network:network"))
        assert "graph-ring" not in page.context["drawn"].svg
        for name in ("actors_csv", "graphml", "kumu", "network_svg"):
            assert "hält das Netz zusammen" not in content(client, name).decode("utf-8-sig")

    def test_a_png_has_more_than_its_ground(self, desk, mixed):
        drawn = Image.open(io.BytesIO(content(desk, "network_png"))).convert("L")
        assert drawn.getextrema()[0] < 100
        assert drawn.width > 800


def _signs(node: etree._Element) -> set[str]:
    square = node.find(f"{SVG}rect") is not None
    ringed = any(each.get("class") == "graph-ring" for each in node)
    found = (("Koordination", square), ("hält das Netz zusammen", ringed))
    return {word for word, there in found if there}


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
        assert "0 % von 11 Akteuren und 10 Verbindungen" in answer.text
        assert 'id="unterwegs"' in answer.text
        assert "0 % sind fertig" in desk.get(reverse("desk_network:network")).text
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

    def test_the_page_of_a_reckoning_tells_how_far_it_is_and_leads_on_when_it_is_done(self, desk, ring):
        desk.post(reverse("desk_network:reckon"))
        reckoning._note(Task.objects.get(handler=reckoning.TASK).key, 40)
        assert '<progress max="100" value="40"' in desk.get(reverse("desk_network:reckoning")).text
        while work_one():
            pass
        done = desk.get(reverse("desk_network:reckoning"))
        assert done["Location"] == f"{reverse('desk_network:network')}#bruecken"

    def test_a_reckoning_that_was_given_up_can_be_asked_for_again(self, desk, ring):
        desk.post(reverse("desk_network:reckon"))
        Task.objects.filter(handler=reckoning.TASK).update(attempts=MOST_ATTEMPTS, error="ValueError")
        assert "Rechnen lassen" in desk.get(reverse("desk_network:network")).text
        desk.post(reverse("desk_network:reckon"))
        assert Task.objects.get(handler=reckoning.TASK).attempts == 0

    def test_a_reader_cannot_ask_for_it(self, reader, ring):
        assert at_desk(reader).post(reverse("desk_network:reckon")).status_code == 403
        assert not Task.objects.filter(handler=reckoning.TASK).exists()
