"""Maps: what is drawn, what is put together, and that no text becomes markup."""

from __future__ import annotations

import pytest
from lxml import etree

from ratslinde.ui.maps import CLOSEST, MapArea, MapSpot, MapWindow, MapWords, draw_map

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = [(8.0, 51.7), (8.1, 51.7), (8.1, 51.76), (8.0, 51.76), (8.0, 51.7)]
NORTH = [(8.0, 51.76), (8.1, 51.76), (8.1, 51.8), (8.0, 51.8), (8.0, 51.76)]
TOWN = [
    MapArea(name="Südstadt", rings=[SQUARE], href="?raum=sued"),
    MapArea(name="Nordviertel", rings=[NORTH]),
]
HOSTILE = [
    "<script>alert(1)</script>",
    "a\nb\x00\x1b",
    "\u202everkehrt",
    "عربي",
    "👩‍👩‍👧",
    "lang " * 80,
    "\"'&",
]


def at(longitude: float, latitude: float, label: str = "Treff", **more) -> MapSpot:
    return MapSpot(longitude=longitude, latitude=latitude, label=label, href=f"/{label}/", **more)


def drawn(*spots: MapSpot, areas=TOWN, **more):
    return draw_map(areas, spots, title="Karte", description="Was wo ist.", **more)


def root(found) -> etree._Element:
    return etree.fromstring(found.svg)


def labels(found) -> list[str]:
    return [link.get("aria-label") for link in root(found).iter(f"{SVG}a")]


class TestSigns:
    def test_spots_that_would_overlap_become_one_with_their_number(self):
        found = drawn(at(8.05, 51.72, "A"), at(8.0501, 51.72, "B", number=3), at(8.05, 51.78, "C"))
        assert [(mark.number, [spot.label for spot in mark.spots]) for mark in found.marks] == [
            (1, ["C"]),
            (4, ["A", "B"]),
        ]

    def test_closer_they_stand_alone(self):
        spots = at(8.05, 51.72, "A"), at(8.051, 51.72, "B")
        assert len(drawn(*spots).marks) == 1
        assert len(drawn(*spots, window=MapWindow(8.05, 51.72, 5)).marks) == 2

    def test_no_two_signs_overlap(self):
        spots = [at(8.0 + step * 0.0007, 51.7 + (step * 37 % 100) * 0.001) for step in range(140)]
        marks = drawn(*spots).marks
        for number, one in enumerate(marks):
            for other in marks[number + 1 :]:
                assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (one.radius + other.radius) ** 2
        assert sum(len(mark.spots) for mark in marks) == 140

    def test_several_lead_to_the_list_and_one_to_its_page(self):
        found = drawn(at(8.05, 51.72, "A"), at(8.05, 51.72, "B"), at(8.05, 51.78, "C"), name="karte")
        links = {link.get("href"): link.get("aria-label") for link in root(found).iter(f"{SVG}a")}
        assert links["/C/"] == "C"
        assert links["#karte-2"] == "2 an dieser Stelle: A, B"

    def test_words_come_from_the_caller(self):
        found = drawn(at(8.05, 51.72, "A"), at(8.05, 51.72, "B"), words=MapWords(many="{number} here"))
        assert "2 here: A, B" in labels(found)

    def test_the_keyboard_meets_areas_first_then_signs_in_the_order_of_reading(self):
        spots = at(8.09, 51.78, "rechts"), at(8.01, 51.78, "links"), at(8.05, 51.71, "unten")
        assert labels(drawn(*spots)) == ["Südstadt", "links", "rechts", "unten"]
        assert labels(drawn(*spots, direction="rtl")) == ["Südstadt", "rechts", "links", "unten"]


class TestWindow:
    def test_the_whole_shows_everything(self):
        found = drawn(at(8.05, 51.72), at(8.05, 51.78))
        assert (len(found.marks), found.outside, found.steps.farther) == (2, [], None)

    def test_a_window_shows_its_part_and_lists_the_rest(self):
        found = drawn(at(8.02, 51.72, "A"), at(8.09, 51.79, "B"), window=MapWindow(8.02, 51.72, 3))
        assert [mark.spots[0].label for mark in found.marks] == ["A"]
        assert [spot.label for spot in found.outside] == ["B"]

    def test_steps_stay_in_the_town(self):
        steps = drawn(window=MapWindow(8.0, 51.7, 3)).steps
        assert steps.west is None
        assert steps.south is None
        assert steps.east.longitude > 8.0
        assert drawn(window=MapWindow(8.05, 51.75, CLOSEST)).steps.nearer is None

    def test_an_address_that_leads_elsewhere_comes_back_to_the_town(self):
        assert drawn(at(8.0999, 51.7999), window=MapWindow(9.9, 53.5, 1)).marks

    def test_an_area_leads_to_the_window_that_shows_it(self):
        area = MapArea(name="Nordviertel", rings=[NORTH], href="?ausschnitt={window}")
        found = drawn(areas=[TOWN[0], area])
        assert root(found).findall(f".//{SVG}a")[1].get("href") == f"?ausschnitt={found.areas[1][1].text}"

    def test_what_is_written_is_read(self):
        assert MapWindow.read(MapWindow(8.05, 51.75, 3).text) == MapWindow(8.05, 51.75, 3)

    def test_a_mistaken_point_at_sea_does_not_shrink_the_town(self):
        found = drawn(at(8.05, 51.72, "A"), at(0, 0, "im Meer"))
        assert [spot.label for spot in found.outside] == ["im Meer"]
        assert found.marks[0].x == pytest.approx(400, abs=1)


