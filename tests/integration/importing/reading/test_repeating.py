"""Cells that say that the same stands there as above, of two actors, or in doubt."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import Verdict
from ratslinde.integration.importing.rules.collecting.doubts import is_about, is_doubtful, without_doubt
from ratslinde.integration.importing.rules.reading.repeating import lines
from ratslinde.integration.importing.rules.reading.several_actors import two_actors
from ratslinde.integration.importing.rules.tables import Row
from tests.integration.importing.files import csv_file


def below(above: str, cell: str, *, is_house: bool = True) -> tuple[str, str]:
    rows = [Row(2, (above,)), Row(3, (cell,))]
    read = list(lines(rows, columns=[0], houses=[0] if is_house else ()))
    return read[1].row.cells[0], read[1].told.get(0, "")


@pytest.mark.parametrize(
    "cell",
    ["dto.", "dito", "ebd.", "Ebenda", "s. o.", "s.o.", "siehe oben", "wie oben", '"', "„", "-\"-", "〃", "''",
     "(dto.)"],
)  # fmt: skip
def test_a_cell_that_repeats_means_the_one_above(cell):
    assert below("Wollhaus", cell) == (
        "Wollhaus",
        f"„{cell}“ verweist auf die Zeile darüber. Übernommen wurde „Wollhaus“. Bitte prüfen.",
    )


@pytest.mark.parametrize("cell", ["", "-", "So", "Ebendorf", "Wie Oben e. V.", "siehe unten", "„Garn“"])
def test_another_cell_means_itself(cell):
    assert below("Wollhaus", cell) == (cell, "")


def test_a_room_behind_is_another_one_of_the_same_house():
    assert below("Wollhaus, Raum 2", "ebd., Raum 7")[0] == "Wollhaus, Raum 7"
    assert below("Wollhaus, Raum 2", "ebd., Raum 7", is_house=False)[0] == "ebd., Raum 7"


@pytest.mark.parametrize("above", ["", "k. A."])
def test_nothing_above_is_nothing(above):
    assert below(above, "dto.") == (
        "",
        "„dto.“ verweist auf die Zeile darüber, doch dort steht nichts. Bitte prüfen.",
    )


def test_what_may_hold_a_name_is_not_quoted():
    rows = [Row(2, ("Fr. Zwirbel, 02599 10-77",)), Row(3, ("dto.",))]
    told = [each.told for each in lines(rows, columns=[0], unquoted=[0])][1][0]
    assert told == "„dto.“ verweist auf die Zeile darüber. Das dort wurde übernommen. Bitte prüfen."


def test_what_is_repeated_is_repeated_further_down():
    rows = [Row(at, (cell,)) for at, cell in enumerate(("Garn", "dto.", "dto.", "Wolle", "dto."))]
    assert [each.row.cells[0] for each in lines(rows, columns=[0])] == [
        "Garn",
        "Garn",
        "Garn",
        "Wolle",
        "Wolle",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Verein?", "Verein"), ("evtl. Wollhaus", "Wollhaus"), ("vermutlich ja", "ja"), ("Garn (?)", "Garn"),
        ("Wolle ??", "Wolle"),
    ],
)  # fmt: skip
def test_a_list_that_doubts_is_heard(text, meant):
    assert is_doubtful(text)
    assert without_doubt(text) == meant


@pytest.mark.parametrize("text", ["Verein", "Was? Wie? Garn!", "https://a.example/?b=1", "Wohlfahrt"])
def test_a_list_that_is_sure_is_believed(text):
    assert not is_doubtful(text)


def test_a_rough_number_is_told_from_a_whole_one():
    assert [is_about(text) for text in ("ca. 20", "etwa 5 €", "~12", "20", "Etwas 5")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Wollamt / Garnverein", ("Wollamt", "Garnverein")),
        ("VHS + Garn-Laden", ("VHS", "Garn-Laden")),
        ("Singverein „Hahn u. Henne“ u. Strickhilfe", ("Singverein „Hahn u. Henne“", "Strickhilfe")),
        ("Wollschule und Jobcenter", ("Wollschule", "Jobcenter")),
    ],
)
def test_two_actors_in_one_cell_are_seen(text, both):
    assert two_actors(text) == both


@pytest.mark.parametrize(
    "text",
    ["Woll- und Garnbehörde", "Amt für Jugend und Soziales", "Verein für Schule und Kita", "Wolle und Garn e. V.",
     "Wollverein", "Wollverein (Schule / Kita)", "Garn/Wolle", "Wollamt, Fachdienst Garn u. Faden", "a / b / c"],
)  # fmt: skip
def test_one_actor_stays_one(text):
    assert two_actors(text) is None


def test_a_name_that_stands_is_one():
    assert two_actors("Wollamt und Garnverein", known={"wollamt und garnverein"}) is None
    assert two_actors("Wolle + Garnverein", known={"wolle"}) == ("Wolle", "Garnverein")


def test_a_list_that_repeats_doubts_and_names_two_is_asked_about_and_makes_nothing_of_it(
    manager, body, vocabulary
):
    data = csv_file(
        "Angebot;Anbieter;Ort;Kosten;Alter",
        "Stricken;Wollamt / Garnverein;Wollhaus, Raum 2;evtl. frei;Frauen ab 18",
        "Häkeln;dto.;ebd., Raum 7;ca. 5 €;???",
        "Weben;???;Keller;;",
    )
    run = actions.read_in(manager, body, name="liste.csv", data=data)
    rows = {row.label: row for row in run.rows.all()}
    assert rows.keys() == {"Stricken", "Häkeln", "Weben", "Wollamt / Garnverein", "Wollhaus"}
    assert [rows[name].verdict for name in ("Wollamt / Garnverein", "Weben")] == [
        Verdict.OPEN,
        Verdict.BLOCKED,
    ]
    assert "cost" not in rows["Stricken"].values
    assert [site["note"] for name in ("Stricken", "Häkeln", "Weben") for site in rows[name].values["sites"]] == [
        "Raum 2", "Raum 7", "Keller",
    ]  # fmt: skip
    told = [each["sentence"] for name in ("Stricken", "Häkeln") for each in rows[name].problems]
    for words in ("„evtl. frei“ ist in der Liste selbst eine Frage", "„Frauen“ sagt, für wen", "„dto.“ verweist",
                  "„ebd., Raum 7“ verweist", "„ca. 5 €“ ist nur eine ungefähre Zahl"):  # fmt: skip
        assert any(words in sentence for sentence in told), words


def test_of_two_in_one_cell_each_that_stands_is_offered(manager, body, association):
    data = csv_file("Angebot;Anbieter", f"Stricken;{association.name} / Garnverein")
    run = actions.read_in(manager, body, name="liste.csv", data=data)
    row = run.rows.get(kind="actor")
    assert (row.verdict, [each["key"] for each in row.candidates]) == (Verdict.OPEN, [association.public_id])
