"""What somebody saw before they said yes is what happens, or nothing does."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies import previews as body_previews
from ratslinde.council.bodies.models import Location
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings import previews as meeting_previews
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers import previews as paper_previews
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict
from ratslinde.record.models import Published, Version
from ratslinde.verbs.releasing import carry_out, mark
from ratslinde.verbs.rows import Publication
from tests.council.reading import everything_public

DAY = datetime.date(2026, 3, 18)


@pytest.fixture
def meeting(clerk, body, council):
    place = bodies.add_location(clerk, body, description="Haus der Vereine")
    meeting = meetings.draft_meeting(
        clerk, body, organization=council, start=clock.at(DAY, 17), issued_on=DAY, location=place
    )
    paper = papers.draft_paper(
        clerk, None, body=body, title="Bank unter der Linde", reference="17/2026", date=DAY,
        proposal="Die Bank wird aufgestellt.",
    )  # fmt: skip
    papers.put_on_agenda(clerk, paper, meeting=meeting)
    return meeting


@pytest.fixture
def paper(meeting):
    return meeting.consultations.get().paper


@pytest.fixture
def person(clerk, body, council):
    person = bodies.add_person(clerk, body, given_name="Alma", family_name="Beispiel")
    bodies.add_membership(clerk, person, organization=council, role="Vorsitz")
    return person


@pytest.fixture
def term(administrator, body):
    return bodies.add_term(administrator, body, name="10. Wahlperiode", start=DAY, end=None)


@pytest.fixture
def cases(administrator, clerk, body, meeting, paper, person, council, term):
    """By name: how it is looked at, done, and changed by somebody else between the two."""
    item, place, one = meeting.items.get(), meeting.location, {"revision": 1}
    return {
        "session": (
            lambda: paper_previews.preview_session(clerk, meeting),
            lambda seen: papers.publish_session(clerk, meeting, seen=seen),
            lambda: papers.edit_paper(clerk, paper, changes={"costs": "500 Euro"}, **one),
        ),
        "meeting": (
            lambda: meeting_previews.preview_meeting(clerk, meeting),
            lambda seen: meetings.publish_meeting(clerk, meeting, seen=seen),
            lambda: meetings.edit_item(clerk, item, changes={"result": "beschlossen"}, **one),
        ),
        "paper": (
            lambda: paper_previews.preview_paper(clerk, paper),
            lambda seen: papers.publish_paper(clerk, paper, seen=seen),
            lambda: papers.edit_paper(clerk, paper, changes={"title": "Zwei Bänke"}, **one),
        ),
        "organization": (
            lambda: body_previews.preview_organization(clerk, council),
            lambda seen: bodies.publish_organization(clerk, council, seen=seen),
            lambda: bodies.edit_organization(clerk, council, changes={"classification": "Pflicht"}, **one),
        ),
        "person": (
            lambda: body_previews.preview_person(clerk, person),
            lambda seen: bodies.publish_person(clerk, person, seen=seen),
            lambda: bodies.edit_person(clerk, person, changes={"given_name": "Berta"}, **one),
        ),
        "location": (
            lambda: body_previews.preview_location(clerk, place),
            lambda seen: bodies.publish_location(clerk, place, seen=seen),
            lambda: bodies.edit_location(clerk, place, changes={"room": "Saal"}, **one),
        ),
        "term": (
            lambda: body_previews.preview_term(administrator, term),
            lambda seen: bodies.publish_term(administrator, term, seen=seen),
            lambda: bodies.edit_term(administrator, term, changes={"name": "11. Wahlperiode"}, **one),
        ),
        "town": (
            lambda: body_previews.preview_town(administrator, body),
            lambda seen: bodies.publish_town(administrator, body, seen=seen),
            lambda: bodies.edit_term(administrator, term, changes={"name": "11. Wahlperiode"}, **one),
        ),
    }


NAMES = ("session", "meeting", "paper", "organization", "person", "location", "term", "town")


@pytest.mark.parametrize("name", NAMES)
def test_what_was_seen_is_published(cases, name):
    look, publish, _ = cases[name]
    assert publish(mark(look()))
    assert look() == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_change_after_the_look_is_told_and_nothing_is_published(cases, name):
    look, publish, change = cases[name]
    seen, before = mark(look()), Version.objects.count()
    change()
    with pytest.raises(Conflict, match="Inzwischen hat sich etwas geändert"):
        publish(seen)
    assert Version.objects.count() == before
    assert not Entry.objects.filter(verb__in=["meeting.publish", "paper.publish", "person.publish"]).exists()
    assert publish(mark(look()))


def test_a_row_that_somebody_saved_after_it_was_read_is_not_published(clerk, body):
    place = bodies.add_location(clerk, body, description="Haus der Vereine")
    release = bodies.location_release(Location.objects.get())
    bodies.edit_location(clerk, place, changes={"room": "Saal"}, revision=1)
    with pytest.raises(Conflict, match="Inzwischen hat sich etwas geändert"):
        carry_out(release)
    assert not Published.objects.filter(kind="location").exists()


def test_what_became_public_after_the_look_is_told_as_well(clerk, person, council):
    seen = mark(body_previews.preview_organization(clerk, council))
    bodies.publish_organization(clerk, council)
    with pytest.raises(Conflict):
        bodies.publish_organization(clerk, council, seen=seen)


def test_taking_back_takes_back_what_was_seen_only(clerk, person, council):
    bodies.publish_person(clerk, person)
    seen = mark(body_previews.preview_person_withdrawal(clerk, person))
    bodies.publish_organization(clerk, council)  # with it the membership becomes public
    with pytest.raises(Conflict):
        bodies.withdraw_person(clerk, person, reason="Antrag", seen=seen)
    assert not Published.objects.get(pk=person.public_id).deleted
    seen = mark(body_previews.preview_person_withdrawal(clerk, person))
    assert len(bodies.withdraw_person(clerk, person, reason="Antrag", seen=seen)) == 2


def test_two_looks_at_the_same_have_the_same_mark(clerk, meeting):
    looks = {mark(paper_previews.preview_session(clerk, meeting)) for _ in range(3)}
    assert len(looks) == 1


def test_the_documents_that_were_seen_are_those_that_become_public(clerk, meeting):
    expected = {
        line.after
        for each in paper_previews.preview_session(clerk, meeting)
        for line in each.lines
        if line.attribute == "sha512Checksum"
    }
    papers.publish_session(clerk, meeting)
    public = everything_public(kinds=("file",))
    assert len(expected) == 3
    assert all(checksum in public for checksum in expected)
    assert paper_previews.preview_session(clerk, meeting) == ()


def test_the_journal_names_the_paper_that_went_with_its_meeting(clerk, meeting, paper):
    papers.publish_session(clerk, meeting)
    paper.refresh_from_db()
    assert paper.publication == Publication.PUBLISHED
    for verb, row in (("paper.publish", paper), ("meeting.publish", meeting)):
        assert Entry.objects.filter(verb=verb, subject=row.public_id).count() == 1
