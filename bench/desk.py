"""The pages of the desk in a town with ten years of sessions: python bench/desk.py (exit code 1 beyond a limit).

On SQLite, and on the PostgreSQL that DATABASE_URL names. Each database is a scratch one that is made and removed; the
town in it is invented: 400 published sessions with ten items each and 1,600 papers, and what the journal says of them.
SQLite knows no statistics of the tables here, as in a town where nobody ever asked for some.
"""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

from measuring.databases import on_each_database
from measuring.figures import calibration, report, seconds

if TYPE_CHECKING:
    from django.test import Client

    from ratslinde.accounts.models import User
    from ratslinde.council.bodies.models import Body, Organization
    from ratslinde.council.meetings.models import AgendaItem, Meeting
    from ratslinde.council.papers.models import Paper

LIMIT_SECONDS = 0.2
MEETINGS, ITEMS, PAPERS, EDITS = 400, 10, 4, 15
TIMES = 5
FIRST_DAY = datetime.date(2016, 1, 6)


def main() -> int:
    """Print all figures; returns the exit code."""
    return on_each_database(measure, begin=lambda: print(calibration()))


def measure(vendor: str) -> int:
    """Fill the database and time its pages; returns the exit code."""
    client, pages = fill()
    within = [timed(f"{vendor}: {name}", client, path) for name, path in pages.items()]
    return 0 if all(within) else 1


def timed(what: str, client: Client, path: str) -> bool:
    """Print how long the quietest of some requests takes beside the limit; returns whether it was within."""

    def ask() -> None:
        assert client.get(path).status_code == 200, path

    ask()
    return report(what, min(seconds(ask) for _ in range(TIMES)), limit=LIMIT_SECONDS)


def fill() -> tuple[Client, dict[str, str]]:
    """The invented town; returns a clerk's browser, and the addresses by what they show."""
    from tests.council.cast import account
    from tests.desk.conftest import at_desk

    from ratslinde.accounts.models import Role
    from ratslinde.council.bodies import actions as bodies
    from ratslinde.council.bodies.models import OrganizationType

    administrator, clerk = account("administration", Role.ADMINISTRATOR), account("clerk", Role.CLERK)
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    council = bodies.add_organization(
        clerk, body, name="Integrationsrat", organization_type=OrganizationType.COUNCIL_BODY
    )
    meetings = add_meetings(body, council)
    papers = add_papers(body, council, add_items(meetings))
    note(clerk, meetings, "Meeting", "meeting")
    note(clerk, papers, "Paper", "paper")
    return at_desk(clerk, host="localhost"), addresses(meetings[-1], papers[-1], council)


def addresses(meeting: Meeting, paper: Paper, council: Organization) -> dict[str, str]:
    """The addresses that are timed."""
    return {
        "start page": "/schreibtisch/",
        "sessions": "/schreibtisch/sitzungen/",
        f"session with {ITEMS} items": f"/schreibtisch/sitzungen/{meeting.public_id}/",
        "papers": "/schreibtisch/vorlagen/",
        "paper": f"/schreibtisch/vorlagen/{paper.public_id}/",
        "council body": f"/schreibtisch/gremien/{council.public_id}/",
        "what publishing the paper would change": f"/schreibtisch/veroeffentlichen/vorlage/{paper.public_id}/",
    }


def add_meetings(body: Body, council: Organization) -> list[Meeting]:
    """Published sessions, nine days apart."""
    from ratslinde.council.meetings.models import Meeting, MeetingState
    from ratslinde.kernel import clock
    from ratslinde.verbs.rows import Publication

    return Meeting.objects.bulk_create(
        Meeting(
            body=body, organization=council, state=MeetingState.HELD, publication=Publication.PUBLISHED,
            start=clock.at(FIRST_DAY + datetime.timedelta(days=9 * number), 18),
        )
        for number in range(MEETINGS)
    )  # fmt: skip


def add_items(meetings: list[Meeting]) -> list[AgendaItem]:
    """Decided items of each session."""
    from ratslinde.council.meetings.models import AgendaItem

    return AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, position=place, number=str(place), title=f"Förderung Nummer {place}",
            result="angenommen", votes_yes=9, votes_no=1, votes_abstain=0,
        )
        for meeting in meetings
        for place in range(1, ITEMS + 1)
    )  # fmt: skip


def add_papers(body: Body, council: Organization, items: list[AgendaItem]) -> list[Paper]:
    """Published papers for the first items of each session, tied to them."""
    from ratslinde.council.papers.models import Consultation, Paper
    from ratslinde.verbs.rows import Publication

    decided = [item for item in items if item.position <= PAPERS]
    papers = Paper.objects.bulk_create(
        Paper(
            body=body, lead=council, title=item.title, reference=f"V/{place:05}", public=True,
            publication=Publication.PUBLISHED, proposal="Der Integrationsrat beschließt die Förderung. " * 5,
        )
        for place, item in enumerate(decided)
    )  # fmt: skip
    Consultation.objects.bulk_create(
        Consultation(paper=paper, position=1, organization=council, meeting=item.meeting, agenda_item=item)
        for paper, item in zip(papers, decided, strict=True)
    )
    return papers


def note(clerk: User, rows: list[Meeting] | list[Paper], kind: str, matter: str) -> None:
    """What the journal says of the rows: each was edited several times, then published."""
    from ratslinde.journal.models import Entry
    from ratslinde.kernel import clock

    verbs = [f"{matter}.edit"] * EDITS + [f"{matter}.publish"]
    Entry.objects.bulk_create(
        Entry(at=clock.now(), verb=verb, actor=clerk, subject_kind=kind, subject=row.public_id)
        for row in rows
        for verb in verbs
    )


if __name__ == "__main__":
    sys.exit(main())
