"""Where one document of a file ends and the next begins."""

from __future__ import annotations

from ratslinde.reading.kinds import SITTINGS, heading_kind, kind_of
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line

_STARTERS = ("vorlage", "bekanntmachung", "einladung", "niederschrift", "antrag", "anfrage")
_HEAD_KEYS = {
    "reference",
    "lead_department",
    "responsible",
    "consultations",
    "body",
    "date",
    "place",
    "participating_departments",
}
_BODY_KEYS = {
    "proposal",
    "explanation",
    "attachments",
    "resolution",
    "costs",
    "financing",
    "summary",
    "financial_form",
}
_PAGE_TOP = 6
_LETTERHEAD = 20
_LOOK_AHEAD = 25
_TITLE_LINES = 6


def split_documents(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each document in printed order; empty lines between documents belong to none."""
    starts = _starts(lines)
    pieces = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return [piece for piece in pieces if any(line.text for line in piece)]


def _starts(lines: list[Line]) -> list[int]:
    starts = [0]
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if not line.text or _is_value(lines, index):
            continue
        found = find(line.text, "paper")
        if found and found.label.key == "lead_department" and _complete(lines, starts[-1], index, seen):
            _begin(starts, seen, _title_above(lines, index, starts[-1]))
        elif _is_heading(lines, index) and _is_whole(lines[starts[-1] : index], seen):
            _begin(starts, seen, _letterhead_above(lines, index))
        if found:
            seen.add(found.label.key)
    return starts


def _is_whole(above: list[Line], seen: set[str]) -> bool:
    """Whether the lines above a heading are a document, and not only the letterhead of the one that begins."""
    printed = sum(1 for line in above if line.text)
    if printed <= _PAGE_TOP:
        return False
    return printed > _LETTERHEAD or bool(seen & _BODY_KEYS) or kind_of(above)[0] not in ("other", "vorlage")


def _is_value(lines: list[Line], index: int) -> bool:
    """Whether the line above is a label that waits for its value ("Vorlageart:")."""
    above = find(lines[index - 1].text, "paper") if index and lines[index - 1].text.endswith(":") else None
    return above is not None and above.label.shape == "line"


def _begin(starts: list[int], seen: set[str], index: int) -> None:
    if index > starts[-1]:
        starts.append(index)
        seen.clear()


def _complete(lines: list[Line], start: int, index: int, seen: set[str]) -> bool:
    """Whether the document above can be over: a paper that had its body, or an announcement."""
    kind, _ = kind_of(lines[start:index])
    if kind == "niederschrift":
        return False
    return bool(seen & _BODY_KEYS) or (kind in SITTINGS and index - start > _PAGE_TOP)


def _title_above(lines: list[Line], index: int, start: int) -> int:
    """Return where the title above a label begins: the block of lines over it, of a long one the last line."""
    row = index - 1
    while row > start and not lines[row].text:
        row -= 1
    last = row
    while row > start and lines[row - 1].text and lines[row - 1].page == lines[index].page:
        row -= 1
    return row if last - row < _TITLE_LINES else last


def _is_heading(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if heading_kind(line.text) not in _STARTERS or len(line.text) > 60 or find(line.text, "paper"):
        return False
    if not _at_page_top(lines, index) and any(lines[row].text for row in range(max(0, index - 2), index)):
        return False
    ahead = lines[index + 1 : index + 1 + _LOOK_AHEAD]
    keys = {
        found.label.key for row in ahead if (found := find(row.text, "paper") or find(row.text, "sitting"))
    }
    return len(keys & _HEAD_KEYS) >= 2


def _at_page_top(lines: list[Line], index: int) -> bool:
    page = lines[index].page
    above = [row for row in lines[max(0, index - 30) : index] if row.page == page and row.text]
    return page > 1 and len(above) < _PAGE_TOP and (index == 0 or lines[index - len(above) - 1].page <= page)


def _letterhead_above(lines: list[Line], index: int) -> int:
    """Return the start of the page when the heading stands near its top, else the heading itself."""
    row = index
    while _at_page_top(lines, index) and row > 0 and lines[row - 1].page == lines[index].page:
        row -= 1
    return row
