"""Weekday, hours and rhythm in columns of their own make times together."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.times.parts import clock_in, composed, is_bare_weekday
from tests.integration.importing.rows import read, told

HEADER = ("Angebot", "Träger", "Wochentag", "von", "bis", "Turnus")


def offer(*cells, header=HEADER):
    return read(header, ("Töpfern", "Lehmhaus", *cells))[0]


def schedule(*cells, header=HEADER):
    (found,) = offer(*cells, header=header).values["sites"][0]["schedules"]
    return found["days"], found["opens_at"], found["closes_at"], found["frequency"], found["interval"]


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("16", "16:00"),
        ("16.30 Uhr", "16:30"),
        ("8:05", "08:05"),
        ("ab 9 h", "09:00"),
        ("25", ""),
        ("mittags", ""),
    ],
)
def test_an_hour_is_read_however_it_is_written(cell, clock):
    assert clock_in(cell) == clock


@pytest.mark.parametrize(
    ("cells", "read_as"),
    [
        (("Donnerstag", "16", "18", "alle 2 Wochen"), ("TH", "16:00:00", "18:00:00", "WEEKLY", 2)),
        (("Mo/Mi", "9.30", "11", "wö."), ("MO,WE", "09:30:00", "11:00:00", "WEEKLY", 1)),
        (("Sa", "10", "13", "1. Sa im Monat"), ("1SA", "10:00:00", "13:00:00", "MONTHLY", 1)),
        (("letzter Fr im Monat", "19 Uhr", "", "mtl."), ("-1FR", "19:00:00", None, "MONTHLY", 1)),
        (("Di", "15", "17", ""), ("TU", "15:00:00", "17:00:00", "WEEKLY", 1)),
    ],
)
def test_the_cells_of_a_row_are_its_times(cells, read_as):
    assert schedule(*cells) == read_as


def test_weekday_beside_a_column_of_hours():
    header = ("Angebot", "Träger", "Tag", "Uhrzeit")
    assert schedule("Freitag", "18–20 Uhr", header=header)[:3] == ("FR", "18:00:00", "20:00:00")


def test_beginning_and_end_may_hold_hours_as_well_as_days():
    header = ("Angebot", "Träger", "Wochentag", "Beginn", "Ende")
    assert schedule("Mi", "17:00", "18:30", header=header)[:3] == ("WE", "17:00:00", "18:30:00")
    made = offer("", "3.2.2027", "3.2.2027", header=header)
    assert made.values["sites"][0]["schedules"][0]["start"] == "2027-02-03"


def test_a_day_that_lost_its_year_is_no_hour():
    made = offer("Mi", "12.11", "", header=("Angebot", "Träger", "Wochentag", "Erster Tag", "Letzter Tag"))
    assert ("Erster Tag", "„12.11“ ist kein Tag, zum Beispiel 3.2.2026.") in told(made)


@pytest.mark.parametrize("text", ["Dienstag", "Di, Do", "Mo u. Mi"])
def test_a_bare_weekday_is_kept_as_words_and_asked_about(text):
    assert is_bare_weekday(text)
    made = offer(text, "", "", "")
    assert (made.values["sites"][0]["schedules"], made.values["sites"][0]["note"]) == ([], text)
    assert [column for column, _ in told(made)] == ["Wochentag, von, bis, Turnus"]


@pytest.mark.parametrize("text", ["dienstags", "jeden Dienstag", "Di 16 Uhr", "1. Di im Monat"])
def test_who_says_how_often_says_more_than_the_day(text):
    assert not is_bare_weekday(text)


def test_words_that_are_no_times_stay_readable():
    made = offer("Schultage", "8", "13", "nach Absprache mit der Schule")
    assert made.values["sites"][0]["note"] == "Schultage 08:00–13:00 Uhr, nach Absprache mit der Schule"


def test_nothing_of_the_parts_is_left_in_the_values():
    values = {"weekday": "Do", "opens": "16:00", "closes": "18:00", "rhythm": "alle 2 Wochen"}
    assert (composed(values), values) == ("Do 16:00–18:00 Uhr, alle 2 Wochen", {})
