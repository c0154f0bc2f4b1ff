"""A person in their offices."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.kernel import clock
from ratslinde.portal.answers import entry_at, public_page, show
from ratslinde.portal.crumbs import trail
from ratslinde.portal.lines import first_linked
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry


@dataclass(frozen=True, kw_only=True)
class Office:
    """A membership from the person's side; the organization's name is that of its days."""

    organization: str
    address: str
    role: str
    sent_by: str
    sent_by_address: str
    start: str | None
    end: str | None

    @property
    def present(self) -> bool:
        """Whether it lasts today."""
        return not self.end or datetime.date.fromisoformat(self.end) >= clock.today()


@public_page
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """Somebody's offices, present ones first, and contact data where they agreed to show them."""
    entry = entry_at(f"personen/{public_id}/", "person")
    offices = _offices(entry)
    context = {
        "person": entry,
        "emails": entry.oparl.get("email", []),
        "phones": entry.oparl.get("phone", []),
        "offices": [each for each in offices if each.present],
        "former_offices": [each for each in offices if not each.present],
        "trail": trail((gettext("Gremien"), "/gremien/"), (entry.title, "")),
    }
    return show(request, "portal/person.html", context)


def _offices(person: Entry) -> list[Office]:
    memberships = outlet.by_ids(person.linked("membership"))
    wanted = [
        each
        for row in memberships.values()
        for key in ("organization", "onBehalfOf")
        for each in row.linked(key)
    ]
    known = outlet.by_ids(wanted)
    in_order = [memberships[each] for each in person.linked("membership") if each in memberships]
    return [
        _office(row, body, sender=first_linked(row, "onBehalfOf", known))
        for row in in_order
        if (body := first_linked(row, "organization", known))
    ]


def _office(membership: Entry, body: Entry, *, sender: Entry | None) -> Office:
    raw = membership.oparl
    return Office(
        organization=raw.get("ratslinde:organizationName", body.title),
        address=f"/{body.path}",
        role=raw.get("role", ""),
        sent_by=sender.title if sender else "",
        sent_by_address=f"/{sender.path}" if sender else "",
        start=raw.get("startDate"),
        end=raw.get("endDate"),
    )
