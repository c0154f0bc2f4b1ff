"""A session that is there already stays as it is: what a document of it states otherwise is told."""

from __future__ import annotations

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import text
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel import clock
from ratslinde.kernel.text import shortened
from ratslinde.reading import Document

_MOST = 5  # points that are named; somebody who has more of them compares the two agendas


def told(meeting: Meeting, document: Document) -> str:
    """What is said about it: that it stays as it is, and the hour and points that the document states otherwise."""
    day = f"{clock.town_time(meeting.start):%d.%m.%Y}" if meeting.start else ""
    stays = f"Die Sitzung „{meeting.organization}“ am {day} gibt es schon; sie bleibt, wie sie ist."
    other = [*_hour(meeting, document), *_points(meeting, document)]
    return f"{stays} Anders steht im Dokument: {', '.join(other)}." if other else stays


def _hour(meeting: Meeting, document: Document) -> list[str]:
    hour = document.value("time") or document.value("start")
    start = rules.beginning(document.value("date"), hour)
    if start is None or start == meeting.start or not rules.states_time(hour):
        return []
    return [f"Beginn („{clock.town_time(start):%H:%M} Uhr“)"]


def _points(meeting: Meeting, document: Document) -> list[str]:
    known = [title for item in meeting.items.all() for title in (item.title, item.public_title) if title]
    entries = [
        (text(entry, "number", limit=20), text(entry, "title")) for entry in document.entries("agenda")
    ]
    new = [
        f"TOP {number} „{shortened(title)}“" if number else f"„{shortened(title)}“"
        for number, title in entries
        if title and not any(rules.same_title(title, each) for each in known)
    ]
    gone = [
        f"ohne „{shortened(item.title)}“"
        for item in meeting.items.filter(public=True)
        if entries and not any(rules.same_title(item.title, title) for _, title in entries)
    ]
    found = new + gone
    rest = len(found) - _MOST
    return [*found[:_MOST], f"und {rest} mehr"] if rest > 0 else found
