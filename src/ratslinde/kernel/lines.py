"""Lines of a pasted text: which breaks were meant."""

from __future__ import annotations

import itertools
import re

_DIVIDED = re.compile(r"\w-$")
_SUSPENDED = re.compile(r"(und|oder|bzw|sowie|als|bis|wie)\b")  # "Vor-" + "und Nachteile" is no divided word
_OPEN_END = re.compile(  # no sentence and no item of a list ends so
    r"(,|\b(der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|sowie|mit|von|vom|zu|zum|zur|in|im|an|am"
    r"|auf|aus|bei|beim|für|über|durch|nach|ohne|um|wird|werden|ist|sind|dass|als))$"
)
_WRAPPED_FROM = 60  # characters; a shorter line was ended by a person, not by a program


def joined(lines: list[str]) -> str:
    """Return the lines, none of them empty, as one text.

    A break that a program made to fit a width becomes a blank; one that a person made stays a newline.
    """
    texts = [line.strip() for line in lines]
    longest = max(map(len, texts))
    pairs = list(itertools.pairwise(texts))
    wrapped = any(_runs_on(line, following) for line, following in pairs)
    text = texts[0]
    for line, following in pairs:
        if not wrapped or len(line) < longest * 0.75:
            text += "\n" + following
        elif _DIVIDED.search(line) and following[0].islower() and not _SUSPENDED.match(following):
            text = text[:-1] + following
        else:
            text += " " + following
    return text


def _runs_on(line: str, following: str) -> bool:
    return len(line) >= _WRAPPED_FROM and (following[0].islower() or bool(_OPEN_END.search(line)))
