"""The pages of the inbox."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.inbox import actions, queries
from ratslinde.desk.inbox.showing import changed, rows, stand
from ratslinde.desk.lists import one_page
from ratslinde.inbox import kinds
from ratslinde.inbox import queries as inbox
from ratslinde.inbox.models import Submission, SubmissionState
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs import may

LIST = "desk_inbox:submissions"
DECIDED = "entschieden"
CONFIRMED = "bestaetigt"
SETTLED = {
    CONFIRMED: "Erledigt. Der Eintrag ist als heute bestätigt eingetragen.",
    "erledigt": "Erledigt. Der Eintrag gilt nicht als bestätigt.",
}
"""What settling by hand is called in the form, and what it says."""

LEFT = "Übernommen. Noch zu tun ist, was unten in eigenen Worten steht."


@require_GET
@door("inbox.read")
def submissions(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; or what was decided."""
    kind, decided = request.GET.get("art", ""), request.GET.get("stand") == DECIDED
    found, paging = one_page(request, queries.submissions(actor(request), kind=kind, decided=decided))
    names, labels = inbox.names_of(found), {each.name: each.label for each in kinds.kinds()}
    context = {
        "title": "Eingang",
        "lines": [(row, labels[row.kind], names.get(row.about, "")) for row in found],
        "left": [] if decided else [row.pk for row in found if queries.is_left(row)],
        "paging": paging,
        "kinds": [
            (name, f"{label} ({number})") for name, label, number in queries.waiting_by_kind(actor(request))
        ],
        "kind": kind,
        "states": [("", "wartet"), (DECIDED, "entschieden")],
        "state": DECIDED if decided else "",
        "decided": decided,
        "counts": may(actor(request), "counts.read"),
    }
    return page(request, "desk/inbox/submissions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door("inbox.read")
def submission(request: HttpRequest, public_id: str) -> HttpResponse:
    """One submission as a difference; accept all, accept what was chosen, settle by hand, or decline with a reason."""
    row = queries.submission(actor(request), public_id)
    if request.method != "POST":
        return _show(request, row)
    try:
        sentence, go = _decide(request, row)
    except Forbidden:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
        return HttpResponseRedirect(request.path)
    return said(request, sentence, go=go)


def _decide(request: HttpRequest, row: Submission) -> tuple[str, str]:
    """Do what was decided; the sentence that says so, and where to go from there."""
    asked, list_of_all = request.POST.get("entscheidung"), reverse(LIST)
    if asked == "ablehnen":
        reason, seen = request.POST.get("reason", ""), request.POST.get("fassung", "")
        actions.decline(actor(request), row, reason=reason, seen=seen)
        return "Abgelehnt. Der Grund ist festgehalten.", list_of_all
    seen = request.POST.get("stand", "")
    if asked in SETTLED:
        actions.settle(actor(request), row, seen=seen, confirmed=asked == CONFIRMED)
        return SETTLED[asked], list_of_all
    if asked not in ("alles", "auswahl"):
        raise Refused("Bitte wählen Sie, was mit der Meldung geschehen soll.")
    chosen = request.POST.getlist("feld") if asked == "auswahl" else None
    done = actions.accept(actor(request), row, seen=seen, fields=chosen)
    if done.state == SubmissionState.NEW:
        return LEFT, request.path
    kind = kinds.kind(row.kind)
    about = "" if kind.by_field or not row.about else kind.address(row.about)
    return kind.taken, about or list_of_all


def _show(request: HttpRequest, row: Submission) -> HttpResponse:
    kind = kinds.kind(row.kind)
    name = inbox.names_of([row]).get(row.about, "")
    context = {
        "title": f"{kind.label}: {name}" if name else kind.label,
        "row": row,
        "kind": kind,
        "about": kind.address(row.about) if row.about else "",
        "form": kind.form(row.about) if row.about else "",
        "name": name,
        **(_difference(row) if row.state == SubmissionState.NEW else {}),
    }
    return page(request, "desk/inbox/submission.html", context, trail=[("Eingang", reverse(LIST))])


def _difference(row: Submission) -> dict[str, Any]:
    """What the page shows of a submission that waits; of one that cannot be read, only why."""
    kind = kinds.kind(row.kind)
    try:
        lines = inbox.lines(row)
    except Refused as refusal:
        return {"unreadable": refusal.message}
    return {
        "rows": rows(kind, lines),
        "changed": len(changed(kind, lines)),
        "by_hand": any(line.by_hand for line in lines),
        "stand": stand(lines),
    }
