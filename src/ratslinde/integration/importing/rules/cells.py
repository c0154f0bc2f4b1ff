"""What stands in a cell, read the way a person means it. What nobody has said is None, never no and never 0."""

from __future__ import annotations

import re
from itertools import pairwise

from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel.text import collapse, fold


class Unreadable(ValueError):
    """A cell that cannot be read; its message is a sentence for the person at the desk."""


UNKNOWN = frozenset({
    "", "unbekannt", "k.a.", "k.a", "k. a.", "ka", "keine angabe", "keine angaben", "ohne angabe", "ohne angaben",
    "o.a.", "o. a.", "nicht bekannt", "nicht angegeben", "nicht erfasst", "wird nachgereicht", "n/a", "n.a.", "n. n.",
    "n.n.", "tbd", "offen?", "weiß nicht", "weiss nicht",
})  # fmt: skip
_ONLY_MARKS = re.compile(r"[\s?.…\-–—_/]*[?.…\-–—_][\s?.…\-–—_/]*")
"""'???', '-', '...': somebody has left the cell open."""
_MARKS = tuple("?.…-–—/_")
NOBODY = frozenset({
    "nicht erf.", "nicht erforderlich", "ohne", "keine", "keiner", "kein", "niemand", "offen", "entfällt", "div.",
    "diverse", "verschiedene", "versch.", "alle", "egal", "noch offen", "in planung", "geplant", "in vorbereitung",
    "wird gesucht", "wird noch gesucht", "noch gesucht", "träger gesucht", "anbieter gesucht", "noch nicht bekannt",
    "noch unbekannt", "steht noch nicht fest", "noch nicht festgelegt", "noch zu klären", "nn", "noch kein träger",
})  # fmt: skip
"""What is no name of an actor, although it says something elsewhere."""
_BRACKET_BEHIND = re.compile(r"\s*\([^()]*\)$")
_PRIVATE = re.compile(r"privat(?:person)?(?=$|[ ,(/:])")
"""Somebody, and no organisation: who that is does not come in."""
_YES = frozenset({"ja", "j", "yes", "y", "true", "wahr", "x", "1", "✓", "✔", "ok"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "✗", "nicht", "kein", "keine"})
_SEPARATOR = re.compile(
    r"[,\n•&+]|(?<![^\W\d_]{4})/|/(?!-?(?:innen|in|r|n|e|er|es)\b)|\b(?:und|oder)\b|(?<=\s)u\.(?=\s)(?!\s?a\.)"
    r"|\s(?=u\.\s?a\.)"
)
"""Not the slash of 'Teilnehmer/innen'; colon and star part nothing anyway."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def is_unknown(text: str) -> bool:
    """Whether the cell says nothing."""
    bare = text.strip()
    return bare.casefold() in UNKNOWN or (bare[:1] in _MARKS and bool(_ONLY_MARKS.fullmatch(bare)))


def names_nobody(text: str) -> bool:
    """Whether no actor or offer can be called so."""
    word = _BRACKET_BEHIND.sub("", text.strip().casefold()) if text.endswith(")") else text.strip().casefold()
    word = word.rstrip(" !")
    return is_unknown(word) or word in NOBODY or bool(_PRIVATE.match(word))


def parts(text: str) -> list[str]:
    """The entries of a cell with several; without ; also those between commas, lines, slashes, plus signs and 'und'."""
    pieces = split(r"[;\n]", text) if ";" in text else [text[begin:end] for begin, end in spans(text)]
    return [part for part in map(collapse, pieces) if part]


def split(separator: str, text: str) -> list[str]:
    """The pieces between separators that do not stand in brackets."""
    cuts = [
        (0, 0),
        *(found.span() for found in re.finditer(separator, _blotted(text))),
        (len(text), len(text)),
    ]
    return [text[before[1] : after[0]] for before, after in pairwise(cuts)]


def _blotted(text: str) -> str:
    """The text, as long as before, without what stands in brackets: nothing is cut there."""
    return _IN_BRACKETS.sub(lambda met: "\x00" * len(met[0]), text) if "(" in text or "[" in text else text


def spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of the text begin and end that separators leave."""
    cuts = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(_blotted(text))), (len(text), len(text))]
    between = [(before[1], after[0]) for before, after in pairwise(cuts)]
    return [(begin, end) for begin, end in between if text[begin:end].strip()]


def yes_no(text: str) -> bool:
    """Yes or no."""
    word = fold(text.strip()).rstrip(".")
    if word in _YES or word.startswith("ja "):
        return True
    if word in _NO or word.startswith("nein"):
        return False
    raise Unreadable(f"„{text}“ ist weder ja noch nein.")


def choice(text: str, column: Column) -> str:
    """The stored value of one of the column's words."""
    key = key_of(text)
    for value, words in column.choices:
        if key in map(key_of, words):
            return value
    offered = ", ".join(f"„{words[0]}“" for _, words in column.choices)
    raise Unreadable(f"„{text}“ ist keine der Möglichkeiten {offered}.")
