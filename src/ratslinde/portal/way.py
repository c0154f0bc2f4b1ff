"""A paper's way through the bodies (Beratungsfolge), and where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ratslinde.kernel import clock
from ratslinde.portal import results
from ratslinde.portal.lines import first_linked
from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.record.values import linked_id


@dataclass(frozen=True, kw_only=True)
class Step:
    """One body's turn. Addresses are '' where there is no page; `date` is None where no day is set.

    `result`: where none is published, the words of the vote.
    """

    body: str
    body_address: str
    date: datetime.date | None
    address: str
    number: str
    role: str
    decides: bool
    result: str
    result_kind: str
    vote: results.Vote | None
    removed: bool
    past: bool


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a paper stands: its last result, and whose turn is next."""

    last: Step | None
    following: Step | None


def way_of(paper: Entry) -> list[Step]:
    """The steps of a published paper in their order, in one query."""
    links = [
        value
        for each in paper.oparl.get("consultation", [])
        for key in ("agendaItem", "meeting", "organization")
        for value in _as_list(each.get(key, []))
    ]
    wanted = [found for found in map(linked_id, links) if found]
    consultations = paper.linked("consultation")
    known = outlet.by_ids([*consultations, *wanted])
    entries = [known[each] for each in consultations if each in known]
    return [_step(each, known=known) for each in sorted(entries, key=_position)]


def standing(steps: Iterable[Step]) -> Standing:
    """The last step that has a result, and the first one after it that is still to come."""
    steps = list(steps)
    done = [place for place, step in enumerate(steps) if step.result]
    rest = steps[done[-1] + 1 :] if done else steps
    return Standing(
        last=steps[done[-1]] if done else None,
        following=next((step for step in rest if not step.past and not step.removed), None),
    )


def _as_list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _position(consultation: Entry) -> int:
    page = consultation.page
    return page.position if isinstance(page, pages.ConsultationPage) else 0


def _step(consultation: Entry, *, known: Mapping[str, Entry]) -> Step:
    raw, page = consultation.oparl, consultation.page
    body = first_linked(consultation, "organization", known)
    meeting = first_linked(consultation, "meeting", known)
    item = first_linked(consultation, "agendaItem", known)
    found = item.oparl if item else {}
    moment = meeting.date if meeting and meeting.date else consultation.date
    date = clock.town_time(moment).date() if moment else None
    vote = results.vote(found)
    result = found.get("result", "") or (vote.words if vote else "")
    named = page.organization_name if isinstance(page, pages.ConsultationPage) else ""
    return Step(
        body=named or (body.title if body else ""),
        body_address=f"/{body.path}" if body else "",
        date=date,
        address=f"/{item.path}" if item else (f"/{meeting.path}" if meeting else ""),
        number=found.get("number", ""),
        role=raw.get("role", ""),
        decides=raw.get("authoritative", False),
        result=result,
        result_kind=results.badge_kind(result),
        vote=vote,
        removed=found.get("ratslinde:removed", False),
        past=date is not None and date < clock.today(),
    )
