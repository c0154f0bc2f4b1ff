"""In an English terminal every sentence of the lower floors is English."""

from __future__ import annotations

import json

import pytest
from babel.messages.pofile import read_po

from ratslinde.accounts.models import Role
from ratslinde.desk.publishing.wording import KINDS
from ratslinde.integration.importing.comparing import MODELS
from ratslinde.integration.importing.models import Verdict
from ratslinde.reading.rules import load
from ratslinde.reading.summary import phrases
from ratslinde.site.interpreting import ENGLISH, VALUE, Interpreter, interpreted
from tests.site.sentences import shapes

with ENGLISH.open("rb") as opened:
    CATALOGUE = {str(message.id): str(message.string) for message in read_po(opened) if message.id}
BY_SHAPE = {VALUE.sub("{}", german): german for german in CATALOGUE}
PUT_TOGETHER = {
    "{}: {}", "{} „{}“: {}", "{}, Zeile {} „{}“", "{}, Zeile {} „{}“: {}",
    "{} (weitere)", "{} (ohne Einwilligung)", "DOC (altes Word)", "Suche",
    "{}, Zeile {}: Die Vorlage lässt sich nicht übersetzen ({}).",
    "{}, Zeile {}: Das PDF wäre nicht barrierefrei oder nicht archivfest ({}).",
    "{}, Zeile {}: Diese Schrift hat der Drucker nicht ({}).",
}  # fmt: skip
"""Sentences that are made of several, which no single place of the source shows."""


SAME = {"Name", "Person", "%(word)s: %(sentence)s"}


def words() -> set[str]:
    fields = [field for model in MODELS.values() for field in model._meta.concrete_fields]
    long = {str(field.verbose_name) for field in fields if field.max_length and not field.choices}
    labels = {str(label) for choices in (Role, Verdict) for label in choices.labels}
    named = {*KINDS.values(), *labels, *load("expected")["names"].values(), *long}
    return {VALUE.sub("{}", text) for text in (*phrases(), *named)} - {"public id", "standard id"}


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    return shapes()


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")


def test_sentences_of_every_floor_are_found(sentences):
    assert {
        "Die Datei hat {} Seiten; höchstens {} werden gelesen.",  # written as an f-string
        "Seite {} hat keine Textebene (eingescannt?); ihr Inhalt fehlt.",  # filled in later
        "Die Word-Datei ist beschädigt und kann nicht gelesen werden.",  # has a name
        "Dazu fehlt Ihnen das Recht.",
        "Eintrag {} fehlt.",
        "TOP {} hat keinen Titel.",  # the outcome of a rule
        "Es fehlt der Name.",  # stored with a row of an import
        "{}: erwartet wird „on“ oder „off“, nicht „{}“.",
    } <= sentences.keys()


def test_every_sentence_that_can_reach_the_terminal_is_translated(sentences):
    missing = {shape: sentences[shape] for shape in sorted(sentences.keys() - BY_SHAPE.keys())}
    entries = [f"{place}:\nmsgid {json.dumps(shape, ensure_ascii=False)}" for shape, place in missing.items()]
    assert entries == [], f"please add to {ENGLISH.name}:\n" + "\n\n".join(entries)


def test_every_word_is_translated_and_nothing_is_left_over(sentences):
    known = sentences.keys() | words() | PUT_TOGETHER
    assert sorted(words() - BY_SHAPE.keys()) == []
    assert sorted(BY_SHAPE.keys() - known) == []


@pytest.mark.parametrize("german", sorted(CATALOGUE))
def test_values_are_kept_and_the_text_is_another(german):
    english = CATALOGUE[german]
    assert sorted(VALUE.findall(german)) == sorted(VALUE.findall(english))
    assert "%" not in VALUE.sub("", german + english)
    assert german != english or german in SAME


@pytest.mark.parametrize("german", sorted(text for text in CATALOGUE if VALUE.search(text)))
def test_a_sentence_with_values_is_recognised(german, english):
    """Each filled with what is in no other sentence; nested sentences with one of ours."""
    values = {name: f"Wert {at}" for at, name in enumerate(VALUE.findall(german))}
    values |= {name: "Es fehlt der Name." for name in values if name.startswith("sentence")}
    expected = {**values, **{name: "The name is missing." for name in values if name.startswith("sentence")}}
    assert interpreted(german % values) == CATALOGUE[german] % expected


def test_words_among_the_values_are_translated_too(english):
    warning = "Vorlage „Eine Bank“: Nicht gefunden wurde der Titel, die Federführung und die Beratungsfolge."
    assert interpreted(warning) == (
        "Paper “Eine Bank”: Not found: the title, the lead department and the order of consultations."
    )


def test_a_name_is_no_word(english):
    assert interpreted("„Vorlage“ ist nicht für die Öffentlichkeit freigegeben.") == (
        "“Vorlage” is not released to the public."
    )


def test_a_value_may_be_empty_or_hold_lines(english):
    assert interpreted("„Boule“ ist keiner der Begriffe Ihrer Kommune.") == (
        "“Boule” is none of the terms of your municipality."
    )
    assert interpreted("„Boule“ ist keiner der Begriffe Ihrer Kommune. Gemeint vielleicht „Sport“?").endswith(
        "municipality. Is “Sport” meant?"
    )
    assert interpreted("„a\nb“ ist keine Zahl.") == "“a\nb” is no number."


def test_a_sentence_within_a_sentence_is_translated_too(english):
    assert interpreted(
        "Es wurde nichts übernommen. Die Vorlage 7 gibt es schon; sie bleibt, wie sie ist."
        " Anders steht im Dokument: Betreff („Bank“)."
    ) == (
        "Nothing was taken over. The paper 7 is there already; it stays as it is."
        " The document states otherwise: Betreff („Bank“)."
    )


def test_the_more_is_fixed_the_more_it_is_meant():
    translator = Interpreter({"%(word)s: %(rest)s": "loose", "TOP %(number)s: %(rest)s": "close"})
    assert (translator.of("TOP 3: Wege"), translator.of("Wege: 3")) == ("close", "loose")


def test_what_nobody_has_translated_is_shown_as_it_is(english):
    assert interpreted("Das hat noch niemand übersetzt.") == "Das hat noch niemand übersetzt."
    assert interpreted("a.typ: Das auch nicht.") == "a.typ: Das auch nicht."


def test_in_a_german_terminal_nothing_is_changed():
    for german in CATALOGUE:
        assert interpreted(german) == german
