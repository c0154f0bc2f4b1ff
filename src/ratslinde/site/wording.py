"""The command line speaks German, or English where the locale asks for another language than German."""

from __future__ import annotations

import argparse
import os

_ARGPARSE = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Optionen",
    "show this help message and exit": "zeigt diese Hilfe",
    "show program's version number and exit": "zeigt die Version",
    "the following arguments are required: %s": "es fehlt: %s",
    "unrecognized arguments: %s": "unbekannte Angabe: %s",
    "expected one argument": "erwartet eine Angabe",
    "expected at least one argument": "erwartet mindestens eine Angabe",
    "expected at most one argument": "erwartet höchstens eine Angabe",
    "invalid %(type)s value: %(value)r": "%(value)r ist kein gültiger Wert",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r gibt es nicht; möglich: %(choices)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s ist mehrdeutig: %(matches)s",
    "ignored explicit argument %r": "die Angabe %r gehört hier nicht hin",
    "not allowed with argument %s": "geht nicht zusammen mit %s",
    "one of the arguments %s is required": "es fehlt eines von: %s",
}


def german() -> bool:
    """Whether to speak German: by LANGUAGE, LC_ALL, LC_MESSAGES, LANG; also where none names a language.

    LANGUAGE may name several, the dearest first: the first of them that is spoken here counts.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        named = [each.split(".")[0].lower() for each in os.environ.get(name, "").split(":")]
        languages = [each for each in named if each]
        if languages:
            return _is_german(next(filter(_is_spoken, languages), languages[0]))
    return True


def _is_german(language: str) -> bool:
    return language in ("c", "posix") or language.startswith("de")


def _is_spoken(language: str) -> bool:
    return _is_german(language) or language.startswith("en")


def say(in_german: str, in_english: str) -> str:
    """The text in the language of the person at the terminal."""
    return in_german if german() else in_english


def translate_argparse() -> None:
    """Let argparse's own texts follow `say`.

    It asks gettext, which would need a compiled catalogue; its two look-up functions are replaced instead.
    """
    vars(argparse)["_"] = _translated
    vars(argparse)["ngettext"] = _counted


def _translated(text: str) -> str:
    return _ARGPARSE.get(text, text) if german() else text


def _counted(one: str, many: str, number: int) -> str:
    if german():
        return "erwartet %s Angabe" if number == 1 else "erwartet %s Angaben"
    return one if number == 1 else many
