"""Every value says where it stands and why it was taken; what is not stated is never guessed."""

from __future__ import annotations

import pytest
from tests.reading import samples

from ratslinde.reading import to_json
from ratslinde.reading.rules import load

SAMPLES = {name: text for name, text in vars(samples).items() if name.isupper() and isinstance(text, str)}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_has_a_span_in_the_source_and_a_rule_with_a_sentence(name, read):
    reading = read(SAMPLES[name])
    for document in reading.documents:
        for path, field in document.walk():
            assert field.rule in load("reasons"), path
            assert field.reason.endswith("."), path
            if field.value is None:
                continue
            assert field.span is not None, path
            assert (
                document.span.first_line
                <= field.span.first_line
                <= field.span.last_line
                <= len(reading.source.lines)
            )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_span_of_a_short_value_shows_the_value(name, read):
    reading = read(SAMPLES[name])
    for document in reading.documents:
        for path, field in document.walk():
            if isinstance(field.value, str) and path.endswith(
                ("reference", "number", "phone", "email", "weekday")
            ):
                shown = reading.source.excerpt(field.span).replace("\t", " ")
                assert field.value in shown, path


def test_json_has_the_origin_beside_each_value(read):
    (announcement,) = to_json(read(samples.ANNOUNCEMENT))["documents"]
    assert announcement["_fields"]["place"] == {
        "span": {"page": 1, "first_line": 9, "last_line": 9},
        "sure": True,
        "rule": "label",
        "reason": "Steht hinter der Beschriftung.",
    }
    assert announcement["agenda"][0]["_fields"]["title"]["span"]["first_line"] == 17


def test_what_is_not_stated_is_null_and_reported(document, read):
    text = "Bekanntmachung\n\nGremium: Kulturausschuss\n\nTagesordnung\n\n1. Eröffnung\n2. Verschiedenes\n"
    found = document(text)
    assert found.value("date") is None
    assert found.values["date"].rule == "not-stated-expected"
    assert not found.values["date"].sure
    assert read(text).warnings == (
        "Bekanntmachung „Kulturausschuss“: Nicht gefunden wurde der Tag der Sitzung, der Beginn und der Ort.",
        "Bekanntmachung „Kulturausschuss“: Nicht angegeben ist, ob öffentlich: TOP 1, 2.",
    )


def test_an_impossible_date_is_no_date(document):
    assert document("Bekanntmachung\n\nGremium: Rat\n\nDatum: 31.02.2024\n").value("date") is None


def test_a_text_of_no_known_kind_is_said_to_be_unknown(read):
    reading = read("Einkaufszettel\n\nBrot, Butter, Lindenblütentee\n")
    assert [document.kind for document in reading.documents] == ["other"]
    assert reading.warnings == ("Zeile 1: Die Art des Dokuments wurde nicht erkannt.",)
