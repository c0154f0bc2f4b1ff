"""What an actor says of its offers by its link: languages, target groups, area, times, and offers nobody knew of."""

from __future__ import annotations

import pytest
from django.test import Client

from ratslinde.inbox import queries as inbox
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping.updates import OFFER
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer, TaxonomyKey
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.integration.keeping.test_keeping import _no_haste, _plain_static_files, answered, entered, secret
from tests.integration.keeping.test_taking_over import decided

__all__ = ["_no_haste", "_plain_static_files", "secret"]


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def says(secret, association, cafe):
    """What the actor says of its offer; the page that it gets."""

    def say(**of_offer: str | list[str]) -> str:
        named = {f"{cafe.public_id}-{name}": value for name, value in of_offer.items()}
        return answered(secret, **entered(association, cafe, **named)).content.decode()

    return say


def group(vocabulary, code: str):
    return vocabulary[TaxonomyKey.GROUPS].terms.get(code=code)


@pytest.fixture
def families(vocabulary):
    return vocabulary[TaxonomyKey.GROUPS].terms.order_by("position")[1]


def spoken(offer: Offer) -> list[tuple[str, bool]]:
    return [(each.code, each.interpreted) for each in offer.languages.all()]


def test_the_page_as_it_comes_back_untouched_changes_nothing(secret, cafe):
    page = Client().get(f"/eintrag/{secret}/")
    text = answered(secret, **{key: value for key, value in filled(page).items() if key != "form_stamp"})
    assert "noch nichts geändert" in text.content.decode()
    assert not Submission.objects.exists()


def test_languages_are_ticked_and_written_and_the_desk_reads_both_in_words(says, desk, cafe):
    says(languages=["de", "tr"], more_languages="Suaheli; tigrinya")
    row = Submission.objects.get()
    page = desk.get(f"/schreibtisch/eingang/{row.public_id}/").content.decode()
    for name in ("Deutsch", "Türkisch", "Suaheli", "Tigrinya"):
        assert name in page
    decided(desk, row, "alles")
    cafe.refresh_from_db()
    assert spoken(cafe) == [("de", False), ("sw", False), ("ti", False), ("tr", False), ("ar", True)]
    assert (cafe.languages_known, cafe.confirmed_on) == (True, clock.today())


def test_a_language_that_is_spoken_now_is_no_longer_interpreted(says, desk, cafe):
    says(languages=["de", "ar"])
    decided(desk, Submission.objects.get(), "alles")
    assert spoken(Offer.objects.get(pk=cafe.pk)) == [("ar", False), ("de", False)]


def test_nothing_ticked_is_unknown(says, desk, cafe):
    says(languages=[], groups=[], area="")
    lines = inbox.lines(Submission.objects.get())
    assert {(line.label, line.before, line.after) for line in lines} == {
        ("Sprachen", "Deutsch", "nicht bekannt"), ("Für wen", "alle", "nicht bekannt"),
        ("Gilt für", "bestimmte Sozialräume", "nicht bekannt"),
    }  # fmt: skip
    decided(desk, Submission.objects.get(), "alles")
    cafe.refresh_from_db()
    assert (cafe.languages_known, cafe.groups_known, cafe.area) == (False, "", "")
    assert spoken(cafe) == [("ar", True)], "that somebody interprets was not asked"


def test_target_groups_and_area(says, desk, cafe, families):
    says(groups=[families.public_id], area="town")
    decided(desk, Submission.objects.get(), "alles")
    cafe.refresh_from_db()
    assert (cafe.groups_known, list(cafe.groups.all()), cafe.area) == ("listed", [families], "town")
    says(groups=["everyone"], area="town")
    decided(desk, Submission.objects.get(state="new"), "alles")
    cafe.refresh_from_db()
    assert (cafe.groups_known, list(cafe.groups.all())) == ("everyone", [])


def test_a_group_that_was_taken_out_meanwhile_is_told(says, desk, cafe, families):
    says(groups=[families.public_id])
    type(families).objects.filter(pk=families.pk).update(active=False)
    assert "gibt es nicht mehr" in decided(desk, Submission.objects.get(), "alles")
    assert Submission.objects.get().state == "new"


def test_new_times_are_a_matter_of_their_own_that_waits(says, desk, cafe):
    says(times="jetzt donnerstags", cost="paid")
    page = decided(desk, Submission.objects.get(), "alles")
    assert "Neue Zeiten oder neuer Ort" in page
    assert "jetzt donnerstags" in page
    cafe.refresh_from_db()
    assert cafe.confirmed_on != clock.today()


