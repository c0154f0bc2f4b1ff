"""What a list of the council is asked for: everything, or one body's, or one year's."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from ratslinde.portal import choices
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry
from ratslinde.ui.paging import PARAMETER, Paging, page_number

SIZE = 25


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`bodies`: those to choose from; `body` and `year`: None for all; `number`: the page."""

    kind: str
    bodies: Sequence[Entry]
    body: Entry | None
    year: int | None
    number: int
    query: tuple[tuple[str, str], ...]

    @property
    def owner(self) -> str:
        """The id of the body, '' for all."""
        return self.body.id if self.body else ""

    @property
    def span(self) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """The first moment of the year and that of the next one."""
        return choices.span(self.year)

    def paging(self, *, end: datetime.datetime | None) -> Paging:
        """The page of what lies before `end`."""
        total = outlet.count(self.kind, owner=self.owner, start=self.span[0], end=end)
        return Paging(number=self.number, size=SIZE, total=total, query=self.query)

    def entries(self, paging: Paging, *, end: datetime.datetime | None) -> list[Entry]:
        """What stands on that page, newest first. Raises Http404 behind the end."""
        return choices.listed(self.kind, owner=self.owner, start=self.span[0], end=end, paging=paging)

    def filters(self) -> dict[str, object]:
        """What `c-list-filters` shows."""
        return {
            "bodies": choices.body_options(self.bodies),
            "chosen_body": choices.slug(self.body) if self.body else "",
            "years": [(str(each), str(each)) for each in outlet.years(self.kind)],
            "chosen_year": str(self.year or ""),
        }


def asked_list(request: HttpRequest, kind: str) -> Asked:
    """What the address asks for. Raises Http404 for a body that is not there; a year that is none asks for all."""
    bodies = choices.bodies()
    return Asked(
        kind=kind,
        bodies=bodies,
        body=choices.chosen(bodies, request.GET.get("gremium", "")),
        year=choices.year(request.GET.get("jahr", "")),
        number=page_number(request.GET.get(PARAMETER)),
        query=choices.query(request, "gremium", "jahr"),
    )
