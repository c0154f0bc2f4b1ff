"""The lines and sentences of a file that belong to one entry, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ratslinde.council.adoption.drafting import Adoption
from ratslinde.kernel.text import collapse
from ratslinde.reading import Entry, Span

Passage = tuple[Span, str]
"""Where it stands, and what it says."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ\d„])")
_END = Span(page=0, first_line=0, last_line=0)


def lines_of(adoption: Adoption, span: Span | None) -> list[Passage]:
    """The lines of a span."""
    if span is None:
        return []
    numbered = enumerate(adoption.source.lines[span.first_line - 1 : span.last_line], start=span.first_line)
    return [(Span(page=line["page"], first_line=at, last_line=at), line["text"]) for at, line in numbered]


def below_title(adoption: Adoption, entry: Entry) -> list[Passage]:
    """The lines of an entry below its title; none where the title stands nowhere."""
    title = entry.values.get("title")
    if title is None or title.span is None:
        return []
    end = title.span.last_line
    return [(span, line) for span, line in lines_of(adoption, entry.span) if span.first_line > end]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE.split(collapse(text))


def sentences_in(lines: Sequence[Passage]) -> list[Passage]:
    """The sentences of each paragraph, with the lines of the paragraph."""
    found: list[Passage] = []
    block: list[Passage] = []
    for span, line in [*lines, (_END, "")]:
        if line.strip():
            block.append((span, line))
            continue
        if block:
            first, last = block[0][0], block[-1][0]
            whole = Span(page=first.page, first_line=first.first_line, last_line=last.last_line)
            found += [(whole, sentence) for sentence in sentences_of(" ".join(each for _, each in block))]
        block = []
    return found
