"""Text to terms, the same way for what is indexed and for what is asked.

A term is ASCII: two words have the same term when a reader takes one for a form of the other (Bäume, Baum; Foerderung,
Förderung; Migrant, Migrant*innen). Nothing else of a text ever reaches a database query.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from ratslinde.kernel.text import fold

MOST_LETTERS = 60
_SOFT_HYPHEN = "\u00ad"
# A gender mark belongs to its word when lower-case "in" or "innen" follows; "Thema:Innenstadt" are two words.
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u00ad\u0300-\u036f])*"
    r"(?:[*:_·](?:innen[^\W_]*|in(?![^\W_]))|/-?(?:innen|in)(?![^\W_])|\((?:innen|in)\)|\(inn\)en)?"
)
_GENDER_MARK = re.compile(r"[^\w]|_")
_WOMEN = re.compile(r"(.{4,})innen")
_WOMAN = re.compile(r"(.*(?:ant|ent|ist|ärzt|aerzt|eut|og|eg|wält|waelt|rät|raet))in")
_PLAIN = re.compile(r"[a-z0-9]+")
_own = threading.local()  # a Stemmer must not be shared between threads


class Word(NamedTuple):
    """A word where it stands: `text[start:end]`; `plain` is it in lower case, without gender mark and hyphens."""

    plain: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(text):
        yield Word(_plain(found[0]), found.start(), found.end())


@lru_cache(maxsize=50_000)
def term(plain: str) -> str:
    """The term of a word (`Word.plain`): letters a to z and digits, never empty, at most `MOST_LETTERS` long."""
    stem = _stemmer().stemWord(masculine(plain).replace("ß", "ss"))
    folded = fold(stem)[:MOST_LETTERS]
    if _PLAIN.fullmatch(folded):
        return folded
    # Other scripts: the databases disagree on what is a letter, but not on this.
    return "z" + (folded or plain).encode("utf-8", "replace").hex()[:MOST_LETTERS]


def masculine(plain: str) -> str:
    """'migrantinnen' → 'migrant': the stemmer keeps these apart, a reader does not."""
    found = _WOMEN.fullmatch(plain) or _WOMAN.fullmatch(plain)
    return found[1] if found else plain


def _plain(word: str) -> str:
    composed = unicodedata.normalize("NFC", word.replace(_SOFT_HYPHEN, ""))
    return _GENDER_MARK.sub("", composed).lower()


def _stemmer() -> Stemmer.Stemmer:
    if not hasattr(_own, "stemmer"):
        _own.stemmer = Stemmer.Stemmer("german")
    return _own.stemmer
