"""Networks: the same places for the same graph, names that do not overlap, lines that differ without colours."""

from __future__ import annotations

import random

import pytest
from lxml import etree

from ratslinde.ui.graphs import GraphEdge, GraphNode, Line, Shape, draw_graph
from ratslinde.ui.pictures.lettering import fitting, in_lines, width_of
from tests.ui.pictures.test_maps import HOSTILE, SVG

LEGEND = {Line.SOLID: "bestätigt", Line.DASHED: "einseitig", Line.DOTTED: "unbekannt"}


def nodes(number: int, **more) -> list[GraphNode]:
    return [
        GraphNode(key=f"k{at:03}", label=f"Verein Nummer {at}", number=at + 1, href=f"/{at}/", **more)
        for at in range(number)
    ]


def edges(number: int, many: int) -> list[GraphEdge]:
    chance = random.Random(1)
    pairs = {tuple(sorted(chance.sample(range(number), 2))) for _ in range(many)}
    return [
        GraphEdge(one=f"k{one:03}", other=f"k{other:03}", line=chance.choice(list(Line)))
        for one, other in sorted(pairs)
    ]


def drawn(some, ties, **more):
    return draw_graph(
        some,
        ties,
        title="Netz",
        description="Wer mit wem.",
        legend=LEGEND,
        singles="Noch nicht verbunden",
        **more,
    )


def root(found) -> etree._Element:
    return etree.fromstring(found.svg)


class TestLayout:
    def test_the_same_graph_is_drawn_the_same_whatever_its_order(self):
        some, ties = nodes(40), edges(40, 60)
        assert drawn(some, ties).svg == drawn(some, ties).svg
        assert drawn(some, ties).places == drawn(some, list(reversed(ties))).places

    @pytest.mark.parametrize("number", [1, 2, 5, 60, 300])
    def test_nodes_stand_apart_and_inside(self, number):
        found = drawn(nodes(number), edges(number, number * 2) if number > 1 else [])
        places = list(found.places.values())
        assert len(places) == number
        assert all(9 <= x <= found.width - 9 and 9 <= y <= found.height - 9 for x, y in places)
        close = [
            (one, other)
            for at, one in enumerate(places)
            for other in places[at + 1 :]
            if abs(one[0] - other[0]) < 20 and abs(one[1] - other[1]) < 20
        ]
        assert close == []

    def test_more_nodes_than_the_springs_can_take_are_laid_out_too(self):
        found = drawn(nodes(470), edges(470, 900))
        assert len(found.places) == 470

    def test_single_nodes_stand_below_with_their_words(self):
        found = drawn(nodes(5), [GraphEdge(one="k000", other="k001")])
        assert min(found.places[f"k00{at}"][1] for at in (2, 3, 4)) > max(
            found.places[f"k00{at}"][1] for at in (0, 1)
        )
        assert "Noch nicht verbunden" in "".join(root(found).itertext())

    def test_nothing_is_a_picture_too(self):
        assert root(drawn([], [])).get("viewBox")


class TestDrawing:
    def test_each_line_is_one_path_of_its_own_style(self):
        ties = [GraphEdge(one="k000", other=f"k00{at}", line=line) for at, line in enumerate(Line, 1)]
        lines = root(drawn(nodes(4), ties)).find(f"{SVG}g[@class='graph-lines']")
        styles = {each.get("class").split("-")[-1]: each.get("stroke-dasharray") for each in lines}
        assert styles == {"solid": None, "dashed": "9 5", "dotted": "1.5 5"}

    def test_the_legend_says_what_the_lines_mean(self):
        text = "".join(root(drawn(nodes(2), [])).find(f"{SVG}g[@class='graph-legend']").itertext())
        assert text == "bestätigteinseitigunbekannt"

    def test_links_come_in_the_order_of_the_nodes(self):
        found = root(drawn(nodes(30), edges(30, 50)))
        assert [link.get("href") for link in found.iter(f"{SVG}a")] == [f"/{at}/" for at in range(30)]

    def test_a_node_without_room_for_its_name_has_its_number(self):
        found = drawn(nodes(300), edges(300, 900))
        figures = {text.text for text in root(found).iter(f"{SVG}text") if text.get("class") == "map-number"}
        assert len(figures) == 300 - found.named > 0
        labels = {link.get("aria-label").partition(" ")[0] for link in root(found).iter(f"{SVG}a")}
        assert figures <= labels

    def test_shapes_differ(self):
        some = [GraphNode(key=shape, label=shape, number=1, shape=shape) for shape in Shape]
        found = root(drawn(some, []))
        assert len(list(found.iter(f"{SVG}rect"))) == 1 + 2  # the square, and the one with a ring
        assert len(list(found.iter(f"{SVG}circle"))) == 1 + 2

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_no_text_becomes_markup(self, direction):
        some = [
            GraphNode(key=f"k{at}", label=label, number=at, href=f"?{label}")
            for at, label in enumerate(HOSTILE)
        ]
        found = drawn(some, [], direction=direction)
        names = {each.tag.removeprefix(SVG) for each in root(found).iter()}
        assert names <= {"svg", "title", "desc", "rect", "path", "g", "a", "text", "circle"}
        assert "\u202e" not in found.svg
        assert not {
            key for each in root(found).iter() for key in each.attrib if key == "style" or key[:2] == "on"
        }


class TestLetters:
    def test_a_text_is_cut_where_the_room_ends(self):
        assert fitting("Treff", size=13, room=200) == "Treff"
        cut = fitting("Treffpunkt an der alten Linde", size=13, room=90)
        assert cut.endswith("…")
        assert width_of(cut, size=13) <= 90
        assert fitting("Treffpunkt", size=13, room=20) == ""

    def test_words_are_put_on_lines(self):
        assert in_lines("Sozialraum an der Linde", size=13, room=100) == ["Sozialraum an", "der Linde"]
        assert in_lines("Sozialraum", size=13, room=10) == []
