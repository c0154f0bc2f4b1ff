"""What publishing or taking back a paper, or a meeting with its papers, would change and print."""

from __future__ import annotations

from ratslinde.council.documents.drafts import PrintedDraft
from ratslinde.council.meetings.actions import refuse_blocked
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.previews import obstacles as meeting_obstacles
from ratslinde.council.meetings.public import announced_items
from ratslinde.council.papers import release
from ratslinde.council.papers.actions.checks import refuse_incomplete
from ratslinde.council.papers.models import Paper, PaperType
from ratslinde.council.papers.public import names_allowed
from ratslinde.council.papers.release import (
    draft,
    paper_release,
    papers_of,
    papers_taken_back,
    session_release,
    withdrawal_release,
)
from ratslinde.kernel.text import shortened
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, require
from ratslinde.verbs.releasing import preview, undone
from ratslinde.verbs.rows import Publication, refuse_unchecked


def preview_paper(actor: Actor, paper: Paper) -> tuple[Difference, ...]:
    """What publishing the paper would change."""
    require(actor, "paper.publish", paper)
    return preview(lambda: paper_release(Paper.objects.get(pk=paper.pk)))


def preview_paper_withdrawal(actor: Actor, paper: Paper) -> tuple[Difference, ...]:
    """What taking the paper back would withdraw."""
    require(actor, "paper.withdraw", paper)
    return preview(lambda: withdrawal_release(Paper.objects.get(pk=paper.pk)))


def preview_session(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What publishing the meeting with its papers would change."""
    require(actor, "meeting.publish", meeting)

    # Printing sets documents on the row, and they do not stay.
    return preview(lambda: session_release(Meeting.objects.get(pk=meeting.pk)))


def refuse_unready(actor: Actor, row: Meeting | Paper) -> None:
    """Raise Refused as publishing would for what has still to be done or looked at, before anything is printed."""
    if isinstance(row, Paper):
        require(actor, "paper.publish", row)
        papers, rows = [row], []
    else:
        require(actor, "meeting.publish", row)
        refuse_blocked(row)
        papers, rows = papers_of(row), [row, *announced_items(row)]
    for paper in papers:
        refuse_incomplete(paper)
    refuse_unchecked([*rows, *papers, *(step for paper in papers for step in paper.consultations.all())])


def paper_drafts(actor: Actor, paper: Paper) -> list[PrintedDraft]:
    """The document that publishing the paper would print."""
    require(actor, "paper.publish", paper)
    return [draft(paper)]


def session_drafts(actor: Actor, meeting: Meeting) -> list[PrintedDraft]:
    """The documents that publishing the meeting with its papers would print."""
    require(actor, "meeting.publish", meeting)
    return undone(lambda: release.session_drafts(Meeting.objects.get(pk=meeting.pk)))


def obstacles(paper: Paper) -> list[str]:
    """Sentences on what must be done before the paper can be published."""
    found = []
    waiting = len(paper.unchecked) + sum(len(step.unchecked) for step in paper.consultations.all())
    if waiting == 1:
        found.append(
            f"Eine eingelesene Angabe der Vorlage „{shortened(paper.title)}“ ist noch nicht geprüft."
        )
    if waiting > 1:
        found.append(
            f"{waiting} eingelesene Angaben der Vorlage „{shortened(paper.title)}“ sind noch nicht geprüft."
        )
    if paper.paper_type == PaperType.DECISION and not paper.proposal.strip():
        found.append(f"Die Beschlussvorlage „{shortened(paper.title)}“ hat keinen Beschlussvorschlag.")
    return found


def session_obstacles(meeting: Meeting) -> list[str]:
    """Sentences on what must be done before the meeting can be published with its papers."""
    return meeting_obstacles(meeting) + [
        sentence for paper in papers_of(meeting) for sentence in obstacles(paper)
    ]


def kept_inside(paper: Paper) -> list[str]:
    """What the paper holds and publishing it leaves out: the contact without the tick, attachments not released."""
    about, found = f"„{shortened(paper.title)}“", []
    contact = [part for part in (paper.contact_name, paper.contact_phone, paper.contact_email) if part]
    if contact and not (paper.contact_public and names_allowed(paper)):
        found.append(f"Auskunft erteilt: {', '.join(contact)} ({about})")
    unreleased = paper.attachments.filter(public=False).order_by("pk")
    found += [f"Anlage „{document.name}“ ({about})" for document in unreleased]
    if paper.stated_attachments and not paper.attachments.exists():
        named = ", ".join(paper.stated_attachments.splitlines())
        found.append(f"Anlagen, die das Dokument nennt und die hier fehlen: {named} ({about})")
    return found


def session_kept_inside(meeting: Meeting) -> list[str]:
    """The same of all papers that become public with the meeting, and those that were taken back and stay so."""
    stays = "wurde zurückgenommen und bleibt es. Wieder öffentlich wird sie nur auf ihrer eigenen Seite."
    return [
        *(f"Die Vorlage „{shortened(paper.title)}“ {stays}" for paper in papers_taken_back(meeting)),
        *(sentence for paper in papers_of(meeting) for sentence in kept_inside(paper)),
    ]


def effects_of_withdrawal(paper: Paper) -> list[str]:
    """On which public agendas the paper goes on standing when somebody takes it back."""
    steps = paper.consultations.filter(
        agenda_item__public=True, agenda_item__meeting__publication=Publication.PUBLISHED
    ).select_related("agenda_item__meeting__organization")
    return [
        f"TOP {step.agenda_item.number} der Sitzung „{step.agenda_item.meeting}“ bleibt öffentlich, ohne die Vorlage."
        for step in steps
        if step.agenda_item
    ]


def effects_of_session_withdrawal(meeting: Meeting) -> list[str]:
    """What somebody who takes a session back may expect to go with it, and what stays."""
    number = sum(paper.publication == Publication.PUBLISHED for paper in papers_of(meeting))
    if number == 1:
        return ["Die Vorlage der Sitzung bleibt öffentlich. Zurückgenommen wird sie auf ihrer eigenen Seite."]
    if number:
        return [
            f"{number} Vorlagen der Sitzung bleiben öffentlich. Zurückgenommen wird jede auf ihrer Seite."
        ]
    return []
