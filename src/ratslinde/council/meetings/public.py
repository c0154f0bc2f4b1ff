"""What is public about a meeting: decided here and only here.

A non-public item shows its neutral title where the town's profile announces it, and nothing else: no decision, no
vote, no document. Without a neutral title it does not exist for the public.
"""

from __future__ import annotations

from typing import cast

from ratslinde.council import profiles
from ratslinde.council.bodies.models import Location, Organization
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.rules import Votes, vote_in_words
from ratslinde.kernel import blocks, clock
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value, link
from ratslinde.verbs.rows import Publication


def meeting_path(meeting: Meeting) -> str:
    """The address of the meeting's page."""
    return f"sitzungen/{meeting.public_id}/"


def meeting_day_name(meeting: Meeting, organization: Organization) -> str:
    """The body's name on the day of the meeting."""
    return organization.name_on(clock.town_time(meeting.start).date() if meeting.start else None)


def shown_place(meeting: Meeting) -> Location | None:
    """The place that the public sees: one that was taken back is not named, until it is published by itself."""
    place = meeting.location
    return None if place is None or place.publication == Publication.WITHDRAWN else place


def announced_items(meeting: Meeting) -> list[AgendaItem]:
    """The items that the public sees, in order."""
    items = list(meeting.items.order_by("position"))
    return [item for item in items if item.public or (item.public_title and announces_nonpublic(meeting))]


def announces_nonpublic(meeting: Meeting) -> bool:
    """Whether neutral titles of non-public items are announced (R124), by the profile on the day of the meeting."""
    day = clock.town_time(meeting.start).date() if meeting.start else clock.today()
    found = profiles.value(meeting.body.profile, "notice.nonpublic_titles", day=day)
    return bool(found.value == "neutral")


def item_value(item: AgendaItem) -> Value:
    """An item: everything of a public one, the neutral title of a non-public one."""
    if not item.public:
        value = oparl.AgendaItem(number=item.number or None, name=item.public_title, public=False)
        return _item(item, value, pages.AgendaItemPage(), title=item.public_title, text="")
    votes = Votes(yes=item.votes_yes, no=item.votes_no, abstain=item.votes_abstain)
    value = oparl.AgendaItem(
        number=item.number or None,
        name=item.title,
        public=True,
        result=item.result or None,
        resolution_text=item.decision_text or None,
        auxiliary_file=tuple(
            link("file", row.public_id) for row in item.documents.filter(public=True).order_by("pk")
        ),
        votes_yes=item.votes_yes,
        votes_no=item.votes_no,
        votes_abstain=item.votes_abstain,
        vote_result=item.vote_result or vote_in_words(votes) or None,
        removed=True if item.removed else None,
    )
    page = pages.AgendaItemPage(
        decision=blocks.parse(item.decision_text), removed_reason=item.removed_reason if item.removed else ""
    )
    return _item(
        item,
        value,
        page,
        title=item.title,
        text="\n\n".join(part for part in (item.result, item.decision_text) if part),
    )


def _item(
    item: AgendaItem, value: oparl.AgendaItem, page: pages.AgendaItemPage, *, title: str, text: str
) -> Value:
    return Value(
        kind="agendaItem",
        id=item.public_id,
        body=item.meeting.body.public_id,
        oparl=value,
        page=page,
        title=title,
        text=text,
        path=f"{meeting_path(item.meeting)}#top-{item.public_id}",
        date=item.meeting.start,
        lists=tuple(each.public_id for each in _organizations(item.meeting)),
    )


def _organizations(meeting: Meeting) -> list[Organization]:
    """The body that meets, and those that meet with it."""
    return [meeting.organization, *meeting.joint_with.order_by("pk")]


def meeting_value(meeting: Meeting) -> Value:
    """The meeting with links to its place, documents and announced items."""
    organizations = _organizations(meeting)
    names = tuple(meeting_day_name(meeting, each) for each in organizations)
    issued_on, place, invitation = meeting.issued_on, shown_place(meeting), shown_invitation(meeting)
    value = oparl.Meeting(
        name=_name(meeting, names),
        meeting_state=meeting.state,
        cancelled=True if meeting.cancelled else None,
        start=clock.town_time(meeting.start).replace(microsecond=0) if meeting.start else None,
        end=clock.town_time(meeting.end).replace(microsecond=0) if meeting.end else None,
        location=link("location", place.public_id) if place else None,
        organization=tuple(link("organization", each.public_id) for each in organizations),
        invitation=link("file", invitation.public_id) if invitation else None,
        auxiliary_file=tuple(link("file", each) for each in _document_ids(meeting, without=invitation)),
        results_protocol=link("file", meeting.minutes.public_id)
        if meeting.minutes and meeting.minutes.public
        else None,
        agenda_item=tuple(link("agendaItem", item.public_id) for item in announced_items(meeting)),
        organization_name=", ".join(names),
        announced_on=issued_on.isoformat() if issued_on else None,
        announced_at=meeting.issued_at or None,
        announced_by=meeting.issuer or None,
        announced_role=meeting.issuer_role or None,
        hints=meeting.hints or None,
    )
    return Value(
        kind="meeting",
        id=meeting.public_id,
        body=meeting.body.public_id,
        oparl=value,
        page=_page(meeting, names),
        title=value.name,
        text=" ".join([meeting.hints, *(str(place or "").split("\n"))]).strip(),
        path=meeting_path(meeting),
        date=meeting.start,
        lists=tuple(each.public_id for each in organizations),
    )


def _name(meeting: Meeting, names: tuple[str, ...]) -> str:
    """The names first: behind "Sitzung" they would need a genitive that nobody can derive from a name."""
    number = f"{meeting.number}. Sitzung" if meeting.number else "Sitzung"
    return f"{' und '.join(names)}, {number}"


def page_of(value: Value) -> pages.MeetingPage:
    """The page part of a meeting's value."""
    return cast(pages.MeetingPage, value.page)


def _page(meeting: Meeting, names: tuple[str, ...]) -> pages.MeetingPage:
    return pages.MeetingPage(
        organization_names=names,
        hints=blocks.parse(meeting.hints),
        issuer=meeting.issuer,
        issuer_role=meeting.issuer_role,
        issued_at=meeting.issued_at,
        issued_on=meeting.issued_on,
        cancelled_reason=meeting.cancelled_reason if meeting.cancelled else "",
        nonpublic_part=any(not item.public for item in announced_items(meeting)),
    )


def shown_invitation(meeting: Meeting) -> Document | None:
    """The released file that the desk calls the invitation, else the printed announcement, which invites everybody."""
    named = (meeting.invitation, meeting.announcement)
    return next((row for row in named if row is not None and row.public), None)


def _document_ids(meeting: Meeting, *, without: Document | None) -> list[str]:
    printed = [
        row for row in (meeting.announcement, meeting.agenda_document) if row is not None and row.public
    ]
    attached = meeting.documents.filter(public=True).order_by("pk")
    return [row.public_id for row in [*printed, *attached] if row != without]


def released_documents(meeting: Meeting) -> list[Document]:
    """The files of the meeting and of its public items that were released, each once."""
    named = [meeting.announcement, meeting.agenda_document, meeting.minutes]
    rows = [row for row in named if row is not None] + list(meeting.documents.order_by("pk"))
    rows += Document.objects.filter(items__meeting=meeting, items__public=True).order_by("pk")
    return list({row.pk: row for row in rows if row.public}.values())
