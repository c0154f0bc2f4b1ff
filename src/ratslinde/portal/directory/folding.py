"""Words as they are compared, language by language: what a reader takes for the same word has a form in common.

Stems where Snowball has them; Ukrainian, which it has not, loses its most frequent endings. Nothing here is stored.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import Stemmer

from ratslinde.kernel.languages import SIMPLE
from ratslinde.kernel.text import fold
from ratslinde.record.searching import analysis

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_PARTED = re.compile(r"(?<=\w)[·‧\u00ad](?=\w)")  # Leichte Sprache: Sprach·kurs
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARABIC_LETTERS = str.maketrans("أإآٱىؤئک", "اااايويك")
_ARABIC_ARTICLE = re.compile(r"^(?:[وف]?(?:ال|بال|كال|لل)|و)(?=\w{3})")
_ARABIC_ENDING = re.compile(r"(?<=\w{3})(?:ات|ون|ين|ان|يه|ه|ي)$")
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})
_UKRAINIAN = re.compile(
    r"(?<=\w{3})(?:ами|ями|ього|ому|ого|ими|іми|ові|еві|ися|ів|їв|ам|ям|ах|ях|ою|ею|єю|их|іх|им|ої|ій|ий|а|я|у|ю|и|і|ї|о|е|є|ь)$"
)
_own = threading.local()  # a Stemmer must not be shared between threads
Forms = tuple[str, ...]


def forms(text: str, language: str) -> Iterator[Forms]:
    """Each word of the text with the forms under which it is found, the whole word folded first."""
    parts = analysis.words(_PARTED.sub("", text)) if language in ("de", SIMPLE) else None
    words = (
        [word.plain for word in parts] if parts is not None else _WORD.findall(_ARABIC_MARKS.sub("", text))
    )
    for word in words:
        yield of_word(word, language)


def split(words: str) -> list[str]:
    """What somebody typed, word by word, before it is known in which language."""
    return _WORD.findall(_ARABIC_MARKS.sub("", _PARTED.sub("", words)))


@lru_cache(maxsize=60_000)
def bare(word: str) -> str:
    """The word without what people leave out or mix up when they type, in any language: to see which look alike."""
    plain = (
        _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", word))
        .translate(_ARABIC_LETTERS)
        .replace("ة", "ه")
    )
    return fold(re.sub("['’ʼ]", "", plain)).replace("ı", "i")


def lowered(word: str, language: str) -> str:
    """The word in small letters, which are others in Turkish."""
    return (word.translate(_TURKISH) if language == "tr" else word).lower()


@lru_cache(maxsize=60_000)
def of_word(word: str, language: str) -> Forms:
    """The forms of a word in a language, the whole word folded first, each once."""
    return tuple(dict.fromkeys(form for form in _ANALYSERS[language](word) if form))


def _german(word: str) -> Forms:
    plain = unicodedata.normalize("NFC", word).lower()
    return fold(plain), analysis.term(plain) if plain.isascii() or fold(plain).isascii() else ""


def _english(word: str) -> Forms:
    whole = fold(word.replace("’", "'"))
    return whole, fold(_stemmed(whole, "english"))


def _turkish(word: str) -> Forms:
    lower = unicodedata.normalize("NFC", lowered(word, "tr"))
    return _dotless(lower), _dotless(_stemmed(lower, "turkish"))


def _dotless(word: str) -> str:
    """Without any of the marks that somebody with another keyboard cannot type."""
    return fold(word).replace("ı", "i")


def _arabic(word: str) -> Forms:
    plain = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_ARABIC_LETTERS)
    bare = _ARABIC_ARTICLE.sub("", plain)
    ended = bare.replace("ة", "ه")
    return plain.replace("ة", "ه"), ended, _ARABIC_ENDING.sub("", ended), _stemmed(bare, "arabic")


def _ukrainian(word: str) -> Forms:
    plain = unicodedata.normalize("NFC", re.sub("['’ʼ]", "", word)).lower().replace("ґ", "г")
    return fold(plain), fold(_UKRAINIAN.sub("", plain))


def _stemmed(word: str, algorithm: str) -> str:
    stemmers = _own.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm)
    stem: str = stemmers[algorithm].stemWord(word)
    return stem


_ANALYSERS: dict[str, Callable[[str], Forms]] = {
    "de": _german, SIMPLE: _german, "en": _english, "tr": _turkish, "ar": _arabic, "uk": _ukrainian,
}  # fmt: skip
