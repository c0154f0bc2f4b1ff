"""Sentences of running text that tell of a vote, whatever lines they are printed in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from ratslinde.reading.minutes.groups import heads_counts
from ratslinde.reading.minutes.telling import BARE, COUNT, SENTENCE, counts_alone, tells_result
from ratslinde.reading.rules import load
from ratslinde.reading.text.joining import BULLET, join
from ratslinde.reading.text.lines import Line

_END = re.compile(
    r"(?:(?<=[a-zäöüß€)“\"%][a-zäöüß€)“\"%][.!?])|(?<=[a-zäöüß][.!?][)“\"])|(?<=\d{4}\.)|(?<=\)\.))\s+(?=[„\"]?[A-ZÄÖÜ\d])"
)

_HINTS: tuple[str, ...] = tuple(load("votes")["hints"])


class Statement(msgspec.Struct, frozen=True):
    """One sentence, the lines it is printed in, and the text before it in its paragraph."""

    text: str
    lines: list[Line]
    before: str


def statements_of(body: list[Line]) -> Iterator[Statement]:
    """Yield the sentences that may tell a vote, in printed order."""
    above = ""
    for block in _blocks(body):
        if any(_may_tell(line.text) for line in block):
            yield from _in_block(block, above)
        above = block[-1].text if block else above


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a text; a dot behind a number or a single letter ends none."""
    return _END.split(text)


def _may_tell(text: str) -> bool:
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return BARE.fullmatch(text) is not None
    tells = (SENTENCE.search(text), COUNT.match(text), heads_counts(text), counts_alone(text))
    return any(tells) or BARE.fullmatch(text) is not None


def _blocks(body: list[Line]) -> Iterator[list[Line]]:
    """Yield paragraphs; an entry of a list, a line that is all result, and lines of counts each are one."""
    block: list[Line] = []
    gap = False
    for line in body:
        if not line.text:
            gap = True
            continue
        if block and not _goes_on(block[-1], line, gap=gap):
            yield block
            block = []
        block.append(line)
        gap = False
    if block:
        yield block


def _goes_on(above: Line, line: Line, *, gap: bool) -> bool:
    if heads_counts(above.text):
        return True
    counts = COUNT.match(above.text) is not None
    if COUNT.match(line.text):
        return counts
    if ":" in line.text and line.text[0].isupper() and _may_tell(line.text) and _may_tell(above.text):
        return False
    return not (
        gap or counts or BULLET.match(line.text) or tells_result(line.text) or tells_result(above.text)
    )


def _in_block(block: list[Line], above: str) -> Iterator[Statement]:
    """Yield the sentences of a paragraph, each with the lines that it touches."""
    text, ends = "", []
    for line in block:
        text = join(text, line.text)
        ends.append(len(text))
    position, before = 0, above
    for sentence in sentences_in(text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        if _may_tell(sentence):
            first, last = bisect_right(ends, start), bisect_left(ends, position)
            yield Statement(sentence, block[first : last + 1], before)
        before = sentence
