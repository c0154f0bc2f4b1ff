"""The paper's way: its steps in order, later presentations, and the meeting whose agenda it is put on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.council.meetings.queries import coming_meetings
from ratslinde.council.papers import actions, queries
from ratslinde.council.papers.models import Consultation, Paper, PlannedReport
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.papers.forms import MeetingChoice, ReportForm, StepForm
from ratslinde.desk.papers.views import TRAIL, whole
from ratslinde.verbs import require

_STEPS = {"hoch": -1, "runter": 1}


@require_POST
@door("paper.edit")
def add_step(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a step at the end."""
    found = _own(request, public_id)
    form = StepForm(request.POST, body=found.body, prefix="schritt")
    done = handed_in(request, form, lambda: actions.add_consultation(actor(request), found, **form.entered()))
    if done:
        return said(request, "Der Schritt ist hinzugefügt.", go=_way(found))
    return whole(request, found, step_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@door("paper.edit")
def edit_step(request: HttpRequest, public_id: str, step_id: str) -> HttpResponse:
    """Change body, day or role of a step."""
    found = _own(request, public_id)
    step: Consultation = found.consultations.select_related("meeting", "organization").get(public_id=step_id)
    form = StepForm(request.POST or None, body=found.body, row=step)
    done = handed_in(request, form, lambda: actions.edit_consultation(
        actor(request), found, consultation=step, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=_way(found))
    context = {"title": "Schritt der Beratungsfolge", "form": form, "back": _way(found)}
    return page(request, "desk/step.html", context, trail=[*TRAIL, (found.title[:80], _way(found))])


@require_POST
@door("paper.edit")
def move_step(request: HttpRequest, public_id: str, step_id: str) -> HttpResponse:
    """Move a step by one place."""
    found = _own(request, public_id)
    order = [step.public_id for step in queries.steps(found)]
    here = order.index(step_id) if step_id in order else 0
    there = min(max(here + _STEPS.get(request.POST.get("richtung", ""), 0), 0), len(order) - 1)
    order[here], order[there] = order[there], order[here]
    return attempt(
        request,
        lambda: actions.order_consultations(actor(request), found, order=order, revision=found.revision),
        done=f"Jetzt an Stelle {there + 1} von {len(order)}.",
        back=_way(found),
    )


@require_POST
@door("paper.edit")
def remove_step(request: HttpRequest, public_id: str, step_id: str) -> HttpResponse:
    """Take a step out."""
    found = _own(request, public_id)
    step: Consultation = found.consultations.get(public_id=step_id)
    return attempt(
        request,
        lambda: actions.remove_consultation(actor(request), found, consultation=step),
        done="Der Schritt ist entfernt.",
        back=_way(found),
    )


@require_POST
@door("paper.edit")
def add_report(request: HttpRequest, public_id: str) -> HttpResponse:
    """Note a later presentation."""
    found = _own(request, public_id)
    form = ReportForm(request.POST, body=found.body, prefix="vorstellung")
    if not form.is_valid():
        return whole(request, found, report_form=form)
    return attempt(
        request,
        lambda: actions.plan_report(actor(request), found, **form.cleaned_data),
        done="Die spätere Vorstellung ist vermerkt.",
        back=_way(found),
    )


@require_POST
@door("paper.edit")
def remove_report(request: HttpRequest, public_id: str, report_id: int) -> HttpResponse:
    """Drop a later presentation."""
    found = _own(request, public_id)
    report: PlannedReport = found.planned_reports.get(pk=report_id)
    return attempt(
        request,
        lambda: actions.remove_report(actor(request), found, report=report),
        done="Die spätere Vorstellung ist entfernt.",
        back=_way(found),
    )


@require_POST
@door("paper.put_on_agenda")
def put_on(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put the paper on the agenda of a meeting as a new item."""
    found = queries.paper(actor(request), public_id)
    form = MeetingChoice(request.POST, meetings=coming_meetings(actor(request), found.body))
    if not form.is_valid():
        return whole(request, found, meeting_choice=form)
    meeting = form.chosen()
    return attempt(
        request,
        lambda: actions.put_on_agenda(actor(request), found, meeting=meeting),
        done=f"Die Vorlage steht auf der Tagesordnung: {meeting}.",
        back=_way(found),
    )


def _own(request: HttpRequest, public_id: str) -> Paper:
    found = queries.paper(actor(request), public_id)
    require(actor(request), "paper.edit", found)
    return found


def _way(found: Paper) -> str:
    return f"{reverse('desk:paper', args=[found.public_id])}#beratungsfolge"