class TestDrawing:
    @pytest.mark.parametrize("label", HOSTILE)
    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_no_text_becomes_markup(self, label, direction):
        area = MapArea(name=label, label=label, rings=[SQUARE], href=f"?x={label}", kind="dots")
        found = drawn(
            at(8.05, 51.72, label),
            at(8.05, 51.72, label),
            at(8.08, 51.74, label),
            areas=[area],
            direction=direction,
        )
        names = {each.tag.removeprefix(SVG) for each in root(found).iter()}
        assert names <= {
            "svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "a", "text", "tspan", "circle",
        }  # fmt: skip
        assert "\u202e" not in found.svg
        attributes = {key for each in root(found).iter() for key in each.attrib}
        assert not {key for key in attributes if key == "style" or key.startswith("on")}

    def test_it_is_a_named_group_in_a_page_and_an_image_in_a_file(self):
        inside, file = root(drawn(name="k")), root(drawn(name="k", standalone=True))
        assert (inside.get("role"), file.get("role")) == ("group", "img")
        assert inside.get("aria-labelledby") == inside.find(f"{SVG}title").get("id") == "k-title"
        assert file.get("width") == "800"
        assert not list(file.iter(f"{SVG}a"))

    def test_an_area_has_its_name_and_a_kind_its_pattern(self):
        area = MapArea(name="Südstadt", rings=[SQUARE], kind="lines")
        found = root(drawn(areas=[area], name="k"))
        assert found.find(f".//{SVG}pattern").get("id") == "k-lines"
        assert "Südstadt" in "".join(found.find(f".//{SVG}text").itertext())

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_a_name_keeps_its_own_direction_on_every_page(self, direction):
        spots = at(8.03, 51.72, "Brücke e. V."), at(8.03, 51.74, "مقهى.")
        found = root(drawn(*spots, areas=[], direction=direction))
        anchors = {text.text: text.get("text-anchor") for text in found.iter(f"{SVG}text")}
        beside = {"ltr": "start", "rtl": "end"}[direction]
        assert anchors == {"Brücke e. V.": beside, "\u2067مقهى.\u2069": beside}
        assert found.get("direction") == "ltr"

    def test_a_hole_stays_a_hole(self):
        hole = [(8.04, 51.72), (8.06, 51.72), (8.06, 51.74), (8.04, 51.74), (8.04, 51.72)]
        path = root(drawn(areas=[MapArea(name="Ring", rings=[SQUARE, hole])])).find(f".//{SVG}g/{SVG}path")
        assert path.get("d").count("M") == 2
        assert path.get("fill-rule") == "evenodd"

    def test_corners_that_nobody_sees_are_left_out(self):
        many = [(8.0 + step * 0.00001, 51.7) for step in range(10_000)] + SQUARE[2:]
        assert len(drawn(areas=[MapArea(name="Süd", rings=[[*many, many[0]]])]).svg) < 2_000

    def test_the_same_is_drawn_the_same(self):
        spots = [at(8.0 + step * 0.001, 51.75) for step in range(50)]
        assert drawn(*spots).svg == drawn(*spots).svg

    @pytest.mark.parametrize("rings", [[], [[]], [[(8.0, 51.7), (8.1, 51.7)]], [SQUARE, SQUARE]])
    def test_an_area_that_encloses_nothing_is_left_out(self, rings):
        found = drawn(at(8.05, 51.72), areas=[MapArea(name="leer", rings=rings), TOWN[1]])
        assert [each.get("class") for each in root(found).iter(f"{SVG}path")] == ["map-ground"]

    def test_without_anything_there_is_still_a_picture(self):
        assert root(drawn(areas=[])).get("viewBox")


def strip(name: str, west: float, east: float) -> MapArea:
    return MapArea(name=name, rings=[[(west, 51.7), (east, 51.7), (east, 51.8), (west, 51.8), (west, 51.7)]])


def test_the_name_of_a_narrow_area_goes_where_no_sign_is_and_lies_over_what_it_has_to_cover():
    areas = [strip("Weststadt", 8.0, 8.045), strip("Ost", 8.045, 8.055), strip("Gartenstadt", 8.055, 8.1)]
    middle = [at(8.05, 51.744 + step * 0.003, "Treff", number=9) for step in range(5)]
    found = drawn(*middle, areas=areas, width=420)
    (name,) = (each for each in root(found).iter(f"{SVG}text") if "Ost" in "".join(each.itertext()))
    x, y = (float(name[0].get(key)) for key in ("x", "y"))
    for mark in found.marks:
        assert (mark.x - x) ** 2 + (mark.y - y + 5) ** 2 > (mark.radius + 9) ** 2
    layers = [group.get("class") for group in root(found).iter(f"{SVG}g") if group.get("class")]
    assert layers.index("map-marks") < layers.index("map-names")
