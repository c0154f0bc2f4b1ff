"""For which part of the town an offer is: on its card and page in every language, also where the part has ended."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.kernel import clock

NAME = '<a href="/angebote/'


@pytest.fixture
def only(landscape):
    """Publish an offer for certain spaces, with these sites."""

    def only(*sites, name="Patenschaft"):
        offer = actions.add_offer(
            landscape.manager, landscape.association, name=name, description="Wir besuchen Sie.", area="spaces",
            fields=[landscape.topics["wohnen"]], sites=sites,
        )  # fmt: skip
        actions.publish_offer(landscape.manager, offer)
        return offer

    return only


def card(page: str, name: str) -> str:
    (found,) = [part for part in page.split('<li class="card offer-card">')[1:] if f">{name}</a>" in part]
    return found


def test_a_card_without_a_place_says_for_which_part_of_the_town_it_is(read, landscape, only):
    only(GivenSite(spaces=(landscape.north,)))
    assert "<dt>Wo</dt><dd>nur für Nordviertel</dd>" in card(read("/angebote/?q=Patenschaft"), "Patenschaft")


def test_a_card_with_a_place_says_it_too(read, landscape):
    found = card(read("/angebote/?thema=wohnen"), "Mietberatung")
    assert "<dt>Wo</dt><dd>Alte Schule, <bdi>Schulweg 1</bdi><br>nur für Südstadt</dd>" in found


def test_the_house_may_stand_elsewhere(read, landscape, only):
    hall = landscape.advice.sites.get().place
    offer = only(GivenSite(place=hall, spaces=(landscape.north,)))
    assert "nur für Nordviertel" in read(f"/angebote/{offer.public_id}/")


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("", "nur für Nordviertel"),
        ("leichte-sprache/", 'nur für <span lang="de" dir="ltr">Nordviertel</span>'),
        ("en/", 'only for <span lang="de" dir="ltr">Nordviertel</span>'),
        ("tr/", 'yalnızca <span lang="de" dir="ltr">Nordviertel</span> için'),
        ("ar/", 'فقط لـ <span lang="de" dir="ltr">Nordviertel</span>'),
        ("uk/", 'лише для <span lang="de" dir="ltr">Nordviertel</span>'),
    ],
)
def test_card_and_page_say_it_in_every_language(read, landscape, only, prefix, sentence):
    offer = only(GivenSite(spaces=(landscape.north,)))
    assert sentence in read(f"/{prefix}angebote/{offer.public_id}/")
    assert sentence in read(f"/{prefix}angebote/?thema=wohnen")


def test_for_the_whole_town_and_for_nobody_knows_where_are_told_apart(read, landscape):
    for offer, said in ((landscape.cafe, "alle Ortsteile"), (landscape.group, "nicht bekannt")):
        page = " ".join(read(f"/angebote/{offer.public_id}/").split())
        assert page.partition("Ortsteil</")[2].partition(said)[0].count("<dt") == 0


class TestAfterASplit:
    @pytest.fixture
    def halves(self, landscape):
        """The north ended yesterday; two halves follow it."""
        yesterday = clock.today() - datetime.timedelta(days=1)
        actions.edit_space(
            landscape.manager,
            landscape.north,
            changes={"valid_until": yesterday},
            revision=landscape.north.revision,
        )
        landscape.north.refresh_from_db()
        actions.publish_space(landscape.manager, landscape.north)
        rows = [
            actions.add_space(
                landscape.manager, landscape.north.body, name=name, valid_from=clock.today(),
                predecessors=[landscape.north],
            )
            for name in ("Nordost", "Nordwest")
        ]  # fmt: skip
        for row in rows:
            actions.publish_space(landscape.manager, row)
        return rows

    def found(self, read, space):
        sure, _, _ = read(f"/angebote/?gebiet={space.public_id}").partition('<section class="unsure"')
        return {name for name in ("Patenschaft", "Lesekreis", "Mietberatung") if f">{name}</a>" in sure}

    def test_who_lives_in_a_half_finds_what_is_for_the_whole(self, read, landscape, only, halves):
        only(GivenSite(spaces=(landscape.north,)))
        assert self.found(read, halves[0]) == self.found(read, halves[1]) == {"Patenschaft"}
        assert self.found(read, landscape.south) == {"Mietberatung"}

    def test_a_remembered_address_finds_what_is_for_the_halves(self, read, landscape, only, halves):
        only(GivenSite(spaces=(landscape.north,)))
        only(GivenSite(spaces=(halves[1],)), name="Lesekreis")
        assert self.found(read, landscape.north) == {"Patenschaft", "Lesekreis"}

    def test_what_has_ended_is_no_choice_any_more_unless_it_is_chosen(self, read, landscape, only, halves):
        only(GivenSite(spaces=(landscape.north,)))
        option = f'<option value="{landscape.north.public_id}"'
        assert option not in read("/angebote/")
        assert option in read(f"/angebote/?gebiet={landscape.north.public_id}")
        assert f'<option value="{halves[0].public_id}">Nordost (2)' in read("/angebote/")

    def test_the_name_of_what_has_ended_says_what_stands_there_today(self, read, landscape, only, halves):
        offer = only(GivenSite(spaces=(landscape.north,)))
        day = halves[0].valid_from - datetime.timedelta(days=1)
        sentence = f"nur für Nordviertel (bis {day:%d.%m.%Y}; heute: Nordost, Nordwest)"
        assert sentence in read(f"/angebote/{offer.public_id}/")
        assert sentence in card(read("/angebote/?thema=wohnen"), "Patenschaft")

    @pytest.mark.parametrize(
        ("prefix", "until", "now", "comma"),
        [
            ("leichte-sprache/", "So hieß es bis", "Heute heißt es:", ", "),
            ("en/", "until", "now:", ", "),
            ("tr/", "", "bugün:", ", "),
            ("ar/", "حتى", "حاليًا:", "، "),
            ("uk/", "до", "тепер:", ", "),
        ],
    )
    def test_it_is_said_in_every_language_and_the_names_are_german(
        self, read, landscape, only, halves, prefix, until, now, comma
    ):
        offer = only(GivenSite(spaces=(landscape.north,)))
        page = read(f"/{prefix}angebote/{offer.public_id}/")
        north, east, west = (
            f'<span lang="de" dir="ltr">{name}</span>' for name in ("Nordviertel", "Nordost", "Nordwest")
        )
        assert f"{north} ({until}" in page
        assert f"{now} {east}{comma}{west})" in page

    def test_what_begins_later_stands_there_not_yet(self, read, landscape, only, halves):
        tomorrow = clock.today() + datetime.timedelta(days=1)
        later = actions.edit_space(
            landscape.manager, halves[1], changes={"valid_from": tomorrow}, revision=halves[1].revision
        )
        actions.publish_space(landscape.manager, later)
        offer = only(GivenSite(spaces=(landscape.north,)))
        assert "; heute: Nordost)" in read(f"/angebote/{offer.public_id}/")

    def test_where_nothing_follows_only_the_day_is_said(self, read, landscape, only):
        yesterday = clock.today() - datetime.timedelta(days=1)
        changed = actions.edit_space(
            landscape.manager,
            landscape.south,
            changes={"valid_until": yesterday},
            revision=landscape.south.revision,
        )
        card_before = card(read("/angebote/?thema=wohnen"), "Mietberatung")
        actions.publish_space(landscape.manager, changed)
        assert "nur für Südstadt<" in card_before
        found = card(read("/angebote/?thema=wohnen"), "Mietberatung")
        assert f"nur für Südstadt (bis {yesterday:%d.%m.%Y})<" in found


def test_a_name_is_never_markup(read, landscape, only):
    tricky = actions.add_space(landscape.manager, landscape.north.body, name="<b>Hof</b> {day} %s")
    actions.publish_space(landscape.manager, tricky)
    offer = only(GivenSite(spaces=(tricky,)))
    assert "nur für &lt;b&gt;Hof&lt;/b&gt; {day} %s" in read(f"/angebote/{offer.public_id}/")
