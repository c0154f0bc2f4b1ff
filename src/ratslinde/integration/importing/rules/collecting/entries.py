"""The entries of a cell with several, where the town's own words may themselves hold a comma or an 'und'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ratslinde.integration.importing.rules import cells
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel.text import collapse

_AND = ("und", "u")
_HARD = r"[;\n]"


def entries(text: str, among: Mapping[str, str]) -> list[str]:
    """What the cell lists. `among`: the town's words by `word_key`; one of them is never cut.

    Between semicolons and lines a cell is cut further only into words that the town has.
    """
    hard = [part for part in (collapse(each) for each in cells.split(_HARD, text)) if part]
    if len(hard) == 1 and len(cells.split(";", text)) == 1:
        return list(_longest(hard[0], among))
    return [entry for part in hard for entry in _cut(part, among)]


def known(text: str, among: Mapping[str, str]) -> str | None:
    """The public id of the town's word; None for none."""
    return among.get(key_of(text)) or among.get(word_key(text))


def word_key(text: str) -> str:
    """How a word is compared: 'Leben, Kultur, Sport' and 'Leben, Kultur & Sport' are one."""
    words = key_of(text).split()
    return " ".join([word for word in words if word not in _AND] or words)


def _cut(part: str, among: Mapping[str, str]) -> list[str]:
    found = list(_longest(part, among))
    return found if all(known(each, among) for each in found) else [part]


def _longest(text: str, among: Mapping[str, str]) -> Iterator[str]:
    """From the left the longest piece that is one of the words; where none is, the piece up to the next separator."""
    pieces = cells.spans(text)
    at = 0
    while at < len(pieces):
        begin = pieces[at][0]
        ends = range(len(pieces), at, -1)
        end = next((each for each in ends if known(text[begin : pieces[each - 1][1]], among)), at + 1)
        yield collapse(text[begin : pieces[end - 1][1]])
        at = end