def test_a_new_offer_lands_in_the_inbox_and_becomes_a_draft(secret, desk, association):
    told = {
        "neu-name": "Nähtreff", "neu-description": "Wir nähen zusammen.", "neu-times": "freitags 15 Uhr",
        "neu-languages": ["tr"], "neu-more_languages": "Suaheli",
    }  # fmt: skip
    page = answered(secret, **told).content.decode()
    assert "Ihre Änderung ist angekommen" in page
    assert "1 neues Angebot haben Sie schon gemeldet" in page
    assert not Offer.objects.filter(name="Nähtreff").exists()
    row = Submission.objects.get()
    assert row.about == association.public_id
    shown = desk.get(f"/schreibtisch/eingang/{row.public_id}/").content.decode()
    for text in ("Nähtreff", "freitags 15 Uhr", "Suaheli, Türkisch"):
        assert text in shown
    assert "Nähtreff" in decided(desk, row, "alles"), "it leads to the actor, where the draft stands"
    offer = Offer.objects.get(name="Nähtreff")
    assert (offer.actor, offer.publication, offer.confirmed_on) == (association, "draft", None)
    assert spoken(offer) == [("sw", False), ("tr", False)]
    assert "freitags 15 Uhr" in offer.note


def test_of_a_new_offer_the_name_is_enough_and_the_rest_is_unknown(secret, desk):
    answered(secret, **{"neu-name": "Nähtreff"})
    decided(desk, Submission.objects.get(), "alles")
    offer = Offer.objects.get(name="Nähtreff")
    assert (offer.languages_known, offer.groups_known, offer.cost, offer.note) == (False, "", "", "")


def test_a_new_offer_without_a_name_is_asked_for_it_and_nothing_typed_is_lost(secret):
    page = answered(secret, **{"neu-times": "freitags 15 Uhr", "bestaetigen": "ja"}).content.decode()
    assert "field-wrong" in page
    assert "freitags 15 Uhr" in page
    assert not Submission.objects.exists()


def test_who_confirms_one_part_keeps_the_new_offer_that_was_typed(secret, association, cafe):
    typed = entered(association, cafe, stimmt=cafe.public_id, **{"neu-name": "Nähtreff"})
    page = answered(secret, **typed).content.decode()
    assert not Submission.objects.exists()
    assert 'value="Nähtreff"' in page


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("languages", ["de", "klingonisch"], "Eine dieser Sprachen kennen wir nicht."),
        ("languages", ["x" * 5_000], "Eine dieser Sprachen kennen wir nicht."),
        ("more_languages", ["Suaheli, Klingonisch"], "Diese Sprache kennen wir nicht: „Klingonisch“."),
        ("more_languages", ["<b>"], "„&lt;b&gt;“"),
        ("more_languages", ["Suaheli, " * 100], "field-wrong"),
        ("groups", ["gibtesnicht"], "Eine dieser Gruppen gibt es hier nicht."),
        ("groups", ["\x00"], "Eine dieser Gruppen gibt es hier nicht."),
        ("area", ["mond"], "field-wrong"),
        ("times", ["x" * 5_001], "field-wrong"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(says, name, value, message):
    assert message in says(**{name: value})
    assert not Submission.objects.exists()


def test_everyone_and_some_is_a_contradiction(says, families):
    assert "nicht beides" in says(groups=["everyone", families.public_id])


def test_a_term_of_another_list_is_no_target_group(says, language_field):
    assert "Eine dieser Gruppen gibt es hier nicht." in says(groups=[language_field.public_id])


def test_thousandfold_values_are_one(says):
    says(languages=["de", "tr"] + ["tr"] * 3_000)
    assert Submission.objects.get().payload.count('"tr"') == 1


def test_more_languages_than_anybody_speaks_are_refused_and_never_a_failure(says):
    page = says(languages=["de"], more_languages="aa, ab, ae, af, ak, am, an, as, av, ay, az, ba, be")
    assert "<h1" in page


def test_what_was_slipped_in_past_the_form_is_refused_on_taking_over(desk, manager, cafe, language_field):
    Submission.objects.create(
        kind=OFFER, about=cafe.public_id, received_at=clock.now(),
        payload=f'{{"groups":["{language_field.public_id}"]}}',
    )  # fmt: skip
    assert "gibt es nicht mehr" in decided(desk, Submission.objects.get(), "alles")
    assert Offer.objects.get(pk=cafe.pk).groups_known == "everyone"


def test_offers_of_others_are_not_changed_by_their_ids(secret, manager, body, association, cafe):
    other = landscape.add_actor(manager, body, name="Lindenschule")
    foreign = landscape.add_offer(manager, other, name="Hausaufgaben", languages=[GivenLanguage("de")])
    named = {f"{foreign.public_id}-name": "Gekapert", f"{foreign.public_id}-languages": "tr"}
    answered(secret, **entered(association, cafe, **named))
    assert not Submission.objects.exists()


def test_an_actor_that_ticks_its_languages_has_named_all(secret, desk, association, cafe):
    """The form asks for all of them."""
    Actor.objects.filter(pk=association.pk).update(languages="de", languages_known="more")
    answered(secret, **entered(association, cafe, **{"akteur-languages": ["de", "ar"]}))
    decided(desk, Submission.objects.get(about=association.public_id), "alles")
    association.refresh_from_db()
    assert (association.languages, association.languages_known) == ("de ar", "all")
