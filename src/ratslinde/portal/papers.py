"""Papers: the list and the paper itself, its blocks in the order of the printed form."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.kernel.blocks import Block
from ratslinde.portal.answers import entry_at, public_page, show
from ratslinde.portal.asking import asked_list
from ratslinde.portal.crumbs import trail
from ratslinde.portal.lines import document_line, document_lines
from ratslinde.portal.way import standing, way_of
from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry


@dataclass(frozen=True, kw_only=True)
class Section:
    """A block of the form with its heading."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


@public_page
def paper_list(request: HttpRequest) -> HttpResponse:
    """All papers, newest first, or those that a body consulted, or those of a year."""
    asked = asked_list(request, "paper")
    paging = asked.paging(end=asked.span[1])
    context = {
        **asked.filters(),
        "papers": asked.entries(paging, end=asked.span[1]),
        "paging": paging,
        "trail": trail((gettext("Vorlagen"), "")),
    }
    return show(request, "portal/paper_list.html", context)


@public_page
def paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """A paper: facts, its way, its text, its documents."""
    entry = entry_at(f"vorlagen/{public_id}/", "paper")
    steps = way_of(entry)
    raw = entry.oparl
    context = {
        "paper": entry,
        "page": entry.page,
        "reference": raw.get("reference", ""),
        "kind": raw.get("paperType", ""),
        "date": raw.get("date"),
        "steps": steps,
        "standing": standing(steps),
        "sections": _sections(entry),
        "main": document_line(raw["mainFile"]) if "mainFile" in raw else None,
        "attachments": document_lines(raw.get("auxiliaryFile", [])),
        "reports": _reports(entry),
        "trail": trail((gettext("Vorlagen"), "/vorlagen/"), (raw.get("reference") or entry.title, "")),
    }
    return show(request, "portal/paper.html", context)


def _sections(entry: Entry) -> list[Section]:
    page = entry.page
    if not isinstance(page, pages.PaperPage):
        return []
    proposal = page.proposal_heading or gettext("Beschlussvorschlag")
    found = (
        ("proposal", proposal, page.proposal),
        ("costs", gettext("Kosten und Folgekosten"), page.costs),
        ("financing", gettext("Finanzierung"), page.financing),
        ("explanation", gettext("Erläuterungen"), page.explanation),
    )
    return [Section(name=name, heading=heading, blocks=blocks) for name, heading, blocks in found if blocks]


def _reports(entry: Entry) -> list[tuple[pages.PlannedReport, str]]:
    """Each report that is only planned, and the address of its body's page or ''."""
    page = entry.page
    if not isinstance(page, pages.PaperPage) or not page.planned_reports:
        return []
    bodies = outlet.by_ids(report.organization for report in page.planned_reports)
    return [
        (report, f"/{bodies[report.organization].path}" if report.organization in bodies else "")
        for report in page.planned_reports
    ]
