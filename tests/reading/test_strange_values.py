"""Values that cannot be what their label says, or that hold more than they should: never sure, never without a word."""

from __future__ import annotations

import pytest

from ratslinde.reading import read_bytes

NOTICE = (
    "Bekanntmachung\nGremium: Kulturausschuss\nDatum: 16.04.2026\nBeginn: 18:00 Uhr\n{place}\n\n"
    "Tagesordnung\n{agenda}\n"
)
PAPER = (
    "Beschlussvorlage 12/2026\n\n{title}\n\nFederführung: Amt für Soziales\n\n"
    "Beschlussvorschlag:\nDer Treff wird eröffnet.\n"
)


def notice(place: str = "Ort: Rathaus", agenda: str = "1. Begrüßung\n2. Haushalt\n3. Verschiedenes"):
    return read_bytes(NOTICE.format(place=place, agenda=agenda).encode(), name="unterlage.txt")


def paper(title: str):
    return read_bytes(PAPER.format(title=title).encode(), name="unterlage.txt")


@pytest.mark.parametrize("said", ["Donnerstag", "16.04.2026", "Do., 16.04.2026, 18.00 Uhr", "18:00 Uhr"])
def test_a_day_or_a_time_is_no_place(said):
    reading = notice(f"Ort: {said}\nRaum: Kleiner Sitzungssaal")
    place, room = (reading.documents[0].values[name] for name in ("place", "room"))
    assert (place.value, place.sure, room.value) == (None, False, "Kleiner Sitzungssaal")
    assert any(
        "Zeile 5: Als Ort steht hier ein Tag oder eine Uhrzeit." in warning for warning in reading.warnings
    )


@pytest.mark.parametrize("said", ["Donnerstag, Rathaus", "Do., 16.04.2026, Rathaus", "18:00 Uhr, Rathaus"])
def test_a_day_in_front_of_a_place_is_left_out_and_the_place_to_be_checked(said):
    place = notice(f"Ort: {said}").documents[0].values["place"]
    assert (place.value, place.sure) == ("Rathaus", False)


@pytest.mark.parametrize("said", ["Sonntagstreff", "Mittwochscafé am Markt", "1. Stock, Rathaus"])
def test_a_place_that_begins_like_a_day_stays_whole(said):
    place = notice(f"Ort: {said}").documents[0].values["place"]
    assert (place.value, place.sure) == (said, True)


@pytest.mark.parametrize(
    "title", ["Haushalt 2026 9 2 1", "Haushalt 12 0", "Radwege. Die Verwaltung berichtet", "Etat 2026 12"]
)
def test_numbers_and_sentences_at_the_end_of_a_title_are_to_be_checked(title):
    _, item, _ = notice(agenda=f"1. Begrüßung\n2. {title}\n3. Verschiedenes").documents[0].entries("agenda")
    assert item.value("title") == title
    assert not item.values["title"].sure


@pytest.mark.parametrize(
    "title", ["Haushalt 2026", "Haushalt 2026 bis 2028", "Bebauungsplan Nr. 12", "Jahresrechnung 2024/2025"]
)
def test_years_and_numbers_of_plans_belong_to_a_title(title):
    _, item, _ = notice(agenda=f"1. Begrüßung\n2. {title}\n3. Verschiedenes").documents[0].entries("agenda")
    assert (item.value("title"), item.values["title"].sure) == (title, True)


def test_the_number_of_a_plot_of_land_is_no_number_of_a_paper():
    _, item, _ = (
        notice(agenda="1. Begrüßung\n2. Garage, Flurstück 112/4\n3. Haushalt").documents[0].entries("agenda")
    )
    assert (item.value("title"), item.value("paper_reference")) == ("Garage, Flurstück 112/4", None)


def test_text_below_an_item_of_an_agenda_is_reported_with_its_words():
    reading = notice(
        agenda="1. Begrüßung\n2. Haushalt\nDer Haushalt liegt aus.\n3. Verschiedenes\n\nBitte kommen Sie."
    )
    assert [warning for warning in reading.warnings if "steht Text" in warning] == [
        "Bekanntmachung „Kulturausschuss“: Unter TOP 2 steht Text, der nicht übernommen wird: „Der Haushalt liegt aus“."
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_below_the_title_of_a_paper_is_reported_with_its_words(gap):
    reading = paper(f"Ein Treff für alle{gap}Die Planung beruht auf dem Beschluss vom 12.03.2025.")
    title = reading.documents[0].values["title"]
    assert (title.value, title.sure) == ("Ein Treff für alle", False)
    assert any(
        "„Die Planung beruht auf dem Beschluss vom 12.03.2025“" in warning for warning in reading.warnings
    )


def test_a_title_of_two_lines_stays_whole():
    title = paper("Einrichtung eines Treffs für alle\nBewilligung der Mittel").documents[0].values["title"]
    assert (title.value, title.sure) == ("Einrichtung eines Treffs für alle Bewilligung der Mittel", True)


@pytest.mark.parametrize(
    "entries", ["1. Plan\n2. Bild\n4. Karte", "Anlage 1: Plan\nAnlage 2: Bild\nAnlage 4: Karte"]
)
def test_a_number_left_out_in_the_list_of_attachments_is_reported(entries):
    text = f"{PAPER.format(title='Ein Treff')}\nAnlagen:\n{entries}\n"
    reading = read_bytes(text.encode(), name="unterlage.txt")
    attachments = reading.documents[0].values["attachments"]
    assert (attachments.value, attachments.sure) == (("Plan", "Bild", "Karte"), False)
    assert any("In der Zählung der Anlagen wird übersprungen: 3." in warning for warning in reading.warnings)


def test_something_like_the_number_of_a_paper_at_its_top_is_to_be_looked_at():
    text = PAPER.format(title="Ein Treff").replace(
        "Beschlussvorlage 12/2026", "Beschlussvorlage\nUnser 0815/2026"
    )
    reference = read_bytes(text.encode(), name="unterlage.txt").documents[0].values["reference"]
    assert (reference.value, reference.sure) == (None, False)
