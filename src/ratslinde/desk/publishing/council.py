"""What can be published of the council's matters."""

from __future__ import annotations

import dataclasses

from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies import previews as body_previews
from ratslinde.council.bodies import queries as body_queries
from ratslinde.council.bodies.models import Body, LegislativeTerm, Location, Organization, Person
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings import previews as meeting_previews
from ratslinde.council.meetings import queries as meeting_queries
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers import previews as paper_previews
from ratslinde.council.papers import queries as paper_queries
from ratslinde.council.papers.models import Paper
from ratslinde.desk.publishing.publishable import Publishable, Step, at

SESSION = Publishable(
    words="Sitzung mit ihren Vorlagen",
    model=Meeting,
    find=meeting_queries.meeting,
    publish=Step(look=paper_previews.preview_session, act=papers.publish_session),
    withdraw=Step(look=meeting_previews.preview_meeting_withdrawal, act=meetings.withdraw_meeting),
    page=at("meeting"),
    public="/sitzungen/{row.public_id}/",
    obstacles=paper_previews.session_obstacles,
    effects=paper_previews.effects_of_session_withdrawal,
    remarks=meeting_previews.remarks,
    drafts=paper_previews.session_drafts,
    inside=paper_previews.session_kept_inside,
    left_out=paper_queries.papers_beside,
)
MEETING = dataclasses.replace(
    SESSION,
    words="Sitzung ohne Vorlagen",
    model=None,
    publish=Step(look=meeting_previews.preview_meeting, act=meetings.publish_meeting),
    obstacles=meeting_previews.obstacles,
    drafts=meeting_previews.meeting_drafts,
    inside=lambda _meeting: (),
    left_out=lambda _meeting: (),
)
PAPER = Publishable(
    words="Vorlage",
    model=Paper,
    find=paper_queries.paper,
    publish=Step(look=paper_previews.preview_paper, act=papers.publish_paper),
    withdraw=Step(look=paper_previews.preview_paper_withdrawal, act=papers.withdraw_paper),
    page=at("paper"),
    public="/vorlagen/{row.public_id}/",
    obstacles=paper_previews.obstacles,
    effects=paper_previews.effects_of_withdrawal,
    drafts=paper_previews.paper_drafts,
    inside=paper_previews.kept_inside,
)
ORGANIZATION = Publishable(
    words="Gremium oder Stelle",
    model=Organization,
    find=body_queries.organization,
    publish=Step(look=body_previews.preview_organization, act=bodies.publish_organization),
    withdraw=Step(look=body_previews.preview_organization_withdrawal, act=bodies.withdraw_organization),
    page=at("organization"),
    public="/gremien/{row.slug}/",
)
PERSON = Publishable(
    words="Person",
    model=Person,
    find=body_queries.person,
    publish=Step(look=body_previews.preview_person, act=bodies.publish_person),
    withdraw=Step(look=body_previews.preview_person_withdrawal, act=bodies.withdraw_person),
    page=at("person"),
    public="/personen/{row.public_id}/",
)
LOCATION = Publishable(
    words="Ort",
    model=Location,
    find=body_queries.location,
    publish=Step(look=body_previews.preview_location, act=bodies.publish_location),
    withdraw=Step(look=body_previews.preview_location_withdrawal, act=bodies.withdraw_location),
    page=at("location"),
    public="/sitzungen/",
    effects=meeting_previews.effects_of_location_withdrawal,
)
TERM = Publishable(
    words="Wahlperiode",
    model=LegislativeTerm,
    find=body_queries.term,
    publish=Step(look=body_previews.preview_term, act=bodies.publish_term),
    withdraw=Step(look=body_previews.preview_term_withdrawal, act=bodies.withdraw_term),
    page=at("term"),
    public="/",
)
TOWN = Publishable(
    words="Kommune",
    model=Body,
    find=lambda _actor, _public_id: body_queries.the_body(),
    publish=Step(look=body_previews.preview_town, act=bodies.publish_town),
    page=lambda _row: reverse("desk:town"),
    public="/",
)
KINDS = {
    "sitzung": SESSION,
    "tagesordnung": MEETING,
    "vorlage": PAPER,
    "gremium": ORGANIZATION,
    "person": PERSON,
    "ort": LOCATION,
    "wahlperiode": TERM,
    "kommune": TOWN,
}
