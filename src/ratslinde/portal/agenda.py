"""The agenda of a session as its page shows it: each item with its papers, result, decision and vote."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ratslinde.kernel import clock
from ratslinde.kernel.blocks import Block
from ratslinde.portal import results
from ratslinde.portal.lines import DocumentLine, PaperLine, document_lines, paper_line
from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.record.values import linked_id

MOST_CONSULTATIONS = 500


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item (TOP)."""

    anchor: str
    number: str
    title: str
    public: bool
    removed: bool
    removed_reason: str
    result: str
    result_kind: str
    decision: tuple[Block, ...]
    vote: results.Vote | None
    papers: list[PaperLine]
    documents: list[DocumentLine]


@dataclass(frozen=True, kw_only=True)
class Body:
    """A body that meets, under its name of that day."""

    name: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """Both parts, and the bodies that meet."""

    public: list[Item]
    nonpublic: list[Item]
    bodies: list[Body]


def agenda_of(meeting: Entry) -> Agenda:
    """The agenda of a published meeting, in three queries however long it is."""
    raw = meeting.oparl.get("agendaItem", [])
    bodies = meeting.linked("organization")
    consultations = _consultations(meeting, bodies=bodies)
    named = [linked_id(item["consultation"]) for item in raw if "consultation" in item]
    known = outlet.by_ids([*meeting.linked("agendaItem"), *bodies, *(each for each in named if each)])
    consultations += [known[each] for each in named if each in known]
    papers = _papers_by_item(consultations)
    items = [_item(each, known=known, papers=papers) for each in raw]
    return Agenda(
        public=[item for item in items if item.public],
        nonpublic=[item for item in items if not item.public],
        bodies=_bodies(meeting, [known[each] for each in bodies if each in known]),
    )


def _bodies(meeting: Entry, found: list[Entry]) -> list[Body]:
    """Under the names that the meeting keeps; where not every body is public, under the name valid on the day."""
    page = meeting.page
    names = page.organization_names if isinstance(page, pages.MeetingPage) else ()
    if len(names) != len(found):
        day = clock.town_time(meeting.date).date() if meeting.date else clock.today()
        names = tuple(_name_on(each, day) for each in found)
    return [Body(name=name, address=f"/{each.path}") for name, each in zip(names, found, strict=True)]


def _name_on(body: Entry, day: datetime.date) -> str:
    page = body.page
    for name in page.names if isinstance(page, pages.OrganizationPage) else ():
        if (name.start or day) <= day <= (name.end or day):
            return name.name
    return body.title


def _consultations(meeting: Entry, *, bodies: list[str]) -> list[Entry]:
    """The consultations of the bodies on the day: OParl names only one at each item, but there may be several."""
    if meeting.date is None:
        return []
    morning = clock.at(clock.town_time(meeting.date).date(), 0)
    night = morning + datetime.timedelta(days=1)
    return outlet.in_lists(bodies, "consultation", start=morning, end=night, most=MOST_CONSULTATIONS)


def _papers_by_item(consultations: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The papers of each item, by their number."""
    pairs = [
        (item, paper)
        for each in consultations
        for item in each.linked("agendaItem")
        for paper in each.linked("paper")
    ]
    found = outlet.by_ids(paper for _, paper in pairs)
    papers: defaultdict[str, list[Entry]] = defaultdict(list)
    for item, paper in dict.fromkeys(pairs):
        if paper in found:
            papers[item].append(found[paper])
    return {
        item: sorted(rows, key=lambda row: row.oparl.get("reference", "")) for item, rows in papers.items()
    }


def _item(raw: dict[str, Any], *, known: dict[str, Entry], papers: dict[str, list[Entry]]) -> Item:
    public_id = linked_id(raw["id"]) or ""
    page = known[public_id].page if public_id in known else None
    own = page if isinstance(page, pages.AgendaItemPage) else pages.AgendaItemPage()
    result = raw.get("result", "")
    files = [*raw.get("auxiliaryFile", []), *([raw["resolutionFile"]] if "resolutionFile" in raw else [])]
    return Item(
        anchor=f"top-{public_id}",
        number=raw.get("number", ""),
        title=raw["name"],
        public=raw["public"],
        removed=raw.get("ratslinde:removed", False),
        removed_reason=own.removed_reason,
        result=result,
        result_kind=results.badge_kind(result),
        decision=own.decision,
        vote=results.vote(raw),
        papers=[paper_line(paper) for paper in papers.get(public_id, [])],
        documents=document_lines(files),
    )
