"""Papers: list, page and form. A department sees and edits its own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import departments, the_body
from ratslinde.council.meetings.queries import coming_meetings
from ratslinde.council.papers import actions, queries
from ratslinde.council.papers.models import Paper
from ratslinde.desk.documents.forms import UploadForm
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.lists import one_page
from ratslinde.desk.papers.forms import MeetingChoice, PaperForm, ReportForm, StepForm
from ratslinde.journal.history import entries_of
from ratslinde.kernel import blocks
from ratslinde.verbs import may, require
from ratslinde.verbs.rows import Publication

TRAIL = [("Vorlagen", "/schreibtisch/vorlagen/")]
_BLOCKS = ("proposal", "costs", "financing", "explanation")


@require_GET
@door("paper.read")
def papers(request: HttpRequest) -> HttpResponse:
    """The papers that this person may read, newest first."""
    body, asked = the_body(), request.GET
    rows = queries.find_papers(
        actor(request),
        body,
        text=asked.get("q", "").strip(),
        lead=asked.get("amt", ""),
        publication=asked.get("stand", ""),
        waiting=asked.get("wartet", "") == "ja",
    )
    found, paging = one_page(request, rows)
    context = {
        "title": "Vorlagen",
        "papers": found,
        "paging": paging,
        "leads": [(each.public_id, str(each)) for each in departments(body)],
        "states": Publication.choices,
        "asked": asked,
    }
    return page(request, "desk/papers.html", context)


@require_GET
@door("paper.read")
def paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """A paper in the order of its printed form, with everything that can be done with it."""
    return whole(request, queries.paper(actor(request), public_id))


def whole(request: HttpRequest, found: Paper, **forms: object) -> HttpResponse:
    """The page of the paper; `forms` that were sent and refused stand in the place of empty ones."""
    steps = queries.steps(found)
    context = {
        "title": found.title,
        "paper": found,
        "steps": steps,
        "texts": {name: blocks.parse(getattr(found, name)) for name in _BLOCKS},
        "reports": found.planned_reports.select_related("organization").order_by("date", "pk"),
        "participants": found.participants.prefetch_related("names").order_by("pk"),
        "documents": found.attachments.select_related("stored").order_by("pk"),
        "upload": UploadForm(),
        "step_form": StepForm(body=found.body, prefix="schritt"),
        "report_form": ReportForm(body=found.body, prefix="vorstellung"),
        "history": entries_of([found.public_id, *(step.public_id for step in steps)]),
        **_meetings(request, found),
        **forms,
    }
    return page(request, "desk/paper.html", context, trail=TRAIL)


def _meetings(request: HttpRequest, found: Paper) -> dict[str, object]:
    if not may(actor(request), "paper.put_on_agenda"):
        return {}
    meetings = coming_meetings(actor(request), found.body)
    return {"meeting_choice": MeetingChoice(meetings=meetings) if meetings else None}


@require_http_methods(["GET", "HEAD", "POST"])
@door("paper.draft")
def new_paper(request: HttpRequest) -> HttpResponse:
    """Draft a paper."""
    body = the_body()
    leads = queries.leads(actor(request), body)
    first = {} if may(actor(request), "meeting.draft") else {"lead": leads.first()}
    form = PaperForm(request.POST or None, body=body, actor=actor(request), initial=first)
    made = handed_in(request, form, lambda: _drafted(request, form, body=body))
    if made:
        go = reverse("desk:paper", args=[made.public_id])
        return said(request, "Die Vorlage ist angelegt. Als Nächstes: die Beratungsfolge.", go=go)
    return form_page(request, form, title="Neue Vorlage", back=reverse("desk:papers"), trail=TRAIL)


def _drafted(request: HttpRequest, form: PaperForm, *, body: Body) -> Paper:
    values = form.entered()
    return actions.draft_paper(actor(request), values.pop("lead"), body=body, **values)


@require_http_methods(["GET", "HEAD", "POST"])
@door("paper.edit")
def edit_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change the blocks of a paper."""
    found, back = queries.paper(actor(request), public_id), reverse("desk:paper", args=[public_id])
    require(actor(request), "paper.edit", found)
    form = PaperForm(request.POST or None, body=found.body, actor=actor(request), row=found)
    done = handed_in(request, form, lambda: actions.edit_paper(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
        participants=form.chosen("participants"),
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    note = "Beratungsfolge, spätere Vorstellungen und Anlagen bearbeiten Sie auf der Seite der Vorlage."
    return form_page(
        request,
        form,
        title="Vorlage bearbeiten",
        back=back,
        trail=[*TRAIL, (found.title[:80], back)],
        note=note,
    )
