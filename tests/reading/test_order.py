"""Items out of their order: one taken first, leaps, and lists inside an item that are no items."""

from __future__ import annotations

import pytest

HEAD = (
    "Niederschrift\n\nüber die 4. Sitzung des Rates der Gemeinde Lindenau am 12.03.2026, 18:00 Uhr, im Rathaus\n\n"
    "Öffentlicher Teil:\n\n"
)
AGENDA = HEAD.replace("Niederschrift\n\nüber", "Einladung\n\nfür")
TITLES = ("", "Eröffnung", "Haushalt", "Bänke", "Bericht", "Linden", "Satzung", "Spielplatz", "Anfragen")
BARE = ("{n} {title}", "{n}. {title}", "{n}  {title}")
MARKED = ("TOP {n} {title}", "TOP {n}: {title}", "Ö {n}  {title}")


def told(order, form):
    """Minutes whose items stand in this order, each with a decision and a vote that name its number."""
    items = (
        f"{form.format(n=n, title=TITLES[n])}\n\nFrau Ahorn berichtet.\n\nBeschluss:\n\nSache {n}.\n\n"
        f"Abstimmungsergebnis: {n} Ja-Stimmen, 0 Gegenstimmen\n\n"
        for n in order
    )
    return HEAD + "".join(items)


def rows(document, part="items", keys=("number", "title", "decision_text")):
    return [tuple(entry.value(key) for key in keys) for entry in document.entries(part)]


def numbers(document, part="items"):
    return [number for number, *_ in rows(document, part)]


def checked(entry):
    """The names of the stated values that should be checked, those of the vote among them."""
    return {path for path, field in entry.walk() if field.value is not None and not field.sure}


@pytest.mark.parametrize("form", [*BARE, *MARKED])
@pytest.mark.parametrize(
    "order", [(1, 6, 8), (1, 2, 6, 3, 4, 5, 7), (1, 2, 3, 6, 7), (1, 2, 6, 3), (6, 1, 2), (1, 3, 2, 4)]
)
def test_each_decision_and_vote_stays_with_its_item_in_any_order(order, form, document):
    items = document(told(order, form)).entries("items")
    assert [
        (
            int(str(item.value("number")).removeprefix("Ö ")),
            item.value("title"),
            item.value("decision_text"),
            item.entries("vote")[0].value("yes"),
        )
        for item in items
    ] == [(n, TITLES[n], f"Sache {n}.", n) for n in order]


def test_a_number_out_of_order_without_a_word_in_front_is_to_be_checked(document):
    found = document(told((1, 2, 6, 3, 4), "{n}. {title}")).entries("items")
    assert [item.values["number"].sure for item in found] == [True, True, False, False, True]
    assert found[2].values["number"].rule == "number-out-of-order"
    marked = document(told((1, 2, 6, 3), "TOP {n} {title}")).entries("items")
    assert all(item.values["number"].sure for item in marked)


def test_without_gaps_an_item_with_a_word_in_front_goes_on_where_the_order_was_left(document):
    text = told((1, 2, 6, 3, 4), "TOP {n} {title}").replace("\n\n", "\n").replace("Teil:\n", "Teil:\n\n")
    assert numbers(document(text)) == ["1", "2", "6", "3", "4"]


def test_a_line_that_may_be_an_item_is_reported_and_what_stands_above_is_to_be_checked(read):
    above = f"{HEAD}1. Eröffnung\n\nFrau Ahorn eröffnet.\n\n"
    text = f"{above}2. Haushalt\n6. Satzung\nBeschluss:\nJa.\nAbstimmungsergebnis: 9:0\n"
    found = read(text)
    (document,) = found.documents
    assert numbers(document) == ["1", "2"]
    assert checked(document.entries("items")[1]) == {"title", "decision_text", "vote.yes", "vote.no"}
    assert any(
        warning.endswith("Zeile 12 sieht aus wie TOP 6 und gehört vielleicht nicht zu TOP 2.")
        for warning in found.warnings
    )


def test_the_agenda_before_the_protocol_tells_which_number_is_an_item(document):
    text = (
        f"{HEAD}1. Eröffnung der Sitzung\n2. Haushaltssatzung\n3. Bericht der Verwaltung\n4. Lindenallee im Norden\n\n"
        "1. Eröffnung der Sitzung\n\nFrau Ahorn eröffnet.\n\n4. Lindenallee im Norden\nBeschluss:\n\n"
        "1. Der Plan\n2. Die Satzung\n3. Bericht\n\n2. Haushaltssatzung\nBeschluss:\n\nSie wird beschlossen.\n"
    )
    assert rows(document(text)) == [
        ("1", "Eröffnung der Sitzung", None),
        ("2", "Haushaltssatzung", "Sie wird beschlossen."),
        ("3", "Bericht der Verwaltung", None),
        ("4", "Lindenallee im Norden", "1. Der Plan\n2. Die Satzung\n3. Bericht"),
    ]


ITEMS = (
    "{h}1. Eröffnung\n\nText.\n\n2. Haushalt\n\nBeschluss:\n\n{list}\n\n"
    "Abstimmungsergebnis: 9:0\n\n{next}\n\nKeine.\n"
)


