"""The command line speaks the language of the person at the terminal."""

from __future__ import annotations

import pytest

from ratslinde.site import commandline
from ratslinde.site.wording import german

NAMES = [module.__name__.rsplit(".", 1)[1].rstrip("_") for module in commandline.COMMANDS]


@pytest.mark.parametrize("locale", ["", "C", "C.UTF-8", "POSIX", "de", "de_AT.UTF-8", "DE_de"])
def test_german_is_spoken_where_no_other_language_is_asked_for(monkeypatch, locale):
    monkeypatch.setenv("LANG", locale)
    assert german()


@pytest.mark.parametrize("name", ["LANGUAGE", "LC_ALL", "LC_MESSAGES"])
def test_english_is_spoken_elsewhere_and_the_stronger_setting_wins(monkeypatch, name):
    monkeypatch.setenv(name, "en_GB.UTF-8")
    assert not german()


@pytest.mark.parametrize(
    ("languages", "spoken"),
    [("fr:de:en", True), ("en:de", False), ("fr:it", False), ("de_AT.UTF-8:en", True), (":", True)],
)
def test_of_several_languages_the_first_that_is_spoken_counts(monkeypatch, languages, spoken):
    monkeypatch.setenv("LANGUAGE", languages)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert german() is spoken


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_in_both_languages(call, monkeypatch, name):
    in_german = call(name, "--help")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    in_english = call(name, "--help")
    assert (in_german.code, in_english.code) == (0, 0)
    assert in_german.out.startswith("Aufruf: ratslinde")
    assert "zeigt diese Hilfe" in in_german.out
    assert in_english.out.startswith("usage: ratslinde")
    assert "show this help message" in in_english.out
    first = [text.split("\n\n")[1] for text in (in_german.out, in_english.out)]
    assert first[0] != first[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "ratslinde: es fehlt: BEFEHL"),
        (["nix"], "gibt es nicht; möglich:"),
        (["adopt"], "es fehlt: DATEI, --as"),
        (["adopt", "x", "--as"], "--as: erwartet eine Angabe"),
        (["read", "--nix", "x"], "unbekannte Angabe: --nix"),
        (["invite", "a", "b", "--as", "c", "--role", "king"], "--role: 'king' gibt es nicht"),
        (["serve", "--port", "0"], "ein Port liegt zwischen 1 und 65535"),
        (["serve", "--port", "x"], "ist kein gültiger Wert"),
    ],
)
def test_a_wrong_call_is_said_in_german_and_ends_with_2(call, arguments, sentence):
    answer = call(*arguments)
    assert answer.code == 2
    assert sentence in answer.err.splitlines()[-1]
    assert "error" not in answer.err


def test_a_wrong_call_is_said_in_english(call, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert (
        call("adopt").err.splitlines()[-1]
        == "ratslinde adopt: error: the following arguments are required: FILE, --as"
    )


def test_the_version_is_told(call):
    assert call("--version").out.startswith("Ratslinde ")
