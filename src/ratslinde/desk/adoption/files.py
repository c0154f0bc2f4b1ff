"""Files: reading one in, and throwing a wrong one away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.adoption.actions import adopt, discard
from ratslinde.council.adoption.drafting import NothingNew
from ratslinde.council.adoption.queries import source, sources
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.adoption.forms import ReadForm
from ratslinde.desk.adoption.known import ways
from ratslinde.desk.adoption.undoing import after_undoing, shown_undoing
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.lists import one_page
from ratslinde.kernel.errors import Forbidden, Refused

TRAIL = [("Einlesen", "/schreibtisch/einlesen/")]


@require_http_methods(["GET", "HEAD", "POST"])
@door("adoption.adopt")
def read_in(request: HttpRequest) -> HttpResponse:
    """Take a file or pasted text in; below it what was read before, or with `?offen=ja` what is still to be checked."""
    form, known = ReadForm(request.POST or None, request.FILES or None), []
    if request.method == "POST" and form.is_valid():
        try:
            made = adopt(actor(request), the_body(), name=form.name(), data=form.data_in())
        except Forbidden:
            raise
        except Refused as refusal:
            form.add_error("file" if form.cleaned_data["file"] else "text", refusal.message)
            known = ways(refusal.known) if isinstance(refusal, NothingNew) else []
        else:
            return HttpResponseRedirect(reverse("desk:source", args=[made.public_id]))
    waiting = request.GET.get("offen") == "ja"
    read = [each for each in sources(actor(request), the_body()) if each[1] or not waiting]
    rows, paging = one_page(request, read)
    context = {
        "title": "Einlesen",
        "form": form,
        "sources": rows,
        "paging": paging,
        "waiting": waiting,
        "known": known,
    }
    return page(request, "desk/read_in.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door("adoption.discard")
def discard_source(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say what goes with a wrong file, ask, and throw it away."""
    read = source(actor(request), public_id)
    refusal = ""
    if request.method == "POST":
        try:
            done = discard(actor(request), read)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
        else:
            return said(request, after_undoing(done), go=reverse("desk:sources"))
    context = {"title": f"Verwerfen: {read.name}", "source": read, "refusal": refusal, **shown_undoing(read)}
    return page(request, "desk/discard.html", context, trail=TRAIL)
