"""The agenda editor: add, edit, take off, and papers on and off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.council.meetings import actions, queries
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import put_on_agenda, take_off_agenda
from ratslinde.council.papers.models import Consultation
from ratslinde.council.papers.queries import papers_to_put_on
from ratslinde.desk.documents.forms import UploadForm
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.meetings.forms import ItemForm, NewItemForm, PutOnForm
from ratslinde.desk.meetings.views import TRAIL, whole
from ratslinde.journal.history import entries_of


@require_POST
@door("agenda.edit")
def add_item(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add an item at the end of its part."""
    found = queries.meeting(actor(request), public_id)
    form = NewItemForm(request.POST, prefix="neu")
    if not form.is_valid():
        return whole(request, found, item_form=form)
    values = {**form.cleaned_data, "title": " ".join(form.cleaned_data["title"].split())}
    made = actions.add_item(actor(request), found, **values)
    return said(request, f"TOP {made.number} ist aufgenommen.", go=f"{_page(found)}#neuer-punkt")


@require_http_methods(["GET", "HEAD", "POST"])
@door("agenda.edit")
def edit_item(request: HttpRequest, public_id: str, item_id: str) -> HttpResponse:
    """Title, part, result, decision and vote of an item, and its documents."""
    found = queries.meeting(actor(request), public_id)
    item = found.items.prefetch_related("documents").get(public_id=item_id)
    form, back = ItemForm(request.POST or None, row=item), f"{_page(found)}#top-{item_id}"
    done = handed_in(request, form, lambda: actions.edit_item(
        actor(request), item, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, f"TOP {done.number} ist gespeichert.", go=back)
    context = {
        "title": f"TOP {item.number} bearbeiten",
        "form": form,
        "back": back,
        "item": item,
        "meeting": found,
    }
    context |= {"upload": UploadForm(), "history": entries_of([item_id])}
    return page(request, "desk/item.html", context, trail=[*TRAIL, (str(found), _page(found))])


@require_POST
@door("agenda.edit")
def remove_item(request: HttpRequest, public_id: str, item_id: str) -> HttpResponse:
    """Take an item off: a draft disappears, an announced one stays and says so."""
    found = queries.meeting(actor(request), public_id)
    item: AgendaItem = found.items.get(public_id=item_id)
    reason = request.POST.get("reason", "").strip()
    return attempt(
        request,
        lambda: actions.remove_item(actor(request), item, reason=reason),
        done=f"TOP {item.number} ist von der Tagesordnung genommen.",
        back=f"{_page(found)}#tagesordnung",
    )


@require_POST
@door("paper.put_on_agenda")
def put_on(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put a paper that waits on the agenda."""
    found = queries.meeting(actor(request), public_id)
    papers = papers_to_put_on(actor(request), found)
    form = PutOnForm(request.POST, papers=papers, items=queries.agenda(found), prefix="vorlage")
    if not form.is_valid():
        return whole(request, found, put_on=form, waiting=len(papers))
    paper, item = form.chosen()
    return attempt(
        request,
        lambda: put_on_agenda(actor(request), paper, meeting=found, item=item),
        done=f"„{paper.title[:80]}“ steht auf der Tagesordnung.",
        back=f"{_page(found)}#tagesordnung",
    )


@require_POST
@door("paper.take_off_agenda")
def take_off(request: HttpRequest, public_id: str, step_id: str) -> HttpResponse:
    """Untie a paper from its item; the item stays."""
    found = queries.meeting(actor(request), public_id)
    step: Consultation = found.consultations.select_related("paper").get(public_id=step_id)
    return attempt(
        request,
        lambda: take_off_agenda(actor(request), step.paper, consultation=step),
        done="Die Vorlage ist vom Punkt gelöst und wartet wieder.",
        back=f"{_page(found)}#tagesordnung",
    )


def _page(found: Meeting) -> str:
    return reverse("desk:meeting", args=[found.public_id])
