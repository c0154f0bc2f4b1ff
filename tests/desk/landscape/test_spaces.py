"""Social spaces at the desk: what is still for one that has ended, and all of a town's from one file."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, SocialSpace
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.desk.landscape.boundary_files import collection, uploaded
from tests.integration.conftest import NORTH


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


def url(name, *args):
    return reverse(f"desk_landscape:{name}", args=args)


def feature(name, geometry):
    return {"type": "Feature", "properties": {"NAME": name}, "geometry": geometry}


class TestAfterASplit:
    @pytest.fixture
    def halves(self, manager, body, cafe, house, north):
        """The north, for which the café is, ended yesterday; two halves follow it."""
        changes = {"sites": [GivenSite(place=house, spaces=(north,), note="Saal")]}
        actions.edit_offer(manager, cafe, changes=changes, revision=cafe.revision)
        north.refresh_from_db()
        yesterday = clock.today() - datetime.timedelta(days=1)
        actions.edit_space(manager, north, changes={"valid_until": yesterday}, revision=north.revision)
        return [
            actions.add_space(manager, body, name=name, valid_from=clock.today(), predecessors=[north])
            for name in ("Nordost", "Nordwest")
        ]

    def test_the_offers_that_are_still_for_it_are_listed_and_assigned_in_one_act(
        self, desk, manager, cafe, house, north, halves
    ):
        page = desk.get(url("space_offers", north.public_id))
        assert "Sprachcafé" in page.content.decode()
        form = desk.post(url("move_offers", north.public_id), filled(page, zeile=[cafe.public_id]))
        assert [row.name for row in form.context["form"].fields["spaces"].queryset] == ["Nordost", "Nordwest"]
        look = desk.post(
            url("move_offers", north.public_id), filled(form, spaces=[str(halves[1].pk)], ansehen="ja")
        )
        assert "Haus der Kulturen, Saal, für Nordwest" in look.content.decode()
        assert set(cafe.sites.get().spaces.all()) == {north}
        desk.post(url("move_offers", north.public_id), filled(look, ausfuehren="ja"))
        site = cafe.sites.get()
        assert (set(site.spaces.all()), site.place, site.note) == ({halves[1]}, house, "Saal")
        actions.undo(manager, batch=FieldChange.objects.latest("pk").batch)
        assert set(cafe.sites.get().spaces.all()) == {north}

    def test_where_nothing_is_for_it_any_more_the_page_says_so(self, desk, south):
        assert "Kein Angebot steht" in desk.get(url("space_offers", south.public_id)).content.decode()

    def test_its_page_leads_to_them(self, desk, north, halves):
        assert (
            url("space_offers", north.public_id) in desk.get(url("space", north.public_id)).content.decode()
        )


class TestFromOneFile:
    ADDRESS = "/schreibtisch/integration/sozialraeume/aus-datei/"

    def look(self, desk, data, **more):
        return desk.post(self.ADDRESS, {"boundaries": uploaded(data), **more})

    def rows(self, page):
        return {each.name: each for each in page.context["rows"]}

    def ticked(self, page):
        return [each.seen for each in page.context["rows"] if each.loses_nothing]

    def act(self, desk, page, *, seen=None):
        data = {key: page.context[name] for key, name in (("datei", "packed"), ("eigenschaft", "names"))}
        return desk.post(
            self.ADDRESS, {**data, "anlegen": "ja", "flaeche": self.ticked(page) if seen is None else seen}
        )

    def test_all_districts_come_at_once_and_are_taken_back_at_once(self, desk, manager, body):
        look = self.look(desk, collection("Altstadt", "Nordstadt", "Westend"))
        assert not SocialSpace.objects.exists()
        self.act(desk, look)
        assert [(row.name, row.geometry["type"]) for row in SocialSpace.objects.all()] == [
            ("Altstadt", "MultiPolygon"), ("Nordstadt", "MultiPolygon"), ("Westend", "MultiPolygon"),
        ]  # fmt: skip
        batch = FieldChange.objects.latest("pk").batch
        assert "Nordstadt" in desk.get(url("undo", batch)).content.decode()
        actions.undo(manager, batch=batch)
        assert not SocialSpace.objects.filter(archived_at=None).exists()
        self.act(desk, self.look(desk, collection("Altstadt")))
        assert [row.name for row in SocialSpace.objects.filter(archived_at=None)] == ["Altstadt"]

    def test_what_is_used_meanwhile_stays_when_it_is_taken_back(self, desk, manager, cafe):
        self.act(desk, self.look(desk, collection("Altstadt", "Westend")))
        space = SocialSpace.objects.get(name="Westend")
        actions.edit_offer(
            manager, cafe, changes={"sites": [GivenSite(spaces=(space,))]}, revision=cafe.revision
        )
        batch = FieldChange.objects.filter(subject=space.public_id).latest("pk").batch
        undone = actions.undo(manager, batch=batch)
        assert undone.kept == ("Westend: wird inzwischen verwendet",)
        assert [row.name for row in SocialSpace.objects.filter(archived_at=None)] == [
            "Nordviertel",
            "Westend",
        ]

    def test_a_space_that_stands_is_redrawn_only_when_it_is_ticked(self, desk, manager, north):
        drawn = north.geometry
        look = self.look(desk, collection("NORDVIERTEL", "Westend"))
        row = self.rows(look)["NORDVIERTEL"]
        assert (row.standing, row.loses_nothing, round(row.before), round(row.after)) == (north, False, 31, 8)
        self.act(desk, look)
        north.refresh_from_db()
        assert north.geometry == drawn
        look = self.look(desk, collection("Nordviertel"))
        self.act(desk, look, seen=[self.rows(look)["Nordviertel"].seen])
        north.refresh_from_db()
        assert north.geometry != drawn
        actions.undo(manager, batch=FieldChange.objects.latest("pk").batch)
        north.refresh_from_db()
        assert north.geometry == drawn
        assert self.rows(self.look(desk, {**collection("x"), "features": [feature("Nordviertel", drawn)]}))[
            "Nordviertel"
        ].same

    def test_nothing_is_done_where_somebody_was_there_meanwhile(self, desk, manager, north):
        look = self.look(desk, collection("Nordviertel", "Westend"))
        actions.edit_space(manager, north, changes={"population": 7}, revision=north.revision)
        answer = self.act(desk, look, seen=[each.seen for each in look.context["rows"]])
        assert answer.status_code == 409
        assert not SocialSpace.objects.filter(name="Westend").exists()
        assert "noch einmal" in self.act(desk, look, seen=["9:neu"]).content.decode()
        assert "mindestens einen" in self.act(desk, look, seen=[]).content.decode()

    @pytest.mark.parametrize("key", ["NAME", "name", "Stadtteil", "bez", "STADTTEIL_NAME"])
    def test_the_property_with_the_names_is_guessed(self, desk, body, key):
        data = collection("Altstadt", "Westend", key=key)
        for number, each in enumerate(data["features"]):
            each["properties"] |= {"id": f"0{number}", "amt": "Vermessung", "fläche": 3.1}
        assert self.look(desk, data).context["names"] == key

    def test_another_property_can_be_taken(self, desk, body):
        data = collection("Bezirk 1", "Bezirk 2")
        for each, name in zip(data["features"], ("Altstadt", "Westend"), strict=True):
            each["properties"]["ortsueblich"] = name
        look = self.look(desk, data)
        again = desk.post(self.ADDRESS, {"datei": look.context["packed"], "eigenschaft": "ortsueblich"})
        assert list(self.rows(again)) == ["Altstadt", "Westend"]

    def test_what_cannot_be_a_space_says_why(self, desk, manager, north):
        yesterday = clock.today() - datetime.timedelta(days=1)
        actions.edit_space(manager, north, changes={"valid_until": yesterday}, revision=north.revision)
        data = collection("Nordviertel", "Westend", "westend ", "!", "Anger")
        data["features"][4]["geometry"] = {"type": "Point", "coordinates": [8, 51]}
        found = {each.number: each.refusal for each in self.look(desk, data).context["rows"]}
        assert found == {
            1: "Den Sozialraum dieses Namens gibt es nicht mehr; seine Grenze bleibt, wie sie war.",
            2: "Diesen oder fast denselben Namen haben mehrere Flächen der Datei.",
            3: "Diesen oder fast denselben Namen haben mehrere Flächen der Datei.",
            4: "Hier steht kein Name.",
            5: "Ein Sozialraum braucht eine Fläche (Polygon oder MultiPolygon).",
        }

    def test_a_file_in_utm_is_turned_into_degrees(self, desk, body):
        square = [
            [500_000, 5_734_000],
            [501_000, 5_734_000],
            [501_000, 5_735_000],
            [500_000, 5_735_000],
            [500_000, 5_734_000],
        ]
        data = collection("Altstadt") | {
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
        }
        data["features"][0]["geometry"]["coordinates"] = [square]
        row = self.rows(self.look(desk, data))["Altstadt"]
        assert (round(row.after, 1), round(row.geometry["coordinates"][0][0][0][0], 3)) == (1.0, 9.0)
        assert "auch nicht EPSG:25832" in self.look(desk, {**data, "crs": None}).content.decode()

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"type": "Polygon"}, "keine Sammlung von Flächen"),
            ({"type": "FeatureCollection", "features": []}, "keine Sammlung von Flächen"),
            ({"type": "FeatureCollection", "features": [{}] * 201}, "höchstens 200"),
            ({"type": "FeatureCollection", "features": [7]}, "kein GeoJSON"),
            ({"type": "FeatureCollection", "features": [feature(None, NORTH)]}, "trägt einen Namen"),
        ],
    )
    def test_a_bad_file_is_refused_with_a_sentence(self, desk, body, data, sentence):
        assert sentence in self.look(desk, data).content.decode()

    @pytest.mark.parametrize("packed", ["", "%%", "AAAA", "eJwDAAAAAAE="])
    def test_what_this_page_never_wrote_is_refused(self, desk, body, packed):
        assert desk.post(self.ADDRESS, {"datei": packed}).status_code == 200

    def test_who_may_not_edit_spaces_may_not_do_it(self, reader, body):
        assert at_desk(reader).get(self.ADDRESS).status_code == 403