@pytest.mark.parametrize(
    "printed",
    [
        "1. Der Rat stimmt zu.\n2. Der Bericht folgt.\n3. Der Plan bleibt.",
        "1. Der Rat stimmt zu.\n\n2. Der Bericht folgt.\n\n3. Der Plan bleibt.",
        "1. Kauf des Geländes\n2. Bau der Halle\n3. Pflege",
        "1. Kauf des Geländes,\n2. Bau der Halle,\n3. Pflege,\n4. Betrieb",
        "1. Der Rat stimmt zu.\n2. Der Bericht folgt.",
    ],
)
@pytest.mark.parametrize("number", [3, 4])
def test_a_list_in_a_decision_is_no_row_of_items_and_the_next_item_is_found(printed, number, document):
    found = document(ITEMS.format(h=HEAD, list=printed, next=f"{number}. Anfragen"))
    assert numbers(found) == ["1", "2", str(number)]
    assert found.entries("items")[1].value("decision_text") == printed


def test_the_item_behind_a_list_is_found_after_one_was_taken_first(document):
    text = told((1, 2, 6, 3, 4), "{n}. {title}").replace("Sache 6.", "1. Sache\n2. Ding")
    assert numbers(document(text)) == ["1", "2", "6", "3", "4"]


def test_a_gap_inside_a_list_of_titles_is_a_doubt(read):
    printed = "1. Kauf des Geländes\n\n2. Bau der Halle\n\n3. Pflege"
    found = read(ITEMS.format(h=HEAD, list=printed, next="4. Anfragen"))
    item = found.documents[0].entries("items")[1]
    assert item.value("decision_text") == printed
    assert item.values["decision_text"].rule == "item-below"
    assert any("Zeile 19 sieht aus wie TOP 3" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "paragraph",
    [
        "25 Bürgerinnen und Bürger nehmen an der Sitzung\nteil.",
        "8 Ja-Stimmen, 2 Nein-Stimmen",
        "12 Mitglieder sind anwesend",
        "12. März 2026",
        "20.15 Uhr Ende",
        "17 von 20 Plätzen sind belegt",
        "6 Linden stehen dort, 3 fehlen.",
        "100 Jahre Feuerwehr",
    ],
)
def test_a_paragraph_that_begins_with_a_number_is_no_item(paragraph, document):
    for dot in ("", "."):
        text = f"{HEAD}1{dot} Eröffnung\n\nText.\n\n2{dot} Haushalt\n\n{paragraph}\n\n3{dot} Anfragen\n\nKeine.\n"
        assert numbers(document(text)) == ["1", "2", "3"]


def test_a_sentence_about_another_item_is_no_item(document):
    text = (
        f"{HEAD}TOP 1 Eröffnung\n\nTOP 3 wird vorgezogen.\n\nTOP 2 und TOP 4 werden vertagt.\n\n"
        "TOP 3 Bänke\n\nBeschluss:\n\nJa.\n\nTOP 2 Haushalt\n\nTOP 4 wurde abgesetzt.\n"
    )
    assert rows(document(text)) == [("1", "Eröffnung", None), ("3", "Bänke", "Ja."), ("2", "Haushalt", None)]


def test_a_leap_in_a_column_of_numbers_needs_no_gap(document):
    text = f"{AGENDA}1     Eröffnung\n2     Haushalt     VO/2026/011\n7     Bericht\n3     Anfragen\n"
    assert numbers(document(text), "agenda") == ["1", "2", "7", "3"]


def missing(read, text):
    return [warning.split(": ")[-1] for warning in read(text).warnings if "Zählung" in warning]


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("1. A\n2. B\n4. C\n", ["In der Zählung fehlt TOP 3."]),
        ("1. A\n3. B\n5. C\n", ["In der Zählung fehlen TOP 2 und 4."]),
        ("TOP 1 A\nTOP 2 B\nTOP 7 C\n", ["In der Zählung fehlen TOP 3 bis 6."]),
        ("1. A\n2. B\n3. C\n", []),
        ("1. A\n2. B\n2.1 C\n4. D\n", []),
        ("1. A\n2a. B\n4. D\n", []),
        ("1. A\n2. B\n\nNichtöffentlicher Teil\n\n1. C\n2. D\n", []),
        ("1. A\n2. B\n\nNichtöffentlicher Teil\n\n3. C\n4. D\n", []),
        ("Ö 1 A\nÖ 3 B\nN 4 C\n", ["In der Zählung fehlt TOP Ö 2."]),
        ("5. A\n6. B\n7. C\n", []),
    ],
)
def test_a_number_that_the_agenda_leaves_out_is_reported(printed, sentence, read):
    assert missing(read, AGENDA + printed) == sentence


def test_an_item_taken_first_is_found_behind_a_list_that_counts_up_to_it(document):
    printed = "1. Kauf\n2. Bau\n3. Pflege"
    assert numbers(
        document(ITEMS.format(h=HEAD, list=printed, next="4. Anfragen\n\nKeine.\n\n3. Bänke"))
    ) == [
        "1",
        "2",
        "4",
        "3",
    ]
    text = told((1, 7, 2), "{n}. {title}").replace("Sache 1.", "\n".join(f"{n}. Sache" for n in range(1, 7)))
    assert numbers(document(text)) == ["1", "7", "2"]


def test_a_long_list_of_titles_with_gaps_is_one_doubt(read):
    printed = "\n\n".join(f"{n}. Sache" for n in range(1, 9))
    found = read(ITEMS.format(h=HEAD, list=printed, next="3. Anfragen"))
    assert numbers(found.documents[0]) == ["1", "2", "3"]
    assert sum("sieht aus wie" in warning for warning in found.warnings) == 1
