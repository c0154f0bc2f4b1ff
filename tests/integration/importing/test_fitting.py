"""What no field can hold is said before anything is written: SQLite would store it, PostgreSQL refuses."""

from __future__ import annotations

from ratslinde.integration.importing.fitting import fit
from ratslinde.integration.importing.rules.hsds.parts import schedule
from ratslinde.integration.importing.rules.stated import Stated


def offer(*, note: str = "", times: str = "", days: str = "MO") -> Stated:
    row = schedule({"freq": "WEEKLY", "byday": days, "description": times})
    site = {"place": None, "spaces": [], "note": note, "schedules": [row]}
    made = Stated(number=1, kind="offer", sheet="services", line=1, label="Chor", values={"sites": [site]})
    fit(made)
    return made


def test_a_note_of_times_or_of_a_site_is_shortened_and_that_is_told():
    made = offer(note="wort " * 60, times="zeit " * 60)
    site = made.values["sites"][0]
    lengths = [len(site["note"]), len(site["schedules"][0]["description"])]
    assert all(100 < length <= 200 for length in lengths)
    assert ["gekürzt" in each.sentence for each in made.problems] == [True, True]


def test_what_fits_is_left_as_it_is():
    made = offer(note="Raum 2", times="nicht in den Ferien")
    assert (made.values["sites"][0]["note"], made.problems) == ("Raum 2", [])


def test_whom_to_ask_is_shortened_as_well():
    person = {"id": "1", "function": "Leitung " * 20}
    made = Stated(number=1, kind="offer", sheet="services", line=1, label="Chor", values={"contact": person})
    fit(made)
    assert (len(person["function"]) <= 120, len(made.problems)) == (True, 1)


def test_times_on_more_days_than_there_are_are_left_out():
    made = offer(days=",".join(["MO"] * 40))
    assert (made.values["sites"][0]["schedules"], len(made.problems)) == ([], 1)


def test_a_text_that_is_too_long_is_told_with_its_column_and_the_cell():
    made = Stated(
        number=1, kind="place", sheet="Orte", line=3, label="Hof", values={"postal_code": "59999 Lehmhausen"},
        titles={"postal_code": "PLZ/Ort"},
    )  # fmt: skip
    fit(made)
    (problem,) = made.problems
    assert (problem.column, problem.sentence) == (
        "PLZ/Ort",
        "Höchstens 10 Zeichen; „59999 Lehmhausen“ hat 16.",
    )
