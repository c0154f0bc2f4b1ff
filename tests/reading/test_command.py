"""`ratslinde read`: JSON for programs, a summary for people, one line for an error."""

from __future__ import annotations

import json

from tests.reading import samples

from ratslinde.reading.command import main


def file(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_json_of_one_file_is_one_object(tmp_path, capsys):
    assert main(["--json", file(tmp_path, "a.txt", samples.ANNOUNCEMENT)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"documents", "warnings"}
    assert answer["documents"][0]["agenda"][2]["title"] == 'Planung des Sommerfests "Brücken" am 02.09.2023'


def test_the_summary_is_in_german_and_marks_what_to_check(tmp_path, capsys):
    assert main([file(tmp_path, "a.txt", samples.SESSION_FILE)]) == 0
    printed = capsys.readouterr().out
    assert "1. Bekanntmachung, Zeilen 1 bis" in printed
    assert "     Gremium: Integrationsrat" in printed
    assert "4 | Beschluss über eine Bank aus Lindenholz | öffentlich" in printed
    assert "   ? Erläuterungen: Überblick" in printed
    assert "? voraussichtlich" in printed
    assert "2. ? Vorlage, Zeilen 30 bis 58, 6 Angaben bitte prüfen" in printed


def test_the_summary_counts_what_to_check_in_words_that_fit(tmp_path, capsys):
    main([file(tmp_path, "a.txt", samples.SESSION_FILE)])
    printed = capsys.readouterr().out
    assert "bis 26, nichts zu prüfen\n" in printed
    assert "bis 106, eine Angabe bitte prüfen\n" in printed
    assert " 1 Angaben" not in printed


def test_numbers_of_a_vote_are_marked_as_other_values_are(tmp_path, capsys):
    main([file(tmp_path, "a.txt", samples.LONG_MINUTES)])
    assert "[? Ja 9, ? Nein 2, ? Enthaltungen 1]" in capsys.readouterr().out


def test_every_word_and_every_warning_goes_through_the_translator(tmp_path, capsys):
    whole = file(tmp_path, "a.txt", samples.SESSION_FILE)
    bare, empty = file(tmp_path, "b.txt", "Bekanntmachung\n\nGremium: Rat\n"), file(tmp_path, "leer.txt", "")
    assert main([whole, bare, empty], translate=lambda text: f"<{text}>") == 1
    printed = capsys.readouterr()
    assert printed.err == "leer.txt: <Die Datei ist leer.>\n"
    assert (
        "1. <Bekanntmachung>, <Zeilen 1 bis 26>, <nichts zu prüfen>\n     <Gremium>: Integrationsrat"
        in printed.out
    )
    assert "     <Beteiligungen>: <keine>\n" in printed.out
    assert "     <Beratungsfolge>:\n       Integrationsrat | 2023-06-14 | Kenntnisnahme\n" in printed.out
    assert "\n! <Bekanntmachung „Rat“: Nicht gefunden wurde der Tag" in printed.out


def test_the_sentences_in_the_json_stay_german(tmp_path, capsys):
    main(["--json", file(tmp_path, "a.txt", "Bekanntmachung\n\nGremium: Rat\n")], translate=str.upper)
    assert "Nicht gefunden wurde der Tag" in json.loads(capsys.readouterr().out)["warnings"][0]


def test_warnings_are_part_of_the_summary(tmp_path, capsys):
    main([file(tmp_path, "a.txt", "Bekanntmachung\n\nGremium: Rat\n")])
    assert "! Bekanntmachung „Rat“: Nicht gefunden wurde der Tag der Sitzung" in capsys.readouterr().out


def test_an_error_is_one_line_and_the_other_files_are_read(tmp_path, capsys):
    empty, good = file(tmp_path, "leer.txt", ""), file(tmp_path, "a.txt", samples.ANNOUNCEMENT)
    assert main([empty, good]) == 1
    captured = capsys.readouterr()
    assert captured.err == "leer.txt: Die Datei ist leer.\n"
    assert "Bekanntmachung" in captured.out
