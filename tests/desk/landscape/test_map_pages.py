"""The map of the landscape at the desk."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse
from lxml import etree

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.values import GivenSite
from tests.desk.conftest import at_desk

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def places(manager, body, association, house, south):
    """A second place close by, and a third far away."""
    for name, latitude in (("Kulturküche", 51.77002), ("Südtreff", 51.72)):
        place = actions.add_place(manager, body, name=name, latitude=latitude, longitude=8.05)
        actions.add_offer(manager, association, name=f"Treff: {name}", sites=[GivenSite(place=place)])


def get(desk, **asked: str):
    return desk.get(reverse("desk_map:map"), asked)


class TestMap:
    def test_an_empty_landscape_says_what_is_missing(self, desk):
        assert "Noch nichts für die Karte" in get(desk).text

    def test_places_close_by_are_one_sign_that_leads_to_its_rows(self, desk, places, association):
        page = get(desk)
        assert [len(mark.spots) for mark in page.context["drawn"].marks] == [2, 1]
        root = etree.fromstring(page.context["drawn"].svg)
        links = {link.get("href"): link.get("aria-label") for link in root.iter(f"{SVG}a")}
        assert links["#karte-1"].startswith("2 an dieser Stelle: ")
        assert 'id="karte-1"' in page.text
        assert page.text.count('id="karte-1"') == 1

    def test_the_table_has_what_the_map_has(self, desk, places, cafe):
        page = get(desk)
        listed = {entry.name for line in page.context["lines"] for entry, _ in line.entries}
        assert listed == {"Brücke Lindenhagen e. V.", "Sprachcafé", "Treff: Kulturküche", "Treff: Südtreff"}

    def test_a_social_space_leads_to_the_window_that_shows_it(self, desk, places, south):
        page = get(desk, was="angebote")
        root = etree.fromstring(page.context["drawn"].svg)
        links = {link.get("aria-label"): link.get("href") for link in root.iter(f"{SVG}a")}
        assert links["Südstadt"].startswith("?was=angebote&ausschnitt=8.05000,51.73000,1#karte")
        window = links["Südstadt"].split("ausschnitt=")[1].removesuffix("#karte")
        near = get(desk, ausschnitt=window)
        assert [line.place.place.name for line in near.context["lines"]] == ["Südtreff"]
        assert [line.place.place.name for line in near.context["outside"]] == [
            "Haus der Kulturen",
            "Kulturküche",
        ]

    def test_nearer_farther_and_aside_are_links(self, desk, places):
        page = get(desk, ausschnitt="8.05,51.76,2")
        for words in ("Näher", "Weiter weg", "Nach Westen", "Nach Norden", "Alles zeigen"):
            assert words in page.text
        steps = page.context["drawn"].steps
        assert steps.nearer.zoom == 3
        assert f"ausschnitt={steps.north.text}#karte" in page.text

    @pytest.mark.parametrize("window", ["nan,1,2", "8,51", "8.05,51.76,99", "<script>", "1e400,0,1"])
    def test_a_window_that_is_none_shows_everything(self, desk, places, window):
        assert get(desk, ausschnitt=window).context["drawn"].window is None

    def test_what_has_no_place_is_listed_with_the_reason(self, desk, manager, association):
        actions.add_offer(manager, association, name="Telefonkette", mode="online")
        page = get(desk)
        assert "Es findet online statt, an keinem festen Ort." in page.text


class TestFiles:
    def test_svg_and_png_of_the_window(self, desk, places):
        svg = desk.get(reverse("desk_map:map_svg"), {"ausschnitt": "8.05,51.72,2"})
        root = etree.fromstring(svg.content)
        assert "Treff: Südtreff" in {each.text for each in root.iter(f"{SVG}title")}
        assert not list(root.iter(f"{SVG}a"))
        png = desk.get(reverse("desk_map:map_png"))
        assert png.content.startswith(b"\x89PNG")

    def test_csv_has_every_entry_with_its_place_or_the_reason(self, desk, manager, association, cafe):
        actions.add_offer(manager, association, name="=1+1", mode="online")
        answer = desk.get(reverse("desk_map:map_csv"), {"form": "excel"})
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        found = {row["Name"]: (row["Ort"], row["Breite"], row["Sozialraum"], row["Grund"]) for row in rows}
        assert found["Sprachcafé"] == ("Haus der Kulturen", "51,77", "Nordviertel", "")
        assert found["'=1+1"] == ("", "", "", "Es findet online statt, an keinem festen Ort.")
