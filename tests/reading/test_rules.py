"""The rules are data: they load, their patterns compile, and a new layout needs no code."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from ratslinde.reading.kinds import KINDS
from ratslinde.reading.rules import alternatives, load

NAMES = sorted(
    path.name.removesuffix(".toml")
    for path in files("ratslinde.reading.rules").iterdir()
    if path.name.endswith(".toml")
)


def patterns(value):
    if isinstance(value, dict):
        for below in value.values():
            yield from patterns(below)
    elif isinstance(value, list):
        for below in value:
            yield from patterns(below)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("reasons", "expected", "summary")])
def test_every_pattern_compiles(name):
    for pattern in patterns(load(name)):
        re.compile(pattern)


def test_a_blank_in_a_word_stands_for_any_white_space():
    assert re.fullmatch(alternatives(["Ort der Sitzung", "Ort"]), "Ort  der\tSitzung")


def test_reasons_are_sentences():
    for rule, reason in load("reasons").items():
        assert reason["text"].endswith("."), rule


def test_each_kind_has_a_german_name_and_says_what_it_expects():
    assert set(load("expected")["kinds"]) == set(KINDS) == set(load("expected")["fields"])


def test_a_label_is_added_without_code(document, monkeypatch):
    from ratslinde.reading.text import labels

    text = (
        "Vorlage - 25/085\n\nZuständiges Haus: Bauhof\n\nBetreff: Bank\n\nBeschlussvorschlag:\n\nEine Bank.\n"
    )
    assert document(text).value("lead_department") is None
    rules = load("labels")
    lead = next(label for label in rules["label"] if label["key"] == "lead_department")
    monkeypatch.setitem(lead, "names", [*lead["names"], "Zuständiges Haus"])
    labels._book.cache_clear()
    try:
        assert document(text).value("lead_department") == "Bauhof"
    finally:
        labels._book.cache_clear()
