"""Meetings: list, page and form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.queries import bodies_to_meet, the_body
from ratslinde.council.meetings import actions, queries
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.queries import papers_to_put_on, steps_by_item
from ratslinde.desk.documents.forms import UploadForm
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.lists import number_in, one_page
from ratslinde.desk.meetings.forms import MeetingForm, NewItemForm, PutOnForm
from ratslinde.desk.meetings.ordering import parts
from ratslinde.journal.history import entries_of
from ratslinde.verbs import may
from ratslinde.verbs.rows import Publication

TRAIL = [("Sitzungen", "/schreibtisch/sitzungen/")]


@require_GET
@door("meeting.read")
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings, newest first, searched and filtered."""
    body, asked = the_body(), request.GET
    rows = queries.find_meetings(
        actor(request),
        body,
        text=asked.get("q", "").strip(),
        organization=asked.get("gremium", ""),
        year=number_in(request, "jahr"),
        publication=asked.get("stand", ""),
    )
    found, paging = one_page(request, rows)
    filters = {
        "organizations": [(each.public_id, str(each)) for each in bodies_to_meet(body)],
        "years": [(str(year), year) for year in queries.years(body)],
        "states": Publication.choices,
        "asked": asked,
    }
    return page(
        request, "desk/meetings.html", {"title": "Sitzungen", "meetings": found, "paging": paging, **filters}
    )


@require_GET
@door("meeting.read")
def meeting(request: HttpRequest, public_id: str) -> HttpResponse:
    """A meeting with everything that can be done with it."""
    return whole(request, queries.meeting(actor(request), public_id))


def whole(request: HttpRequest, found: Meeting, **forms: object) -> HttpResponse:
    """The page of the meeting; `forms` that were sent and refused stand in the place of empty ones."""
    context: dict[str, Any] = {
        "title": str(found),
        **agenda_context(found),
        **_papers_to_put_on(request, found),
        **forms,
    }
    context["history"] = entries_of([found.public_id, *(item.public_id for item in context["items"])])
    return page(request, "desk/meeting.html", context, trail=TRAIL)


def agenda_context(found: Meeting) -> dict[str, Any]:
    """What the agenda editor shows."""
    items = queries.agenda(found)
    return {
        "meeting": found,
        "items": items,
        "parts": parts(items, steps_by_item(found)),
        "checks": queries.checks(found),
        "documents": found.documents.select_related("stored").order_by("pk"),
        "printed": [each for each in (found.announcement, found.agenda_document) if each],
        "minutes": [found.minutes] if found.minutes else [],
        "item_form": NewItemForm(prefix="neu"),
        "upload": UploadForm(),
    }


def _papers_to_put_on(request: HttpRequest, found: Meeting) -> dict[str, object]:
    if not may(actor(request), "paper.put_on_agenda"):
        return {}
    papers = papers_to_put_on(actor(request), found, most=200)
    return {
        "waiting": len(papers),
        "put_on": PutOnForm(papers=papers, items=queries.agenda(found), prefix="vorlage"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@door("meeting.draft")
def new_meeting(request: HttpRequest) -> HttpResponse:
    """Draft a meeting."""
    body = the_body()
    form = MeetingForm(request.POST or None, body=body, initial={"issued_at": body.short_name or body.name})
    made = handed_in(request, form, lambda: actions.draft_meeting(actor(request), body, **form.entered()))
    if made:
        go = reverse("desk:meeting", args=[made.public_id])
        return said(request, "Die Sitzung ist angelegt. Als Nächstes: die Tagesordnung.", go=go)
    return form_page(request, form, title="Neue Sitzung", back=reverse("desk:meetings"), trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("meeting.edit")
def edit_meeting(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a meeting without its agenda."""
    found = queries.meeting(actor(request), public_id)
    form = MeetingForm(request.POST or None, body=found.body, row=found)
    back = reverse("desk:meeting", args=[public_id])
    done = handed_in(request, form, lambda: actions.edit_meeting(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
        joint_with=form.chosen("joint_with"),
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    return form_page(request, form, title="Sitzung bearbeiten", back=back, trail=[*TRAIL, (str(found), back)])


@require_POST
@door("meeting.edit")
def choose_invitation(request: HttpRequest, public_id: str) -> HttpResponse:
    """One of the meeting's files is the invitation, or none."""
    found = queries.meeting(actor(request), public_id)
    chosen = request.POST.get("dokument", "")
    document = found.documents.get(public_id=chosen) if chosen else None
    back = f"{reverse('desk:meeting', args=[public_id])}#dokumente"
    return attempt(
        request,
        lambda: actions.choose_invitation(actor(request), found, document=document),
        done="Das ist die Einladung." if document else "Keines der Dokumente ist mehr die Einladung.",
        back=back,
    )
