"""Meetings and papers of the demo town, as drafts that are tied to each other."""

from __future__ import annotations

import datetime

from msgspec import Struct

from ratslinde.council.meetings.actions import add_item, draft_meeting, edit_item
from ratslinde.council.meetings.models import Meeting, MeetingState
from ratslinde.council.papers import actions
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from ratslinde.site.demo import calendar, documents, texts
from ratslinde.site.demo.texts import ItemText, MeetingText, PaperText
from ratslinde.site.demo.town import Cast


class Sessions(Struct, kw_only=True):
    """Meetings and papers by the names of their files, meetings in the order of their days."""

    meetings: dict[str, Meeting]
    papers: dict[str, Paper]


def draft_all(cast: Cast) -> Sessions:
    """Draft every meeting, then every paper, then the agendas that tie them."""
    written = dict(sorted(texts.meetings().items(), key=lambda each: calendar.day_of(each[1])))
    meetings = {key: _meeting(cast, each) for key, each in written.items()}
    drafts = texts.papers()
    references = calendar.references(drafts)
    papers = {key: _paper(cast, each, meetings, reference=references[key]) for key, each in drafts.items()}
    sessions = Sessions(meetings=meetings, papers=papers)
    for key, each in written.items():
        for item in each.item:
            _item(cast, meetings[key], item, papers)
        if each.minutes:
            documents.add_minutes(cast, meetings[key], each)
    return sessions


def _meeting(cast: Cast, written: MeetingText) -> Meeting:
    day = calendar.day_of(written)
    meeting = draft_meeting(
        cast.clerk,
        cast.body,
        organization=cast.organizations[written.organization],
        number=written.number,
        state=_state(written, day),
        start=calendar.moment(day, written.time),
        end=calendar.moment(day, written.end) if written.end else None,
        location=cast.locations[written.location],
        hints=written.hints.strip(),
        issuer=written.issuer,
        issuer_role=written.issuer_role,
        issued_at="Lindenhagen" if written.issuer else "",
        issued_on=calendar.issue_day(written),
        cancelled=bool(written.cancelled),
        cancelled_reason=written.cancelled,
    )
    meeting.joint_with.set(cast.organizations[key] for key in written.joint_with)
    return meeting


def _state(written: MeetingText, day: datetime.date) -> MeetingState:
    if written.draft:
        return MeetingState.PLANNED
    return MeetingState.HELD if day < clock.today() and not written.cancelled else MeetingState.INVITED


def _paper(cast: Cast, written: PaperText, meetings: dict[str, Meeting], *, reference: str) -> Paper:
    day = calendar.paper_day(written)
    paper = actions.draft_paper(
        cast.clerk,
        cast.organizations[written.lead],
        body=cast.body,
        title=written.title,
        reference=reference,
        paper_type=written.type,
        date=day,
        public=written.public,
        contact_name=written.contact_name,
        contact_phone=written.contact_phone,
        contact_email=written.contact_email,
        contact_public=written.contact_public,
        proposal_heading=written.proposal_heading,
        proposal=written.proposal.strip(),
        costs=written.costs.strip(),
        financing=written.financing.strip(),
        explanation=written.explanation.strip(),
    )
    _join(cast, paper, written)
    _way(cast, paper, written, meetings)
    if written.attachment:
        documents.add_attachment(cast, paper, written.attachment, day=day)
    return paper


def _join(cast: Cast, paper: Paper, written: PaperText) -> None:
    participants = [cast.organizations[key] for key in written.participants]
    actions.edit_paper(cast.clerk, paper, changes={}, revision=paper.revision, participants=participants)
    paper.refresh_from_db()


def _way(cast: Cast, paper: Paper, written: PaperText, meetings: dict[str, Meeting]) -> None:
    for step in written.step:
        meeting = meetings.get(step.meeting)
        actions.add_consultation(
            cast.clerk,
            paper,
            organization=meeting.organization if meeting else cast.organizations[step.organization],
            role=step.role,
            date=clock.town_time(meeting.start).date() if meeting and meeting.start else None,
        )
    for report in written.report:
        organization = cast.organizations[report.organization]
        actions.plan_report(cast.clerk, paper, organization=organization, date=report.date, text=report.text)


def _item(cast: Cast, meeting: Meeting, written: ItemText, papers: dict[str, Paper]) -> None:
    paper = papers.get(written.paper)
    item = add_item(
        cast.clerk,
        meeting,
        title=paper.title if paper else written.title,
        public=written.public,
        public_title=written.public_title,
    )
    if paper:
        actions.put_on_agenda(cast.clerk, paper, meeting=meeting, item=item)
    changes = _outcome(written)
    if changes:
        edit_item(cast.clerk, item, changes=changes, revision=item.revision)
    if written.attachment and meeting.start:
        day = clock.town_time(meeting.start).date()
        documents.add_attachment(cast, item, written.attachment, day=day)


def _outcome(written: ItemText) -> dict[str, object]:
    if written.removed:
        return {"removed": True, "removed_reason": written.removed}
    changes: dict[str, object] = {"result": written.result, "decision_text": written.decision.strip()}
    if written.votes:
        changes |= dict(zip(("votes_yes", "votes_no", "votes_abstain"), written.votes, strict=True))
    return {name: value for name, value in changes.items() if value != ""}
