"""Items of agendas and minutes: their numbers, titles of several lines, and numbers of papers beside them."""

from __future__ import annotations

HEAD = (
    "{kind}\n\nüber die 4. Sitzung des Rates der Gemeinde Lindenau am 12.03.2026, 18:00 Uhr, im Rathaus\n\n"
)
MINUTES = HEAD.format(kind="Niederschrift")
AGENDA = HEAD.format(kind="Tagesordnung").replace("über die", "für die")


def rows(document, part="agenda", keys=("number", "title", "paper_reference")):
    return [tuple(entry.value(key) for key in keys) for entry in document.entries(part)]


def test_attachments_counted_behind_the_number_of_a_paper_are_no_title(document):
    text = f"{AGENDA}1. Eröffnung\n2. Zuwendungen an Vereine\n(Drucks. Nr. 0333/2026 mit 1 Anlage)\n"
    assert rows(document(text))[1] == ("2", "Zuwendungen an Vereine", "0333/2026")


def test_the_number_of_a_paper_may_stand_in_a_frame_below_the_title(document):
    text = f"{AGENDA}TOP 1  Eröffnung\nTOP 2  Haushaltssatzung\n       - Vorlage LB 12/21-26 -\nTOP 3  Anfragen\n"
    assert rows(document(text))[1] == ("2", "Haushaltssatzung", "LB 12/21-26")


def test_a_word_behind_a_semicolon_belongs_to_the_title(document):
    text = f"{AGENDA}1   Eröffnung\n2   Beteiligungsbericht;\n    Kenntnisnahme\n3   Anfragen\n"
    assert rows(document(text))[1] == ("2", "Beteiligungsbericht; Kenntnisnahme", None)


def test_a_title_in_a_column_goes_on_behind_a_dash(document):
    text = (
        f"{AGENDA}Öffentlicher Teil\n\n1       Eröffnung\n"
        '2       Bebauungsplan Nr. 45 "Lindenallee"      VO/2026/011\n'
        "        - Satzungsbeschluss\n3       Mitteilungen\n"
    )
    assert rows(document(text))[1] == (
        "2",
        'Bebauungsplan Nr. 45 "Lindenallee" - Satzungsbeschluss',
        "VO/2026/011",
    )


def test_an_agenda_may_begin_where_its_nonpublic_part_ended(document):
    text = (
        f"{AGENDA}Nicht öffentliche Tagesordnung - 16:00 Uhr\n\n- siehe Anlage -\n\n"
        "Öffentliche Tagesordnung - 16:30 Uhr\n\n5.  Mitteilungen\n\n5.1.  Stand der Anträge\n\n6.  Anfragen\n"
    )
    assert rows(document(text), keys=("number", "public")) == [("5", True), ("5.1", True), ("6", True)]


def test_a_dotted_list_inside_an_item_ends_where_an_item_without_a_dot_begins(document):
    text = (
        f"{MINUTES}Öffentlicher Teil:\n\n 1      Eröffnung\n\n Frau Ahorn eröffnet.\n\n 2      Haushalt\n\n"
        " Herr Esche erläutert:\n\n 1. Einnahmen\n 2. Ausgaben\n\n 3      Bericht\n\n\n\n 4      Anfragen\n\n Keine.\n"
    )
    assert [number for number, *_ in rows(document(text), "items")] == ["1", "2", "3", "4"]


def test_the_agenda_may_count_in_the_same_words_as_the_protocol(document):
    text = (
        f"{MINUTES}Tagesordnung:\n\nÖffentlicher Teil\n\nPunkt 1:   Eröffnung und Begrüßung\nPunkt 2:   Haushalt\n\n"
        "Nichtöffentlicher Teil\n\nPunkt 3:   Personal\n\n"
        "Zu Punkt 1:   Eröffnung und Begrüßung\n\nFrau Ahorn eröffnet.\n\nZu Punkt 2:   Haushalt\n\n"
        "Beschluss:\n\nDer Haushalt wird beschlossen.\n\nZu Punkt 3:   Personal\n\nVertraulich.\n"
    )
    assert rows(document(text), "items", ("number", "public", "decision_text")) == [
        ("1", True, None),
        ("2", True, "Der Haushalt wird beschlossen."),
        ("3", False, None),
    ]


def test_a_heading_parted_from_its_only_item_has_no_share_in_the_decision(document):
    text = (
        f"{MINUTES}Öffentlicher Teil\n\n1       Eröffnung\n\nFrau Ahorn eröffnet.\n\n2       Anträge\n\n"
        "2.1     Antrag zu Sprachkursen\n        AN/0123/2026\n\nBeschluss:\n\nEs gibt Kurse.\n\n3       Anfragen\n"
    )
    found = rows(document(text), "items", ("number", "paper_reference", "decision_text"))
    assert found[1:3] == [("2", None, None), ("2.1", "AN/0123/2026", "Es gibt Kurse.")]
