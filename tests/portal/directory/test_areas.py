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
    assert "<dt>Wo</dt><dd>Alte Schule, <bdi>Schulweg 1</bdi> (nur für Südstadt)</dd>" in found


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
