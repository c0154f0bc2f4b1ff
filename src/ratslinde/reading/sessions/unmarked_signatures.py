"""Signatures without "gez.": names at the end of a document beside, below or above their functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ratslinde.reading.outcome import Entry
from ratslinde.reading.sessions.signed_names import ROLE, bare_role, is_name, role_beside, signature
from ratslinde.reading.text.lines import Line, span_of

_RULE = "signature-unmarked"
_LABELLED = re.compile(r"(?P<role>[^:]{3,50}):\s*(?P<name>[^:]{4,50})")
_OFFICE = re.compile(r"(?:Der|Die|Das) [^.:,;]{4,50}")
LONGEST_ROLE = 60
LAST = 6  # printed lines at the end in which a function and a name may share a line


def unmarked_signatures(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the names that stand with a function at the very end, none of them sure."""
    rows = [line for line in lines if line.text]
    for index, (above, below) in enumerate(pairwise(rows)):
        if found := _beside_each_other(above, below):
            return found
        if found := _below_each_other(above, below):
            return (*found, *_further(rows[index + 2 :]))
    return tuple(one for line in rows[-LAST:] for one in _on_one_line(line))


def _beside_each_other(above: Line, below: Line) -> tuple[Entry, ...]:
    """Names in columns, each with what stands right below or right above it, a function at least once; else ()."""
    if len(above.cells) < 2 or len(above.cells) != len(below.cells):
        return ()
    for names, others in ((above, below), (below, above)):
        named = all(is_name(cell.text) for cell in names.cells)
        roles = [bare_role(cell.text) for cell in others.cells]
        if named and any(ROLE.search(role) for role in roles):
            return tuple(
                signature(cell.text, role, _RULE, names, span_of([others]))
                for cell, role in zip(names.cells, roles, strict=True)
            )
    return ()


def _further(rows: list[Line]) -> Iterator[Entry]:
    """The signatures that follow right below one another, each on two lines."""
    for above, below in zip(rows[::2], rows[1::2], strict=False):
        found = _below_each_other(above, below)
        if not found:
            return
        yield from found


def _below_each_other(above: Line, below: Line) -> tuple[Entry, ...]:
    """A name with its function on the next line, or below a function such as "Die Bürgermeisterin"."""
    if is_name(below.text) and _OFFICE.fullmatch(above.text) and ROLE.search(above.text):
        return (signature(below.text, above.text, _RULE, below, span_of([above])),)
    if not is_name(above.text) or not ROLE.search(below.text):
        return ()
    if len(below.text) >= LONGEST_ROLE or below.text.endswith((".", ":")) or _on_one_line(below):
        return ()
    return (signature(above.text, bare_role(below.text), _RULE, above, span_of([below])),)


def _on_one_line(line: Line) -> tuple[Entry, ...]:
    """Function and name on one line: behind a colon ("Die Vorsitzende: Anna Birke"), or in two columns."""
    labelled = _LABELLED.fullmatch(line.text)
    if labelled and ROLE.search(labelled["role"]) and is_name(labelled["name"]):
        return (signature(labelled["name"], labelled["role"], _RULE, line, span_of([line])),)
    if len(line.cells) > 1 and all(each := [role_beside(cell.text) for cell in line.cells]):
        return tuple(signature(*one, _RULE, line, span_of([line])) for one in each if one)
    beside = role_beside(line.text) if len(line.cells) == 2 or "," in line.text else None
    return (signature(*beside, _RULE, line, span_of([line])),) if beside else ()
