"""What a list itself is not sure about: 'Verein?', 'evtl. Bürgerhaus', 'ca. 20'. It is asked about, never a fact."""

from __future__ import annotations

import re

from ratslinde.kernel.text import collapse

_WORDS = re.compile(
    r"(?i)\b(?:evtl|eventuell|vermutlich|vielleicht|vllt|vlt|wahrscheinlich|wahrsch|angeblich|mutmaßlich|möglicherweise"
    r"|ungeklärt|fraglich|unsicher|noch unklar|noch zu klären|bitte klären|zu prüfen|stimmt das)(?!\w)\.?"
)
_MARK = re.compile(r"\(\s*\?+\s*\)|\?+(?=\s*(?:$|[)\],;/]))")
_ABOUT = re.compile(r"(?i)\b(?:ca|circa|zirka|ungef(?:ähr)?|etwa|rund)\b\.?\s*(?=\d)|~\s*(?=\d)")


def is_doubtful(text: str) -> bool:
    """Whether the cell itself says that somebody is not sure of it."""
    return bool(_MARK.search(text) or _WORDS.search(text))


def is_about(text: str) -> bool:
    """Whether a number is only roughly right: 'ca. 20'."""
    return bool(_ABOUT.search(text))


def without_doubt(text: str) -> str:
    """What is meant, without the question mark and the words of doubt."""
    return collapse(_WORDS.sub("", _MARK.sub("", text))).strip(" ,;:/–-")
