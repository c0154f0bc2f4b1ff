"""Results and votes, as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_KINDS = (  # the first word that occurs decides
    ("nicht beschlossen", "danger"),
    ("abgelehnt", "danger"),
    ("vertagt", "warning"),
    ("verwiesen", "warning"),
    ("zurückgestellt", "warning"),
    ("abgesetzt", "warning"),
    ("zurückgezogen", "warning"),
    ("kenntnis", "info"),
    ("beschlossen", "success"),
    ("angenommen", "success"),
    ("zugestimmt", "success"),
    ("genehmigt", "success"),
    ("empfohlen", "success"),
)
WIDTH = 240


@dataclass(frozen=True, kw_only=True)
class Vote:
    """A vote in numbers, as far as they are known, and in words."""

    yes: int | None
    no: int | None
    abstain: int | None
    words: str

    @property
    def bars(self) -> list[tuple[str, int, int]]:
        """(name, start, width) of the parts of a bar `WIDTH` wide; empty where nobody voted."""
        counts = [("yes", self.yes or 0), ("no", self.no or 0), ("abstain", self.abstain or 0)]
        total = sum(count for _, count in counts)
        bars, start = [], 0
        for name, count in counts:
            width = round(WIDTH * count / total) if total else 0
            if width:
                bars.append((name, start, width))
            start += width
        return bars


def vote(item: Mapping[str, Any]) -> Vote | None:
    """The vote of an OParl AgendaItem, or None when nothing of it is known. Words that the result has are left out."""
    words = item.get("ratslinde:voteResult", "")
    found = Vote(
        yes=item.get("ratslinde:votesYes"),
        no=item.get("ratslinde:votesNo"),
        abstain=item.get("ratslinde:votesAbstain"),
        words="" if words.casefold() in item.get("result", "").casefold() else words,
    )
    return (
        found
        if found.words or any(number is not None for number in (found.yes, found.no, found.abstain))
        else None
    )


def badge_kind(result: str) -> str:
    """The colour of a result's badge; '' where its words are not known."""
    folded = result.casefold()
    return next((kind for word, kind in _KINDS if word in folded), "")
