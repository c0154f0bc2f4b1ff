"""Map and matrices: the picture, its table twin and every file that can be taken away say the same."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections import Counter

import networkx
import pytest
from django.urls import reverse
from lxml import etree
from PIL import Image

from ratslinde.desk.landscape.pictures import SHARP, as_png
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from tests.desk.conftest import at_desk

SVG = "{http://www.w3.org/2000/svg}"
STATES = ("Nicht erhoben", "Nicht vorgesehen", "Lücke", "Veraltet", "Fragil", "Überlastet", "Gedeckt")


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def town(manager, body, association, cafe, north, south, vocabulary, house) -> Offer:
    """A town whose matrix has several states, and whose map has a sign for two places and one for a third."""
    fields = vocabulary["handlungsfeld"].terms
    other = actions.add_actor(manager, body, name="=Bibliothek am Anger", description="Bücher.")
    for row in (association, other):
        actions.publish_actor(manager, row)
        row.refresh_from_db()
        actions.confirm_actor(manager, row, by="Leitung")
        row.refresh_from_db()
    actions.set_activity(manager, other, field=fields.get(code="sprache"), role="advises")
    actions.set_activity(manager, other, field=fields.get(code="wohnen"), role="refers")
    actions.mark_not_intended(manager, fields.get(code="wohnen"), space=south, reason="Das macht der Kreis.")
    near = actions.add_place(manager, body, name="Kulturküche", latitude=51.77002, longitude=8.05)
    far = actions.add_place(manager, body, name="Südtreff", latitude=51.72, longitude=8.05)
    for name, code, place, day in (
        ("Lesetreff", "sprache", near, None),
        ("Bücherbus", "schule", far, datetime.date(2024, 5, 1)),
    ):
        offer = actions.add_offer(
            manager, other, name=name, description="Ein Angebot.", fields=[fields.get(code=code)], area="spaces",
            groups_known="everyone", sites=[GivenSite(place=place, spaces=(north, south))],
        )  # fmt: skip
        actions.publish_offer(manager, offer)
        offer.refresh_from_db()
        actions.confirm_offer(manager, offer, by="Leitung", on=day or clock.today())
    actions.publish_offer(manager, cafe)
    actions.add_offer(manager, other, name="Telefonkette", mode="online")
    return cafe


def get(desk, name: str, **asked: str):
    return desk.get(reverse(name), asked)


def rows_of(answer, *, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=delimiter))


def texts(answer) -> list[str]:
    return [each.text for each in etree.fromstring(answer.content).iter(f"{SVG}text") if each.text]


def blank(answer) -> bool:
    low, high = Image.open(io.BytesIO(answer.content)).convert("L").getextrema()
    return low > high - 100


class TestCoverage:
    def cells(self, desk) -> dict[tuple[str, str], tuple[str, str]]:
        return {
            (field.name, cell["column"]): (cell["state"].words, cell["counts"])
            for field, _, row in get(desk, "desk_coverage:matrix").context["rows"]
            for cell in row
        }

    def test_the_table_for_programs_has_the_cells_of_the_page(self, desk, town):
        words = ("vor Ort", "stadtweit", "online", "ohne Ort", "unklar")
        found = {
            (row["Handlungsfeld"], row["Sozialraum"]): (
                row["Stand"].capitalize(),
                " · ".join(f"{row[each]} {each}" for each in words if row[each] != "0"),
            )
            for row in rows_of(get(desk, "desk_coverage:matrix_csv", form="technisch"))
        }
        cells = self.cells(desk)
        assert found == cells
        assert len({state for state, _ in cells.values()}) >= 4

    def test_the_picture_has_the_cells_of_the_page_and_explains_each_word_once(self, desk, town):
        cells, written = self.cells(desk), Counter(texts(get(desk, "desk_coverage:matrix_svg")))
        states = Counter(state for state, _ in cells.values())
        assert {state: written[state] for state in STATES} == {state: states[state] + 1 for state in STATES}
        counts = Counter(part for _, said in cells.values() for part in said.split(" · ") if part)
        assert {part: written[part] for part in counts} == counts
        assert all(field in " ".join(written) for field, _ in cells)

    def test_the_picture_opens_in_points_too(self, desk, town):
        assert not blank(get(desk, "desk_coverage:matrix_png"))
        assert get(desk, "desk_coverage:matrix_svg")["Content-Disposition"].startswith("attachment; ")


class TestActivities:
    def said(self, desk) -> set[tuple[str, str, str]]:
        """(actor, field, what it does there) of every cell of the page that says something."""
        rows = get(desk, "desk_coverage:activities").context["rows"]
        return {(actor.name, field, words) for actor, cells in rows for field, words in cells if words}

    def test_graphml_has_an_edge_for_every_cell(self, desk, town):
        graph = networkx.parse_graphml(get(desk, "desk_coverage:activities_graphml").content.decode())
        name, kind = (networkx.get_node_attributes(graph, key) for key in ("label", "kind"))
        ends = [sorted(edge[:2], key=kind.get) for edge in graph.edges]
        found = {(name[one], name[other], graph.edges[one, other]["roles"]) for one, other in ends}
        assert found == self.said(desk)
        assert len(found) >= 4
        assert list(kind.values()).count("Handlungsfeld") == 12

    def test_kumu_has_a_connection_for_every_cell(self, desk, town):
        found = json.loads(get(desk, "desk_coverage:activities_kumu").content)
        assert set(found) == {"elements", "connections"}
        assert {(each["from"], each["to"], each["type"]) for each in found["connections"]} == self.said(desk)
        labels = [each["label"] for each in found["elements"]]
        assert len(labels) == len(set(labels))
        assert {end for each in found["connections"] for end in (each["from"], each["to"])} <= set(labels)

    def test_an_actor_called_like_a_field_has_a_label_of_its_own(
        self, desk, manager, body, town, language_field
    ):
        twin = actions.add_actor(manager, body, name="Sprache")
        actions.set_activity(manager, twin, field=language_field, role="offers")
        found = json.loads(get(desk, "desk_coverage:activities_kumu").content)
        labels = [each["label"] for each in found["elements"]]
        assert len(labels) == len(set(labels))

    def test_the_table_has_every_cell_and_no_formula(self, desk, town):
        rows = rows_of(get(desk, "desk_coverage:activities_csv", form="excel"), delimiter=";")
        found = {
            (actor, row["Handlungsfeld"], words)
            for row in rows
            for actor, words in row.items()
            if words and actor not in ("Handlungsfeld", "Akteure", "hängt nur an")
        }
        assert found == {
            (actor.replace("=B", "'=B"), field, words) for actor, field, words in self.said(desk)
        }

    def test_the_picture_names_every_actor_and_role(self, desk, town):
        answer = get(desk, "desk_coverage:activities_svg")
        written = " ".join(texts(answer))
        for actor, _, words in self.said(desk):
            assert actor in written
            assert all(role in written for role in words.split(" (")[0].split(", "))
        assert not blank(get(desk, "desk_coverage:activities_png"))


class TestMap:
    def test_signs_are_the_rows_of_the_table(self, desk, town):
        page = get(desk, "desk_map:map")
        drawn, lines = page.context["drawn"], page.context["lines"]
        assert [spot.key for mark in drawn.marks for spot in mark.spots] == [
            line.place.place.public_id for line in lines
        ]
        root = etree.fromstring(drawn.svg)
        numbers = [int(each.text) for each in root.iter(f"{SVG}text") if each.get("class") == "map-number"]
        rings = [each for each in root.iter() if each.get("class") == "map-ring"]
        assert sum(numbers) + len(rings) == sum(len(line.entries) for line in lines) == 4

    def test_the_table_for_programs_has_the_rows_and_what_has_no_place(self, desk, town):
        page = get(desk, "desk_map:map")
        there = {
            (line.place.place.name, entry.name) for line in page.context["lines"] for entry, _ in line.entries
        }
        away = {("", entry.name) for entry, _, _ in page.context["nowhere"]}
        rows = rows_of(get(desk, "desk_map:map_csv", form="technisch"))
        found = {(row["Ort"], row["Name"].removeprefix("'")) for row in rows}
        assert found == there | away
        assert ("", "Telefonkette") in away

    def test_it_opens_in_points_too(self, desk, town):
        assert not blank(get(desk, "desk_map:map_png"))


class TestLargePictures:
    """A thousand actors in points would take gigabytes of memory."""

    def drawn(self, *, width: int, height: int) -> tuple[int, int]:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'
        return Image.open(io.BytesIO(as_png(svg, name="gross").content)).size

    def test_it_is_larger_than_on_a_screen_while_that_is_little(self):
        assert self.drawn(width=500, height=300) == (750, 450)

    def test_a_large_one_has_as_many_points_as_one_that_is_just_sharp(self):
        across, down = self.drawn(width=4000, height=9000)
        assert across * down == pytest.approx(1.5**2 * SHARP, rel=0.01)

    def test_one_that_is_larger_still_is_refused_in_words(self):
        with pytest.raises(Refused, match="zu groß für eine PNG-Datei"):
            self.drawn(width=4001, height=10_000)
