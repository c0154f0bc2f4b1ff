"""What an agenda keeps from the public: a non-public item is never read as public without a doubt."""

from __future__ import annotations

import pytest

HEAD = "Bekanntmachung\n\nDie 4. Sitzung des Kulturausschusses Lindenhagen findet am 02.06.2026 statt.\n\n"
PUBLIC = f"{HEAD}Tagesordnung\n\nÖffentlicher Teil\n\n1. Stadtbücherei\n2. Musikschule\n\n"
CLOSED = "3. Ankauf eines Gemäldes\n4. Mietvertrag\n"


def told(document):
    fields = [item.values["public"] for item in document.entries("agenda")]
    return [(field.value, field.sure) for field in fields]


@pytest.mark.parametrize(
    "heading",
    [
        "Voraussichtlich nichtöffentlicher Teil",
        "Voraussichtlich nicht öffentlich",
        "Nicht-öffentlich",
        "Nicht-öffentliche Tagesordnungspunkte",
        "NÖ",
        "NÖ-Teil",
        "n.ö. Sitzung",
        "nichtöff. Teil",
        "II. Vertraulicher Teil",
        "In geschlossener Sitzung:",
        "Teil B (nichtöffentlich)",
        "B) nichtöffentlich",
        "Anschließend: nichtöffentliche Sitzung",
        "Sitzung unter Ausschluss der Öffentlichkeit",
        "Nichtöffentliche Beratungsgegenstände",
        "N I C H T Ö F F E N T L I C H E R   T E I L",
        "Nichtöffentlicher Teil gemäß § 48 Abs. 2 GO",
        "Nicht öffentlich (nur für Mitglieder)",
        "Nichtöffentlich, voraussichtlich ab 20:00 Uhr",
        "Beratung in nicht öffentlicher Sitzung",
    ],
)
def test_a_heading_of_the_non_public_part_is_known_in_many_words(document, heading):
    assert told(document(f"{PUBLIC}{heading}\n\n{CLOSED}")) == [(True, True)] * 2 + [(False, True)] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Es schließt sich eine nichtöffentliche Sitzung an.",
        "Die folgenden Punkte werden voraussichtlich in\nnichtöffentlicher Sitzung behandelt:",
        "(Die Öffentlichkeit ist ausgeschlossen.)",
        "Öffentlicher Teil / Nichtöffentlicher Teil",
        "Öffentliche Sitzung, anschließend nichtöffentliche Sitzung",
        "Nicht für die Öffentlichkeit bestimmt",
        "Vertraulich",
    ],
)
def test_words_that_only_hint_at_the_non_public_part_leave_a_doubt(document, words):
    assert told(document(f"{PUBLIC}{words}\n\n{CLOSED}")) == [(True, True)] * 2 + [(False, False)] * 2


def test_a_public_part_behind_the_non_public_one_is_public_again(document):
    end = "Öffentlicher Teil\n\n5. Bekanntgabe der Beschlüsse\n"
    found = told(document(f"{PUBLIC}Voraussichtlich nichtöffentlich\n\n{CLOSED}\n{end}"))
    assert found[-3:] == [(False, True), (False, True), (True, True)]


def test_items_counted_with_two_letters_tell_what_is_public(document):
    found = document(
        f"{HEAD}Tagesordnung\n\nÖ 1 Stadtbücherei\nÖ 2 Musikschule\nNÖ 3 Ankauf\nNÖ 4 Mietvertrag\n"
    )
    assert [item.value("number") for item in found.entries("agenda")] == ["Ö 1", "Ö 2", "NÖ 3", "NÖ 4"]
    assert told(found) == [(True, True)] * 2 + [(False, True)] * 2


def test_a_word_below_each_title_tells_of_that_item_alone(document):
    rows = "1. Stadtbücherei\n   öffentlich\n2. Ankauf\n   nichtöffentlich\n3. Musikschule\n   öffentlich\n"
    found = document(f"{HEAD}Tagesordnung\n\n{rows}")
    assert [value for value, _ in told(found)] == [True, False, True]


@pytest.mark.parametrize(
    "mark",
    ["(nö)", "(nicht öffentlich)", "- nichtöffentlich -", "(n.ö.)", ", nichtöffentlich", ": vertraulich"],
)
def test_a_mark_behind_a_title_keeps_the_item_from_the_public(document, mark):
    found = document(f"{PUBLIC}3. Ankauf eines Gemäldes {mark}\n4. Ausstellung\n")
    assert [value for value, _ in told(found)] == [True, True, False, True]


