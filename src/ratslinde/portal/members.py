"""Who belongs to an organization, today and before."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.portal.lines import first_linked
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry

_RANKS = ("vorsitz", "vorstand", "sprecher", "schriftführ")


@dataclass(frozen=True, kw_only=True)
class Member:
    """One membership. `deputy_for` is the name of the member in whose place this one comes, or ''."""

    name: str
    address: str
    role: str
    votes: bool | None
    sent_by: str
    sent_by_address: str
    deputy_for: str
    start: str | None
    end: str | None

    @property
    def present(self) -> bool:
        """Whether the membership lasts today."""
        today = clock.today()
        started = not self.start or datetime.date.fromisoformat(self.start) <= today
        return started and (not self.end or datetime.date.fromisoformat(self.end) >= today)


def members_of(organization: Entry) -> list[Member]:
    """Its published memberships: chair first, then members by family name; in two queries."""
    memberships = outlet.by_ids(organization.linked("membership"))
    wanted = [
        each for row in memberships.values() for key in ("person", "onBehalfOf") for each in row.linked(key)
    ]
    known = outlet.by_ids(wanted)
    found = [(row, first_linked(row, "person", known)) for row in memberships.values()]
    pairs = [(row, person) for row, person in found if person]
    pairs.sort(key=lambda pair: _order(*pair))
    return [_member(row, person, memberships=memberships, known=known) for row, person in pairs]


def _order(membership: Entry, person: Entry) -> tuple[int, str, str]:
    role = membership.oparl.get("role", "").casefold()
    rank = next((place for place, word in enumerate(_RANKS) if word in role), len(_RANKS))
    deputy = "stellv" in role or "ratslinde:deputyFor" in membership.oparl
    family = person.oparl.get("familyName", person.title)
    return rank * 2 + deputy, fold(family), fold(person.oparl.get("givenName", ""))


def _member(
    membership: Entry, person: Entry, *, memberships: Mapping[str, Entry], known: Mapping[str, Entry]
) -> Member:
    raw = membership.oparl
    sender = first_linked(membership, "onBehalfOf", known)
    principal = first_linked(membership, "ratslinde:deputyFor", memberships)
    replaced = first_linked(principal, "person", known) if principal else None
    return Member(
        name=person.title,
        address=f"/{person.path}",
        role=raw.get("role", ""),
        votes=raw.get("votingRight"),
        sent_by=sender.title if sender else "",
        sent_by_address=f"/{sender.path}" if sender else "",
        deputy_for=replaced.title if replaced else "",
        start=raw.get("startDate"),
        end=raw.get("endDate"),
    )
