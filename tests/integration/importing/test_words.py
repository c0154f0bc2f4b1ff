"""Words of a list that are none of the town's are taught once and understood from then on."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.meanings import unknown_words
from ratslinde.integration.importing.models import WordMapping
from ratslinde.integration.landscape import actions as landscape
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from tests.integration.importing.files import csv_file

LIST = (
    "Angebot;Träger;Thema;Stadtteil;Sprachen",
    "Chorprobe;Chor;Musizieren, Sprahe;Norden;Deutsch, Platt",
    "Tanz;Chor;Musizieren;Norden;Platt",
    "Deutschkurs;Chor;Sprache & Musizieren;;Deutsch",
)


def read(manager, body, *lines):
    return actions.read_in(manager, body, name="liste.csv", data=csv_file(*lines))


def term(vocabulary, code: str) -> str:
    return vocabulary["handlungsfeld"].terms.get(code=code).public_id


def offer(run, label):
    return run.rows.get(kind="offer", label=label)


@pytest.fixture
def meanings(vocabulary, north):
    return {
        ("handlungsfeld", "musizieren"): term(vocabulary, "freizeit"),
        ("handlungsfeld", "sprahe"): term(vocabulary, "sprache"),
        ("spaces", "norden"): north.public_id,
        ("languages", "platt"): "",
    }


def test_each_foreign_word_is_collected_once_with_its_rows_and_what_is_near(manager, body, vocabulary, north):
    run = read(manager, body, *LIST)
    found = {each["word"]: (each["among"], each["columns"], each["rows"], each["near"]) for each in run.words}
    assert found == {
        "Musizieren": ("handlungsfeld", ["Thema"], 3, ""),
        "Sprahe": ("handlungsfeld", ["Thema"], 1, term(vocabulary, "sprache")),
        "Norden": ("spaces", ["Stadtteil"], 2, ""),
        "Platt": ("languages", ["Sprachen"], 2, ""),
    }
    assert unknown_words(run) == 4
    assert "fields" not in offer(run, "Tanz").values


def test_what_is_taught_holds_at_once_and_silently_the_next_time(manager, body, vocabulary, north, meanings):
    run = actions.map_words(manager, read(manager, body, *LIST), meanings=meanings)
    for each in (run, read(manager, body, *LIST)):
        row = offer(each, "Chorprobe")
        assert row.problems == []
        assert row.values["fields"] == sorted([term(vocabulary, "freizeit"), term(vocabulary, "sprache")])
        assert row.values["sites"][0]["spaces"] == [north.public_id]
        assert row.values["languages"] == [["de", False]]
        assert unknown_words(each) == 0
    assert WordMapping.objects.count() == 4


def test_another_meaning_replaces_the_first_and_none_forgets_it(manager, body, vocabulary, meanings):
    run = actions.map_words(manager, read(manager, body, *LIST), meanings=meanings)
    key = ("handlungsfeld", "musizieren")
    run = actions.map_words(manager, run, meanings={key: term(vocabulary, "sprache")})
    assert offer(run, "Tanz").values["fields"] == [term(vocabulary, "sprache")]
    run = actions.map_words(manager, run, meanings={key: None})
    assert "keiner der Begriffe" in offer(run, "Tanz").problems[0]["sentence"]
    assert unknown_words(run) == 1


def test_a_term_that_is_no_longer_in_use_is_asked_for_again(manager, body, vocabulary, meanings):
    run = actions.map_words(manager, read(manager, body, *LIST), meanings=meanings)
    leisure = vocabulary["handlungsfeld"].terms.get(code="freizeit")
    landscape.edit_term(manager, leisure, changes={"active": False}, revision=leisure.revision)
    again = read(manager, body, *LIST)
    assert "keiner der Begriffe" in offer(again, "Tanz").problems[0]["sentence"]
    assert unknown_words(again) == 1
    assert run.pk != again.pk


@pytest.mark.parametrize(
    "wrong",
    [{("handlungsfeld", "musizieren"): "irgendwas"}, {("handlungsfeld", "boule"): ""}, {("x", "y"): None}],
)
def test_what_nobody_offered_is_refused(manager, body, vocabulary, wrong):
    with pytest.raises(Refused, match="angebotenen Begriffe"):
        actions.map_words(manager, read(manager, body, *LIST), meanings=wrong)


def test_decisions_survive_teaching_words(manager, association, meanings):
    lines = ("Angebot;Träger;E-Mail;Thema", "Chorprobe;Die Brücke;bruecke@lindenhagen.example;Musizieren")
    run = read(manager, association.body, *lines)
    provider = run.rows.get(kind="actor")
    run = actions.decide(manager, run, decisions={provider.number: ("same", association.public_id)})
    run = actions.map_words(
        manager, run, meanings={("handlungsfeld", "musizieren"): meanings["handlungsfeld", "musizieren"]}
    )
    assert run.rows.get(kind="actor").target == association.public_id


def test_only_who_may_import_teaches_words(manager, reader, body, vocabulary):
    run = read(manager, body, *LIST)
    with pytest.raises(Forbidden):
        actions.map_words(reader, run, meanings={})


def test_the_words_are_forgotten_with_the_run(manager, body, vocabulary):
    run = read(manager, body, *LIST)
    actions.carry_out(manager, run)
    run.refresh_from_db()
    assert run.words == []
    run = actions.discard_run(manager, read(manager, body, *LIST[:1], "Boule;Chor;Boule;;"))
    assert run.words == []


@pytest.mark.parametrize(
    ("followed_by", "near"), [(["Nordviertel Ost", "Nordviertel West"], 0), (["Anger"], 1)]
)
def test_of_a_space_that_was_split_no_part_is_proposed(manager, body, vocabulary, north, followed_by, near):
    yesterday = clock.today() - datetime.timedelta(days=1)
    landscape.edit_space(manager, north, changes={"valid_until": yesterday}, revision=north.revision)
    rows = [
        landscape.add_space(manager, body, name=name, predecessors=[north], valid_from=clock.today())
        for name in followed_by
    ]
    run = read(manager, body, "Angebot;Träger;Stadtteil", "Chorprobe;Chor;Nordviertel")
    (found,) = [each for each in run.words if each["word"] == "Nordviertel"]
    assert found["near"] == (rows[0].public_id if near else "")
