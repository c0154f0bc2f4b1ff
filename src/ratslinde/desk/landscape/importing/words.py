"""What the words of a list mean here that are none of the town's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.landscape.importing.views import TRAIL
from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.meanings import Meanings, Options
from ratslinde.integration.importing.models import ImportRun
from ratslinde.kernel.errors import Forbidden, Refused

LEAVE_OUT, LATER = "-", ""
"""What is chosen for a word that means nothing here, and for one that nobody has said anything about."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One word: where it stands, in how many rows, and what is chosen. `proposed`: nobody has chosen that yet."""

    name: str
    word: str
    columns: str
    rows: int
    chosen: str
    proposed: bool


@dataclass(frozen=True, kw_only=True)
class Group:
    """The words of one vocabulary, and what they can mean."""

    title: str
    key: str
    lines: list[Line]
    options: Options


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.import")
def words(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say for each word which term it is, or that it is left out; what nobody has said stays a note on its rows."""
    run = queries.run(actor(request), public_id)
    back = reverse("desk_importing:run", args=[public_id])
    if not run.words:
        return HttpResponseRedirect(back)
    error = ""
    if request.method == "POST":
        try:
            actions.map_words(actor(request), run, meanings=_given(request, run))
        except Forbidden:
            raise
        except Refused as refusal:
            error = refusal.message
        else:
            return said(request, "Gemerkt, auch für die nächste Liste, und neu verglichen.", go=back)
    context = {
        "title": "Wörter zuordnen",
        "run": run,
        "groups": _groups(run),
        "back": back,
        "error": error,
        "leave_out": LEAVE_OUT,
    }
    return page(request, "desk_importing/words.html", context, trail=[*TRAIL, (run.name, back)])


def _given(request: HttpRequest, run: ImportRun) -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    for at, each in enumerate(run.words):
        chosen = request.POST.get(f"wort-{at}")
        if chosen is not None:
            meaning = {LEAVE_OUT: "", LATER: None}.get(chosen, chosen)
            found[each["among"], each["key"]] = meaning
    return found


def _groups(run: ImportRun) -> list[Group]:
    offered = Meanings(run.body)
    numbered = sorted(enumerate(run.words), key=lambda each: _rank(each[1], offered))
    return [
        Group(
            title=offered.title(among),
            key=among,
            lines=[_line(at, each, offered) for at, each in several],
            options=offered.options(among),
        )
        for among, several in groupby(numbered, key=lambda each: each[1]["among"])
    ]


def _rank(word: Mapping[str, Any], offered: Meanings) -> tuple[str, bool, int]:
    """By vocabulary; first those for which there is a proposal, then those of most rows."""
    return offered.title(word["among"]), not offered.has(word["among"], word["near"]), -word["rows"]


def _line(at: int, each: dict[str, Any], offered: Meanings) -> Line:
    said = offered.said(each["among"], each["key"])
    near = each["near"] if offered.has(each["among"], each["near"]) else LATER
    return Line(
        name=f"wort-{at}",
        word=each["word"],
        columns=", ".join(each["columns"]),
        rows=each["rows"],
        chosen=near if said is None else said or LEAVE_OUT,
        proposed=said is None and bool(near),
    )
