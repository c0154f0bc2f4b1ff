"""The start page: what waits for this person."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council import waiting
from ratslinde.council.adoption.queries import sources
from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.council.meetings.queries import coming_meetings
from ratslinde.council.papers.queries import find_papers, waiting_papers
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.inbox import queries as inbox
from ratslinde.desk.landscape import waiting as landscape
from ratslinde.desk.publishing.kinds import KINDS, usual_kind
from ratslinde.verbs import Actor, may
from ratslinde.verbs.rows import DeskRow

MOST = 10


@require_GET
@door()
def start(request: HttpRequest) -> HttpResponse:
    """What waits, by role: the office's work, a department's papers, a reader's next meetings, the landscape."""
    person, body = actor(request), the_body()
    overdue = inbox.overdue(person) if may(person, "inbox.read") else None
    context: dict[str, object] = {"title": "Schreibtisch", "most": MOST, "overdue": overdue}
    if may(person, "meeting.edit"):
        context |= _office(person, body)
    elif may(person, "meeting.read"):
        context["coming"] = coming_meetings(person, body)[:MOST]
    elif may(person, "paper.read"):
        context["own_papers"] = list(find_papers(person, body)[:MOST])
    elif may(person, "landscape.read"):
        context["landscape"] = landscape.waiting(person, body)
    return page(request, "desk/start.html", context)


def _office(person: Actor, body: Body) -> dict[str, object]:
    """The beginning of each list, and under `more` how many each of them goes on with."""
    papers = waiting_papers(person, body)
    lists: dict[str, Sequence[object]] = {
        "sources": [(source, count) for source, count in sources(person, body) if count],
        "checked": waiting.checked_meetings(body),
        "drafts": waiting.meetings_in_draft(body),
        "changed": [_changed(row) for row in waiting.changed_since_publication(body)],
        "taken_back": waiting.taken_back_on_agenda(body),
        "without_results": waiting.meetings_without_results(body),
    }
    return {
        "office": True,
        **{name: rows[:MOST] for name, rows in lists.items()},
        "more": {name: max(0, len(rows) - MOST) for name, rows in lists.items()},
        "changed_more": lists["changed"][MOST:],
        "taken_back_more": lists["taken_back"][MOST:],
        "waiting_count": papers.count(),
        "waiting_papers": papers[:MOST],
        "days_back": waiting.BACK.days,
    }


def _changed(row: DeskRow) -> tuple[str, str, DeskRow]:
    """(kind of the publish page, its words, row)."""
    kind = usual_kind(row)
    return kind, KINDS[kind].words, row
