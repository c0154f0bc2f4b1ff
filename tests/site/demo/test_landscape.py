"""The demo town's landscape: read in from the tables that the repository holds, and true in its matrix."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter

import pytest
from django.test import Client

from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    Cooperation,
    Offer,
    Place,
    Resource,
    SocialSpace,
    Term,
    Translation,
)
from ratslinde.integration.landscape.queries.coverage import table
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.integration.landscape.rules.coverage import Position, State
from ratslinde.kernel import clock
from ratslinde.record.models import Published
from ratslinde.site.demo.landscape import texts

LANGUAGES = {"ar", "de-simple", "en", "tr", "uk"}

pytestmark = pytest.mark.django_db


def test_it_has_sixty_actors_and_a_hundred_and_fifty_offers():
    assert (Actor.objects.count(), Offer.objects.count(), Place.objects.count()) == (60, 150, 40)
    assert Actor.objects.filter(kind__code="migrantenorganisation").count() == 12
    assert len(set(Actor.objects.values_list("kind", flat=True))) == 11
    assert Actor.objects.filter(organization__isnull=False).count() == 6
    assert Place.objects.filter(space=None).count() == 0
    assert Place.objects.filter(accessible=None).count() == 10


def test_all_of_it_is_public_but_some_drafts_and_one_that_was_taken_back():
    assert Counter(Actor.objects.values_list("publication", flat=True)) == {"published": 60}
    states = Counter(Offer.objects.values_list("publication", flat=True))
    assert states == {"published": 144, "draft": 5, "withdrawn": 1}
    assert Published.objects.filter(kind="offer", deleted=False).count() == 144
    drafts = texts.landscape().drafts
    assert not Published.objects.filter(title__in=drafts).exists()


def test_every_cell_of_a_table_was_understood():
    runs = ImportRun.objects.all()
    assert {run.name for run in runs} == set(texts.TABLES)
    assert {run.state for run in runs} == {"done"}
    for run in runs:
        assert run.left_out == {}
        assert [(row.label, row.problems) for row in run.rows.all() if row.problems] == []


@pytest.mark.parametrize(
    ("name", "kind"), [("orte.csv", "place"), ("akteure.csv", "actor"), ("angebote.csv", "offer")]
)
def test_the_tables_have_columns_of_the_template(name, kind):
    header = next(csv.reader(io.StringIO(texts.table(name).decode("utf-8-sig")), delimiter=";"))
    assert set(header) <= {column.title for column in KINDS[kind].columns}


def test_the_matrix_of_fields_and_spaces_has_each_state(demo, manager):
    found = table(picture(manager, demo), columns="raum", at=Position())
    cells = [cell for _, _, row in found.rows for cell in row[:-1]]
    assert (len(found.rows), len(found.columns)) == (12, 9)
    assert {cell.state for cell in cells} == set(State)
    states = {field.name: [cell.state for cell in row[:-1]] for field, _, row in found.rows}
    assert set(states["Ankommen und Orientierung"]) == {State.COVERED}
    assert set(states["Interkulturelle Öffnung der Verwaltung"]) == {State.NOT_COLLECTED}
    assert len(set(states["Frühe Bildung und Kita"])) == 5


def test_a_space_was_split_and_what_came_of_it_knows():
    before = SocialSpace.objects.get(code="nordstadt")
    assert set(before.successors.values_list("code", flat=True)) == {"nordstadt-west", "nordstadt-ost"}
    assert SocialSpace.objects.filter(valid_until=None).count() == 8
    assert all(space.geometry for space in SocialSpace.objects.all())


def test_enough_actors_answered_whom_they_work_with_to_show_figures():
    asked = Actor.objects.exclude(network_asked_on=None)
    answered = asked.exclude(network_answered_on=None)
    assert answered.count() / Actor.objects.count() > 0.6
    assert 0 < asked.count() < Actor.objects.count()
    reports = set(Cooperation.objects.values_list("reported_by_source", "reported_by_target"))
    assert {(True, True), (None, None)} <= reports
    assert reports & {(True, None), (None, True)}
    assert reports & {(True, False), (False, True)}


def test_offers_are_as_different_as_in_a_town():
    assert set(Offer.objects.values_list("mode", flat=True)) == {
        "",
        "on_site",
        "online",
        "outreach",
        "hybrid",
    }
    assert set(Offer.objects.values_list("cost", flat=True)) == {"", "free", "paid"}
    assert Offer.objects.filter(languages_known=False).count() == 6
    assert Offer.objects.filter(waiting__gt=0, available=0).count() > 10
    assert Offer.objects.filter(confirmed_on=None, publication="published").count() >= 5
    assert {
        field.field_offers.count() > 0 for field in Term.objects.filter(taxonomy__key="handlungsfeld")
    } == {True}
    assert Activity.objects.values("role").distinct().count() == 6
    assert Resource.objects.count() == 11
    assert ContactPerson.objects.exclude(family_name="").exclude(name_consent_on=None).count() == 2


def test_every_word_of_the_filters_has_five_translations():
    keys = ("handlungsfeld", "zielgruppe", "angebotsform", "akteurstyp")
    for term in Term.objects.filter(taxonomy__key__in=keys):
        found = Translation.objects.filter(subject=term.public_id, field="name", state="checked")
        assert set(found.values_list("language", flat=True)) == LANGUAGES, term.name


def test_translations_are_checked_by_machine_missing_and_outdated():
    states = set(Translation.objects.values_list("state", flat=True))
    assert states == {"checked", "machine"}
    assert Translation.objects.exclude(outdated_at=None).count() == 10
    by_language = Counter(
        Translation.objects.filter(subject__in=Offer.objects.values("public_id"), field="name").values_list(
            "language", flat=True
        )
    )
    assert by_language["en"] == 26
    assert all(20 <= number <= 30 for number in by_language.values())
    assert len(set(by_language.values())) > 1


def test_names_in_the_translations_are_names_of_the_tables():
    for language in texts.translations():
        assert language.language in LANGUAGES
        assert set(language.actors) <= set(Actor.objects.values_list("name", flat=True))
        assert set(language.offers) <= set(Offer.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/ar/angebote/?q=الألمانية", "نساء يتعلمن الألمانية"),
        ("/ar/angebote/?q=طفل", "استشارة حول الروضة"),
        ("/uk/angebote/?q=щеплення", "Прийом для щеплень"),
        ("/tr/angebote/?q=kurs", "Okuma yazma kursu"),
        ("/en/angebote/?q=food bank", "Food bank"),
        ("/angebote/?q=Sprachcafe", "Sprachcafé Mühlengraben"),
    ],
)
def test_a_search_in_the_language_of_the_page_finds_something(address, name):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert name in answer.content.decode()


def test_every_published_page_answers_in_german_and_arabic():
    client = Client()
    pages = Published.objects.filter(kind__in=("actor", "offer"), deleted=False)
    wrong = [
        (prefix + row.path, status)
        for row in pages.order_by("pk")[::9]
        for prefix in ("/", "/ar/")
        if (status := client.get(prefix + row.path).status_code) != 200
    ]
    assert wrong == []


@pytest.mark.parametrize("days", range(0, 1_500, 149))
def test_its_days_fit_the_day_on_which_it_is_built(monkeypatch, days):
    today = datetime.date(2025, 12, 1) + datetime.timedelta(days=days)
    monkeypatch.setattr(clock, "today", lambda: today)
    rows = list(csv.DictReader(io.StringIO(texts.table("angebote.csv").decode("utf-8-sig")), delimiter=";"))
    confirmed = [datetime.date.fromisoformat(row["Bestätigt am"]) for row in rows if row["Bestätigt am"]]
    assert max(confirmed) <= today
    funded = [datetime.date.fromisoformat(row["Finanziert bis"]) for row in rows if row["Finanziert bis"]]
    assert min(funded) > today
    assert min(funded) < today + datetime.timedelta(days=180)
    starts = [datetime.date.fromisoformat(row["Erster Tag"]) for row in rows if row["Erster Tag"]]
    assert all(day > today for day in starts)
    assert texts.landscape().network_asked_on < today
