"""Who signed minutes: behind marks, behind functions, in columns, and without any mark."""

from __future__ import annotations

import pytest

MINUTES = """Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2026

Beginn: 18:00 Uhr
Ort: Rathaus, Großer Saal

Öffentlicher Teil

1. Eröffnung

Die Sitzung wird eröffnet.

2. Verschiedenes

Nichts.

{end}
"""
TWO = [("Anna Birke", "Vorsitzende"), ("Paul Buche", "Schriftführer")]


@pytest.fixture
def signed(document):
    def read(end: str) -> list[tuple[object, object]]:
        found = document(MINUTES.format(end=end)).entries("signed_by")
        return [(entry.value("name"), entry.value("role")) for entry in found]

    return read


@pytest.mark.parametrize(
    "end",
    [
        "Zur Beurkundung:\nVorsitzende: gez. Anna Birke     Schriftführer: gez. Paul Buche",
        "Vorsitzende: gez. Anna Birke\nSchriftführer: gez. Paul Buche",
        "Vorsitzende: gez. Anna Birke Schriftführer: gez. Paul Buche",
        "gez. Anna Birke\nVorsitzende\n\ngez. Paul Buche\nSchriftführer",
        "Vorsitzende\n\ngez. Anna Birke\n\nSchriftführer\n\ngez. Paul Buche",
        "gez. Anna Birke, Vorsitzende\ngez. Paul Buche, Schriftführer",
        "gez. Anna Birke (Vorsitzende), gez. Paul Buche (Schriftführer)",
    ],
)
def test_every_mark_is_a_signature_with_its_own_function(end, signed):
    assert signed(end) == TWO


@pytest.mark.parametrize(
    "end",
    [
        "Vorsitzende: Anna Birke\nSchriftführer: Paul Buche",
        "Vorsitzende:               Schriftführer:\n\nAnna Birke                 Paul Buche",
        "Anna Birke\t\tPaul Buche\nVorsitzende\t\tSchriftführer",
        "Anna Birke                 Paul Buche\n(Vorsitzende)              (Schriftführer)",
        "Anna Birke     Vorsitzende\nPaul Buche     Schriftführer",
        "Anna Birke (Vorsitzende)          Paul Buche (Schriftführer)",
        "Anna Birke, Vorsitzende\n\nPaul Buche, Schriftführer",
        "Anna Birke\nVorsitzende\n\nPaul Buche\nSchriftführer",
        "Anna Birke, Vorsitzende          Paul Buche, Schriftführer",
    ],
)
def test_names_without_a_mark_are_to_be_checked(end, document):
    found = document(MINUTES.format(end=end)).entries("signed_by")
    assert [(entry.value("name"), entry.value("role")) for entry in found] == TWO
    assert not any(entry.values["name"].sure for entry in found)


def test_several_may_sign_behind_one_function(signed):
    end = "Bürgermeisterin: gez. Birke     Ratsmitglieder: gez. Eiche, gez. Dr. Fichte"
    assert signed(end) == [
        ("Birke", "Bürgermeisterin"),
        ("Eiche", "Ratsmitglieder"),
        ("Dr. Fichte", "Ratsmitglieder"),
    ]


def test_a_column_of_names_is_not_glued_where_one_function_is_not_known(signed):
    assert signed("Birke\t\tBuche\nVorsitzende\t\tProtokoll") == [
        ("Birke", "Vorsitzende"),
        ("Buche", "Protokoll"),
    ]


def test_a_copy_is_signed_by_somebody_else(signed):
    end = "gez. Birke\nBürgermeisterin\n\nFür die Richtigkeit: gez. Buche"
    assert signed(end) == [("Birke", "Bürgermeisterin"), ("Buche", "Für die Richtigkeit")]


def test_a_last_name_alone_may_have_its_function_behind_a_comma(signed):
    end = "Birke, 1. Bürgermeisterin          Buche, Schriftführer"
    assert signed(end) == [("Birke", "1. Bürgermeisterin"), ("Buche", "Schriftführer")]


def test_a_function_below_one_column_is_not_that_of_the_other(document):
    end = "gez. Anna Birke                gez. Paul Buche\nOrtsvorsteherin"
    heads = "Die Vorsitzende:               Der Schriftführer:\n\n"
    headed = document(MINUTES.format(end=heads + end)).entries("signed_by")
    assert [entry.value("role") for entry in headed] == ["Ortsvorsteherin", "Der Schriftführer"]
    first, second = document(MINUTES.format(end=end)).entries("signed_by")
    assert (first.value("role"), first.values["role"].sure) == ("Ortsvorsteherin", True)
    assert (second.value("role"), second.values["role"].sure) == (None, False)


def test_what_stands_right_below_a_marked_name_is_no_name(signed):
    end = (
        "gez. Anna Birke                gez. Bernd Buche\nOberbürgermeisterin            Stadtrat\n\n"
        "gez. Cora Eiche                gez. Dirk Esche\nStadträtin                     Urkundsperson"
    )
    assert signed(end) == [
        ("Anna Birke", "Oberbürgermeisterin"),
        ("Bernd Buche", "Stadtrat"),
        ("Cora Eiche", "Stadträtin"),
        ("Dirk Esche", "Urkundsperson"),
    ]
