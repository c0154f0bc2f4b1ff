"""Long lists in pages: which numbers to offer, and their addresses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

PARAMETER = "seite"


@dataclass(frozen=True, kw_only=True)
class Paging:
    """Where the reader is in a list of `total` things, `size` to a page. `query`: what else is asked.

    `anchor`: the id of what a page that shows more than the list should open at.
    """

    number: int
    size: int
    total: int
    query: tuple[tuple[str, str], ...] = ()
    anchor: str = ""

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place of the page's first thing, counted from 0."""
        return (self.number - 1) * self.size

    @property
    def previous(self) -> str:
        """The address of the page before, or ''."""
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def following(self) -> str:
        """The address of the next page, or ''."""
        return self.address(self.number + 1) if self.number < self.pages else ""

    @property
    def offered(self) -> list[tuple[int, str]]:
        """(number, address) of the first, the last and the neighbouring pages; number 0 stands for a gap."""
        near = {1, self.pages, *range(max(1, self.number - 2), min(self.pages, self.number + 2) + 1)}
        steps: list[tuple[int, str]] = []
        for number in sorted(near):
            if steps and number - steps[-1][0] > 1:
                steps.append((0, ""))
            steps.append((number, self.address(number)))
        return steps

    def address(self, number: int) -> str:
        """The query string of a page; the first page has the plain address."""
        asked = [*self.query, (PARAMETER, str(number))] if number > 1 else list(self.query)
        return f"?{urlencode(asked)}" + (f"#{self.anchor}" if self.anchor else "")


def page_number(text: str | None) -> int:
    """The number somebody put in the address, or 1 where it is none."""
    return int(text) if text and text.isdecimal() and len(text) < 7 and int(text) > 0 else 1
