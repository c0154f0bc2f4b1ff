"""A cell for the name of an actor that also holds address, telephone and somebody's name: only the name is one."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.reading.name_cells import name_and_more
from tests.integration.importing.rows import read, told

OFFERED = ("Angebot", "Träger")


def actor_of(cell: str):
    return next(each for each in read(OFFERED, ("Chor", cell)) if each.kind == "actor")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Wollverein e. V.\nAhornweg 3\nTel.: 02599 10-60", "Wollverein e. V."),
        ("Wollverein\ne. V.\nwww.wolle.example", "Wollverein e. V."),
        ("Verein für\nWolle\nFr. Zwirbel", "Verein für Wolle"),
        ("Wollverein, info@wolle.example, 02599 10-60", "Wollverein"),
        ("Wollverein\nMaria Zwirbel", "Wollverein"),
        ("• Wollverein\n• 59999 Lindenhagen", "Wollverein"),
        ("Wollverein\nc/o Erika Zwirbel\nAhornweg 3", "Wollverein"),
    ],
)
def test_the_name_ends_where_the_cell_says_how_somebody_is_reached(cell, name):
    assert name_and_more(cell)[0] == name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Wollverein\nLindenhagen", "Wollverein Lindenhagen"),
        ("Schule am Ring, Haus 2", "Schule am Ring, Haus 2"),
        ("TuS 1899, Abteilung Garn", "TuS 1899, Abteilung Garn"),
        ("Diakonie\nKontakt- und Beratungsstelle", "Diakonie Kontakt- und Beratungsstelle"),
        ("Grundschule\nMaria Montessori", "Grundschule Maria Montessori"),
    ],
)
def test_a_name_over_two_lines_is_one(cell, name):
    assert name_and_more(cell) == (name, ())


def test_what_stands_below_the_name_goes_where_it_belongs():
    cell = (
        "Wollverein\nPfarrbüro, Ahornweg 3\n59999 Lindenhagen\nTel. 02599 10-60, wolle@verein.example"
        "\nwww.wolle.example"
    )
    stated = read(OFFERED, ("Chor", cell))
    actor = next(each for each in stated if each.kind == "actor")
    place = next(each for each in stated if each.kind == "place")
    assert actor.values == {
        "name": "Wollverein", "phone": "02599 10-60", "email": "wolle@verein.example",
        "website": "https://www.wolle.example", "place": place.reference, "note": "Pfarrbüro",
    }  # fmt: skip
    assert place.values["street_address"] == "Ahornweg 3"
    assert place.values["locality"] == "Lindenhagen"


def test_of_somebody_who_stands_below_the_name_nothing_is_taken_and_nothing_quoted():
    cell = "Wollverein\nc/o Erika Zwirbel\nAhornweg 3\n59999 Lindenhagen\nerika.zwirbel@post.example"
    stated = read(OFFERED, ("Chor", cell))
    assert [each.kind for each in stated] == ["offer", "actor"]
    assert stated[1].values == {"name": "Wollverein"}
    assert "Zwirbel" not in str(stated)
    assert any("c/o" in sentence for _, sentence in told(stated[1]))


def test_the_same_cell_in_a_second_row_says_nothing_twice():
    cell = "Wollverein\nAhornweg 3\nFr. Zwirbel"
    once = next(each for each in read(OFFERED, ("Chor", cell)) if each.kind == "actor")
    twice = next(each for each in read(OFFERED, ("Chor", cell), ("Tanz", cell)) if each.kind == "actor")
    assert told(twice) == told(once)


def test_the_own_row_of_an_actor_is_read_so_as_well():
    actor = read(("Verein", "Telefon"), ("Wollverein\nTel. 02599 10-60\nFr. Zwirbel", "02599 10-1"))[0]
    assert (actor.label, actor.values["name"], actor.values["phone"]) == (
        "Wollverein",
        "Wollverein",
        "02599 10-1",
    )


@pytest.mark.parametrize("cell", ["N.N. (in Planung)", "noch offen", "Träger gesucht!", "in Planung"])
def test_who_is_still_looked_for_is_no_actor(cell):
    stated = read(OFFERED, ("Chor", cell))
    assert [each.kind for each in stated] == ["offer"]
    assert stated[0].blocked
