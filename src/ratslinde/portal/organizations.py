"""Council bodies, lists and departments."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.kernel import clock
from ratslinde.portal import choices
from ratslinde.portal.answers import entry_at, public_page, show
from ratslinde.portal.crumbs import trail
from ratslinde.portal.members import members_of
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry

RECENT = 5


@dataclass(frozen=True, kw_only=True)
class Branch:
    """An organization with what belongs to it."""

    organization: Entry
    parts: list[Entry]


@public_page
def organization_list(request: HttpRequest) -> HttpResponse:
    """The council bodies with their groups, then the lists, then what existed once."""
    found = choices.organizations()
    present = [each for each in found if _exists(each)]
    context = {
        "bodies": _branches([each for each in present if _type(each) == "Gremium"]),
        "lists": [each for each in present if _type(each) == "Fraktion"],
        "departments": [each for each in present if _type(each) == "Verwaltungsbereich"],
        "former": [each for each in found if not _exists(each)],
        "trail": trail((gettext("Gremien"), "")),
    }
    return show(request, "portal/organization_list.html", context)


@public_page
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """An organization: members, names over time, groups, sessions."""
    entry = entry_at(f"gremien/{slug}/", "organization")
    members = members_of(entry)
    others = choices.organizations()
    parents = entry.linked("subOrganizationOf")
    morning = clock.at(clock.today(), 0)
    context = {
        "organization": entry,
        "page": entry.page,
        "kind": _type(entry),
        "exists": _exists(entry),
        "parent": next((each for each in others if each.id in parents), None),
        "parts": [each for each in others if entry.id in each.linked("subOrganizationOf")],
        "members": [each for each in members if each.present],
        "former_members": [each for each in members if not each.present],
        "upcoming": outlet.in_lists(entry.id, "meeting", start=morning, newest_first=False, most=RECENT),
        "past": outlet.in_lists(entry.id, "meeting", end=morning, most=RECENT),
        "slug": slug,
        "trail": trail((gettext("Gremien"), "/gremien/"), (entry.title, "")),
    }
    return show(request, "portal/organization.html", context)


def _type(organization: Entry) -> str:
    return str(organization.oparl.get("organizationType", ""))


def _exists(organization: Entry) -> bool:
    end = organization.oparl.get("endDate")
    return not end or datetime.date.fromisoformat(end) >= clock.today()


def _branches(bodies: list[Entry]) -> list[Branch]:
    ids = {each.id for each in bodies}
    parts: defaultdict[str, list[Entry]] = defaultdict(list)
    for each in bodies:
        for parent in each.linked("subOrganizationOf"):
            parts[parent].append(each)
    roots = [each for each in bodies if not ids & set(each.linked("subOrganizationOf"))]
    return [Branch(organization=each, parts=parts[each.id]) for each in roots]
