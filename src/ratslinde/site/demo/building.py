"""Building the demo town: all of it or nothing, then the search index."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db import transaction

from ratslinde.accounts.models import User
from ratslinde.council.adoption.actions import adopt
from ratslinde.council.bodies.models import Body
from ratslinde.council.papers.actions import publish_paper, publish_session, withdraw_paper
from ratslinde.record import stamping
from ratslinde.site.demo import calendar, texts
from ratslinde.site.demo.landscape.building import build_landscape
from ratslinde.site.demo.sessions import Sessions, draft_all
from ratslinde.site.demo.town import Cast, set_up
from ratslinde.site.serving.working import work_all
from ratslinde.site.wording import say

WEEKS_UNTIL_ADOPTED = 10
Step = Callable[[str], None]


def is_empty() -> bool:
    """Whether nothing has been set up in this installation."""
    return not Body.objects.exists() and not User.objects.exists()


def build(*, progress: Step) -> Body:
    """The demo town, published and searchable; nothing of it is there when anything fails."""
    with transaction.atomic():
        # Everything is one transaction, and nobody is reading yet: no client's watermark can miss what is stamped.
        stamping.begin()
        progress(say("Kommune und Gremien", "Town and bodies"))
        cast = set_up()
        progress(say("Sitzungen und Vorlagen", "Meetings and papers"))
        sessions = draft_all(cast)
        _publish(cast, sessions, progress=progress)
        progress(say("Ein Dokument zum Prüfen", "A document to be checked"))
        _leave_something_to_check(cast)
        build_landscape(cast, progress=progress)
    progress(say("Suche", "Search"))
    work_all()
    return cast.body


def _publish(cast: Cast, sessions: Sessions, *, progress: Step) -> None:
    written = texts.meetings()
    for key, meeting in sessions.meetings.items():
        if not written[key].draft:
            progress(say(f"Sitzung {key} wird veröffentlicht", f"Publishing the meeting {key}"))
            publish_session(cast.clerk, meeting)
    for key, paper in texts.papers().items():
        if paper.withdrawn:
            publish_paper(cast.clerk, sessions.papers[key])
            withdraw_paper(cast.clerk, sessions.papers[key], reason=paper.withdrawn)


def _leave_something_to_check(cast: Cast) -> None:
    day = calendar.coming_wednesday(WEEKS_UNTIL_ADOPTED)
    issued = calendar.coming_wednesday(WEEKS_UNTIL_ADOPTED - 2)
    fill = partial(
        texts.text("announcement").format, tag=calendar.written(day), bekanntgabe=calendar.written(issued)
    )
    data = fill(sitzungstag=calendar.written_with_weekday(day)).encode()
    adopt(cast.clerk, cast.body, name="bekanntmachung-und-vorlagen.txt", data=data)
