"""A list comes in: the file, the dry run with its decisions, carrying out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.landscape.importing.forms import ImportForm
from ratslinde.desk.landscape.importing.showing import KIND_TITLES, told, verdict_options
from ratslinde.desk.lists import one_page
from ratslinde.integration.importing import actions, lacking, pace, queries
from ratslinde.integration.importing.meanings import unknown_words
from ratslinde.integration.importing.models import ImportRun, RunState, Verdict
from ratslinde.kernel.errors import Forbidden, Refused

TRAIL = [
    ("Integration", "/schreibtisch/integration/"),
    ("Listen einlesen", "/schreibtisch/integration/import/"),
]
"""Seconds between two looks at a run that the worker is at."""


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.import")
def imports(request: HttpRequest) -> HttpResponse:
    """Take a file in; below it the templates and what came in before."""
    form = (
        ImportForm(request.POST or None, request.FILES or None) if request.method == "POST" else ImportForm()
    )
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            made = actions.read_in(actor(request), the_body(), name=upload.name, data=upload.read())
        except Forbidden:
            raise
        except Refused as refusal:
            form.add_error("file", refusal.message)
        else:
            return HttpResponseRedirect(next_step(made))
    found, paging = one_page(request, queries.runs(actor(request), the_body()))
    context = {
        "title": "Listen einlesen",
        "form": form,
        "runs": found,
        "paging": paging,
        "kinds": KIND_TITLES,
    }
    return page(request, "desk_importing/imports.html", context, trail=TRAIL[:1])


@require_GET
@door("landscape.import")
def run(request: HttpRequest, public_id: str) -> HttpResponse:
    """The dry run, or how far the worker is, or what became of it."""
    found = queries.run(actor(request), public_id)
    if found.state == RunState.MAPPING:
        return HttpResponseRedirect(reverse("desk_importing:columns", args=[public_id]))
    if found.state in (RunState.COMPARING, RunState.CARRYING, RunState.UNDOING):
        return _waiting(request, found)
    asked = request.GET.get("stand", ""), request.GET.get("art", ""), bool(request.GET.get("fehler"))
    counts = queries.counts(found)
    shown = asked[0] or (Verdict.OPEN if counts[Verdict.OPEN] and not any(asked) else "")
    rows = queries.rows(found, verdict="" if shown == "alle" else shown, kind=asked[1], problems=asked[2])
    some, paging = one_page(request, rows)
    shown_rows = told(found, some)
    context = {
        "title": found.name,
        "run": found,
        "counts": counts,
        "verdicts": verdict_options(counts),
        "kinds": [(kind, KIND_TITLES[kind]) for kind in queries.kind_counts(found)],
        "asked": {"stand": shown, "art": asked[1], "fehler": asked[2]},
        "with_problems": queries.rows(found, problems=True).count(),
        "rows": shown_rows,
        "proposed": any(each.chosen and each.row.verdict == Verdict.OPEN for each in shown_rows),
        "paging": paging,
        "carried": queries.carried(found),
        "stayed": queries.stayed(found),
        "undescribed": lacking.undescribed(found) if found.state == RunState.REVIEW else {},
        "unknown_words": unknown_words(found),
        "learns": queries.learns(found),
        "newer": queries.waiting_for_newer(found) if found.state == RunState.REVIEW else 0,
        "writes": counts[Verdict.NEW] + counts[Verdict.CHANGED] + counts[Verdict.TOGETHER],
    }
    return page(request, "desk_importing/run.html", context, trail=TRAIL)


@require_POST
@door("landscape.import")
def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep what was chosen for the rows of the page; with an answer for all in which something newer stands, both."""
    found, for_all, chosen = (
        queries.run(actor(request), public_id),
        request.POST.get("fuer-alle", ""),
        _chosen(request),
    )
    back = reverse("desk_importing:run", args=[public_id])
    query = request.POST.get("zurueck", "")
    back += f"?{query}" if query and "\n" not in query else ""
    return attempt(
        request,
        lambda: (
            actions.decide_newer(actor(request), found, choice=for_all, besides=chosen)
            if for_all
            else actions.decide(actor(request), found, decisions=chosen)
        ),
        done="Gemerkt und neu verglichen.",
        back=back,
    )


def _chosen(request: HttpRequest) -> dict[int, tuple[str, str]]:
    """What was chosen for the rows of the page, by their number."""
    chosen: dict[int, tuple[str, str]] = {}
    for name, value in request.POST.items():
        number = name.removeprefix("zeile-")
        if name.startswith("zeile-") and number.isdecimal() and len(number) < 7 and value:
            choice, _, target = str(value).partition(":")
            chosen[int(number)] = (choice, target)
    return chosen


@require_POST
@door("landscape.import")
def compare_again(request: HttpRequest, public_id: str) -> HttpResponse:
    """Compare with what stands now."""
    found = queries.run(actor(request), public_id)
    back = reverse("desk_importing:run", args=[public_id])
    return attempt(
        request, lambda: actions.compare_again(actor(request), found), done="Neu verglichen.", back=back
    )


@require_POST
@door("landscape.import")
def carry_out(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write what the dry run shows."""
    found = queries.run(actor(request), public_id)
    back = reverse("desk_importing:run", args=[public_id])
    long = found.rows.count() > pace.LONG
    done = "Wird übernommen. Das dauert einen Moment." if long else "Übernommen. Alles Neue ist ein Entwurf."
    return attempt(request, lambda: actions.carry_out(actor(request), found), done=done, back=back)


@require_POST
@door("landscape.import")
def discard(request: HttpRequest, public_id: str) -> HttpResponse:
    """Throw the run away."""
    found = queries.run(actor(request), public_id)
    left = actions.discard_run(actor(request), found)
    done = "Verworfen. Geändert wurde nichts."
    if left.state == RunState.DONE:
        done = "Der Rest ist verworfen. Was schon übernommen war, bleibt."
    return said(request, done, go=reverse("desk_importing:imports"))


def _waiting(request: HttpRequest, found: ImportRun) -> HttpResponse:
    total = found.total if found.state == RunState.CARRYING else found.rows.count()
    context = {"title": found.name, "run": found, "done": queries.done(found), "total": total}
    return page(request, "desk_importing/waiting.html", context, trail=TRAIL, under_way=True)


def next_step(made: ImportRun) -> str:
    """Where it goes on: the columns, then the words that nobody knows, then the dry run."""
    name = "words" if unknown_words(made) else "run"
    name = "columns" if made.state == RunState.MAPPING else name
    return reverse(f"desk_importing:{name}", args=[made.public_id])
