"""Decision and votes that several items have in common: one text below a row of headings, one list of results."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.minutes.parts import numbered_votes
from ratslinde.reading.minutes.votes import read_vote
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.lines import Line, strip_blank


def with_common_text(items: list[Item]) -> list[Item]:
    """Give the text below a row of headings (18, 18.1, 18.2) to the first of them, which it is about."""
    for index, item in enumerate(items):
        below = [other for other in items[index + 1 :] if _under(other, item)]
        heads = [item, *below]
        row = items[index : index + len(heads)] == heads
        if not below or not row or any(strip_blank(one.body) for one in heads[:-1]):
            continue
        if _in_one_block(heads):
            item.body, heads[-1].body = heads[-1].body, []
        elif len(below) > 1:
            heads[-1].common = item.common = True
    return items


def _in_one_block(heads: list[Item]) -> bool:
    """Whether headings are printed one right below the other; parted ones each have a text of their own."""
    return all(
        below.lines[0].number - above.lines[-1].number <= 1 or below.number.motion
        for above, below in pairwise(heads)
    )


def _under(item: Item, parent: Item) -> bool:
    if item.number.motion:
        return not parent.number.motion
    return (
        len(item.number.parts) > len(parent.number.parts)
        and item.number.parts[: len(parent.number.parts)] == parent.number.parts
    )


def share_votes(items: list[Item], entries: list[Entry]) -> tuple[Entry, ...]:
    """Return the entries, each with the vote that a numbered result names ("Antrag 1.115: abgelehnt (6 Ja)")."""
    votes: dict[str, list[Line]] = {}
    for item in items:
        votes.update(numbered_votes(item.body))
    return tuple(_with_vote(item, entry, votes) for item, entry in zip(items, entries, strict=True))


def _with_vote(item: Item, entry: Entry, votes: dict[str, list[Line]]) -> Entry:
    lines = (
        votes.get(item.number.text)
        or votes.get(f"Punkt {item.number.text}")
        or votes.get(f"TOP {item.number.text}")
    )
    if not lines:
        return entry
    return msgspec.structs.replace(entry, parts={"vote": read_vote(lines, labelled=True)})
