"""The fields of action of an actor and of its offers on the page of its link: shown, ticked, and taken over."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from ratslinde.inbox import queries as inbox
from ratslinde.inbox.models import Submission
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer, TaxonomyKey
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.integration.keeping.test_keeping import _no_haste, _plain_static_files, answered, entered, secret
from tests.integration.keeping.test_taking_over import decided

__all__ = ["_no_haste", "_plain_static_files", "secret"]
YESTERDAY = clock.today() - datetime.timedelta(days=1)


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def housing(vocabulary):
    return vocabulary[TaxonomyKey.FIELDS].terms.get(code="wohnen")


@pytest.fixture
def refers(manager, association, language_field):
    """What the association does already."""
    return actions.set_activity(
        manager,
        association,
        field=language_field,
        role="refers",
        since=datetime.date(2026, 1, 1),
        note="Büro 3",
    )


@pytest.fixture
def ticks(secret, association, cafe):
    """What the actor ticks of itself; the page that it gets."""

    def tick(*topics, doing: str = "", **more: str) -> str:
        own = {
            "akteur-topics": [term.public_id for term in topics], "akteur-doing": doing,
            **{f"akteur-{name}": value for name, value in more.items()},
        }  # fmt: skip
        return answered(secret, **entered(association, cafe, **own)).content.decode()

    return tick


def lines() -> dict[str, tuple[str, str]]:
    found = inbox.lines(Submission.objects.get(state="new"))
    return {line.label: (line.before, line.after) for line in found}


@pytest.mark.usefixtures("refers")
def test_the_page_shows_what_the_actor_does_in_which_field_and_what_its_offers_are_about(secret):
    page = Client().get(f"/eintrag/{secret}/").content.decode()
    assert "Sprache: vermittelt" in page
    assert page.count("Themen\n") + page.count("Themen<") >= 2


@pytest.mark.usefixtures("refers")
def test_a_field_that_is_ticked_anew_lands_in_the_inbox_and_then_at_the_actor(
    ticks, desk, association, language_field, housing
):
    ticks(language_field, housing, doing="advises", fields_known="all")
    assert lines() == {
        "Handlungsfelder": (
            "Sprache (vermittelt)", "Sprache (vermittelt), Wohnen und Quartier (berät)",
        ),
        "Sind das alle Handlungsfelder?": ("nicht bekannt", "das sind alle"),
    }  # fmt: skip
    decided(desk, Submission.objects.get(), "alles")
    association.refresh_from_db()
    doing = {(each.field.code, each.role, each.note, each.source) for each in association.activities.all()}
    assert doing == {("sprache", "refers", "Büro 3", ""), ("wohnen", "advises", "", "Akteur selbst")}
    assert (association.fields_known, association.confirmed_on) == ("all", clock.today())


def test_a_field_that_is_no_longer_ticked_has_ended_and_is_not_forgotten(
    ticks, desk, association, refers, housing
):
    ticks(housing, doing="offers")
    decided(desk, Submission.objects.get(), "alles")
    refers.refresh_from_db()
    assert (refers.until, refers.note) == (YESTERDAY, "Büro 3")
    assert [each.field for each in association.activities.filter(until=None)] == [housing]


def test_who_ticks_a_field_anew_says_what_it_does_there(ticks, housing):
    page = ticks(housing)
    assert "Bitte wählen Sie, was Sie bei den neuen Themen tun." in page
    assert not Submission.objects.exists()


@pytest.mark.usefixtures("refers")
def test_the_same_boxes_are_no_change(ticks, language_field):
    assert "noch nichts geändert" in ticks(language_field, doing="offers")
    assert not Submission.objects.exists()


def test_no_field_of_another_list_is_taken(ticks, vocabulary):
    page = ticks(vocabulary[TaxonomyKey.GROUPS].terms.first(), doing="offers")
    assert "Eines dieser Themen gibt es hier nicht." in page


def test_a_field_that_was_given_up_meanwhile_is_told_and_nothing_changes(ticks, desk, association, housing):
    ticks(housing, doing="offers")
    type(housing).objects.filter(pk=housing.pk).update(active=False)
    assert "gibt es nicht mehr" in decided(desk, Submission.objects.get(), "alles")
    assert not association.activities.exists()


def test_the_topics_of_an_offer_are_a_change_as_any(secret, desk, association, cafe, language_field, housing):
    both = [language_field.public_id, housing.public_id]
    answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-topics": both}))
    assert lines() == {"Handlungsfelder": ("Sprache", "Sprache, Wohnen und Quartier")}
    decided(desk, Submission.objects.get(), "alles")
    cafe.refresh_from_db()
    assert ([*cafe.fields.order_by("code")], cafe.fields_known) == ([language_field, housing], True)


def test_a_field_that_the_town_gave_up_stays_at_the_offer_that_has_it(
    secret, desk, association, cafe, language_field, housing
):
    type(language_field).objects.filter(pk=language_field.pk).update(active=False)
    both = [language_field.public_id, housing.public_id]
    answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-topics": both}))
    decided(desk, Submission.objects.get(), "alles")
    assert cafe.fields.count() == 2


def test_a_new_offer_is_told_with_its_topics(secret, desk, association, cafe, housing):
    told = {"neu-name": "Nähwerkstatt", "neu-topics": [housing.public_id]}
    answered(secret, **entered(association, cafe, **told))
    assert lines()["Handlungsfelder"][1] == "Wohnen und Quartier"
    decided(desk, Submission.objects.get(), "alles")
    assert [*Offer.objects.get(name="Nähwerkstatt").fields.all()] == [housing]


@pytest.mark.usefixtures("refers")
def test_who_takes_every_tick_away_does_nothing_there_any_more(ticks, desk, association):
    ticks()
    assert lines() == {"Handlungsfelder": ("Sprache (vermittelt)", "keine mehr")}
    decided(desk, Submission.objects.get(), "alles")
    assert not association.activities.filter(until=None).exists()