@pytest.mark.parametrize("mark", ["NÖ:", "(nö)", "Nichtöffentlich:"])
def test_a_mark_in_front_of_a_title_keeps_the_item_from_the_public(document, mark):
    found = document(f"{PUBLIC}3. {mark} Ankauf eines Gemäldes\n4. Ausstellung\n")
    assert [value for value, _ in told(found)] == [True, True, False, True]


def test_items_that_only_speak_of_the_non_public_part_stay_public(document):
    rows = (
        "3. Ausschluss der Öffentlichkeit zu TOP 5\n4. Bekanntgabe der nichtöffentlich gefassten Beschlüsse\n"
    )
    assert told(document(PUBLIC + rows)) == [(True, True)] * 4


def test_words_for_the_non_public_part_in_a_column_are_known(read_html):
    cells = [
        ("Stadtbücherei", "öffentlich"),
        ("Ankauf", "n.ö."),
        ("Pacht", "vertraulich"),
        ("Musikschule", "Ö"),
    ]
    rows = "".join(f"<tr><td>{n}</td><td>{a}</td><td>{b}</td></tr>" for n, (a, b) in enumerate(cells, 1))
    found = read_html(
        "<h1>Tagesordnung der 4. Sitzung des Kulturausschusses am 02.06.2026</h1>"
        f"<table><tr><th>TOP</th><th>Betreff</th><th>Status</th></tr>{rows}</table>"
    )
    assert told(found) == [(True, True), (False, True), (False, True), (True, True)]


def test_a_mark_behind_the_number_of_a_paper_is_no_part_of_the_title(document):
    found = document(
        f"{PUBLIC}II. Nichtöffentlich\n\n    3. Ankauf eines Gemäldes\n       Drs. 61/2026 (nö)\n"
    )
    last = found.entries("agenda")[-1]
    assert [last.value(key) for key in ("title", "paper_reference", "public")] == [
        "Ankauf eines Gemäldes",
        "61/2026",
        False,
    ]


def test_a_mark_that_may_mean_the_minutes_leaves_a_doubt(document):
    found = document(f"{PUBLIC}3. Genehmigung der Niederschrift (nichtöffentlich)\n4. Ausstellung\n")
    assert told(found)[2:] == [(False, False), (True, True)]


@pytest.mark.parametrize(
    "title",
    [
        "Genehmigung der Niederschrift\n   - öffentlicher Teil -",
        "Genehmigung der Niederschrift über den\n   öffentlichen Teil der Sitzung",
    ],
)
def test_minutes_of_a_public_part_do_not_open_the_non_public_one(document, title):
    found = document(f"{PUBLIC}Nichtöffentlicher Teil\n\n3. {title}\n4. Mietvertrag\n")
    assert told(found)[2:] == [(False, True)] * 2


def test_the_part_that_minutes_are_of_stays_in_the_title_of_a_table(read_html):
    rows = "<tr><td>Ö 1</td><td>Protokoll der 3. Sitzung<br>(öffentlicher Teil)</td></tr>"
    rows += "<tr><td>Ö 2</td><td>Musikschule</td></tr>"
    found = read_html(
        "<h1>Tagesordnung der 4. Sitzung des Kulturausschusses am 02.06.2026</h1>"
        f"<table><tr><th>TOP</th><th>Betreff</th></tr>{rows}</table>"
    )
    assert found.entries("agenda")[0].value("title") == "Protokoll der 3. Sitzung (öffentlicher Teil)"


def test_a_number_of_a_paper_in_no_known_form_leaves_the_title_in_doubt(document):
    rows = "1.   Stadtbücherei             K26#7\n2.   Musikschule               K26#9\n"
    titles = [item.values["title"] for item in document(f"{HEAD}Tagesordnung\n\n{rows}").entries("agenda")]
    assert not any(title.sure for title in titles)


def test_a_number_with_the_term_in_front_is_that_of_a_paper(document):
    found = document(f"{HEAD}Tagesordnung\n\n1.   Stadtbücherei             XIX/0611\n2.   Musikschule\n")
    assert [found.entries("agenda")[0].value(key) for key in ("title", "paper_reference")] == [
        "Stadtbücherei",
        "XIX/0611",
    ]
