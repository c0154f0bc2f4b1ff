"""Times, days and weekdays that cannot be: nothing is made of them, and they are reported."""

from __future__ import annotations

import pytest

from ratslinde.reading.text.dates import times_in

MINUTES = (
    "Niederschrift\n\nüber die 4. Sitzung des Rates der Gemeinde Lindenau am {day}\n\n{times}\n\n"
    "Öffentlicher Teil:\n\n1. Eröffnung\n\nFrau Ahorn eröffnet.\n\n2. Anfragen\n\n{text}\n"
)


def minutes(times="", day="12.03.2026", text="Keine."):
    return MINUTES.format(day=day, times=times, text=text)


@pytest.mark.parametrize("printed", ["25:00 Uhr", "7:5 Uhr", "24:30 Uhr", "18.60 Uhr", "18:75 Uhr", "12:3"])
def test_a_time_that_no_clock_shows_is_none(printed):
    assert times_in(printed) == []


@pytest.mark.parametrize("printed", ["25:00 Uhr", "7:5 Uhr", "25:00", "31 Uhr", "24:00 Uhr"])
def test_a_beginning_that_cannot_be_is_left_open_and_reported(printed, read):
    found = read(minutes(f"Beginn: {printed}\nEnde: 20:00 Uhr"))
    field = found.documents[0].values["start"]
    assert (field.value, field.sure, field.rule) == (None, False, "time-impossible")
    assert field.span.first_line == 5
    assert any(
        warning.endswith("Zeile 5: Hier steht eine Uhrzeit, die es nicht gibt.") for warning in found.warnings
    )


@pytest.mark.parametrize("times", ["Beginn: 18:00 Uhr\nEnde: 24:00 Uhr", "Dauer: 18:00 bis 24:00 Uhr"])
def test_a_session_may_end_at_twenty_four_hours(times, document):
    found = document(minutes(times))
    assert (found.value("start"), found.value("end"), found.values["end"].sure) == ("18:00", "24:00", True)


@pytest.mark.parametrize(
    ("times", "text"),
    [
        ("Beginn: 18:00 Uhr\nEnde: 26:00 Uhr", "Keine."),
        ("Dauer: 18:00 bis 26:00 Uhr", "Keine."),
        ("Beginn: 18:00 Uhr", "Frau Ahorn schließt die Sitzung um 20:75 Uhr."),
    ],
)
def test_an_end_that_cannot_be_is_left_open_and_reported(times, text, read):
    found = read(minutes(times, text=text))
    assert found.documents[0].value("start") == "18:00"
    assert found.documents[0].values["end"].rule == "time-impossible"
    assert any("eine Uhrzeit, die es nicht gibt" in warning for warning in found.warnings)


def test_a_time_in_a_sentence_is_not_taken_from_its_minutes(read):
    found = read(
        "Einladung\n\nSitzung des Rates der Gemeinde Lindenau am 12.03.2026 um 25:00 Uhr im Rathaus\n\n"
        "Tagesordnung\n\n1. Eröffnung\n2. Anfragen\n"
    )
    assert found.documents[0].values["time"].rule == "time-impossible"
    assert found.documents[0].value("place") == "Rathaus"
    assert any("Zeile 3: Hier steht eine Uhrzeit" in warning for warning in found.warnings)


def test_a_weekday_that_was_another_day_is_to_be_checked_with_its_date(read):
    found = read(minutes("Beginn: 18:00 Uhr", day="Montag, 31.05.2023"))
    document = found.documents[0]
    for name, value in (("date", "2023-05-31"), ("weekday", "Montag")):
        field = document.values[name]
        assert (field.value, field.sure) == (value, False)
        assert field.reason == "Wochentag und Datum passen nicht zusammen."
    assert any(
        warning.endswith("Zeile 3: Wochentag und Datum passen nicht zusammen.") for warning in found.warnings
    )


@pytest.mark.parametrize(
    "day", ["Mittwoch, 31.05.2023", "Mittwoch, dem 31. Mai 2023", "Mi., 31.05.2023", "Sonnabend, 14.03.2026"]
)
def test_a_weekday_that_fits_its_date_is_sure(day, document):
    found = document(minutes("Beginn: 18:00 Uhr", day=day))
    assert found.value("weekday") == day.split(",")[0].rstrip(".")
    assert found.values["weekday"].sure
    assert found.values["date"].sure
