"""A text in the light form of `kernel.blocks` as running text: for an excerpt that knows no headings and no lists.

Only what is shown is made so. What is stored and indexed keeps its marks, so that nothing has to be published anew.
"""

from __future__ import annotations

import re
from typing import Literal

_HEADING = re.compile(r"#{2,3} +(\S.*)")
_ITEM = re.compile(r"( *)[-•] +(\S.*)")
_OPEN_END = re.compile(r"[\w)\]\"“”«»%€]$")
_Part = Literal["text", "item"]


def sentences(text: str) -> str:
    """The text on one line, without the marks of headings and lists: "Kosten: Keine.", "Bäume; Wege."

    Numbers of a list stay: they say something, and stand in a sentence as well.
    """
    written: list[str] = []
    before: _Part = "text"
    for line in filter(str.strip, text.split("\n")):
        item = _ITEM.fullmatch(line.rstrip())
        if before == "item" and written and (item or not _goes_on(line)):
            written[-1] = _closed(written[-1], by=";" if item else ".")
        before = "item" if item or (before == "item" and _goes_on(line)) else "text"
        written.append(item[2] if item else _without_heading_mark(line.strip()))
    if before == "item":
        written[-1] = _closed(written[-1], by=".")
    return " ".join(" ".join(written).split())


def _goes_on(line: str) -> bool:
    """Whether the line belongs to the item above, as `kernel.blocks` sees it."""
    return line[0] == " " or line[0].islower()


def _without_heading_mark(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    return _closed(heading[1], by=":") if heading else line


def _closed(text: str, *, by: str) -> str:
    return text + by if _OPEN_END.search(text) else text
