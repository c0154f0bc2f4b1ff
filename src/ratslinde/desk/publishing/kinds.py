"""What can be published from the desk, and with which verbs and queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies import queries as body_queries
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings import queries as meeting_queries
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers import queries as paper_queries
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor


def _nothing_in_the_way(_row: Any) -> list[str]:
    return []


@dataclass(frozen=True, kw_only=True)
class Publishable:
    """`public`: the address of the public page. `obstacles`: sentences on why it cannot be published yet."""

    words: str
    find: Callable[[Actor, str], Any]
    preview: Callable[[Actor, Any], tuple[Difference, ...]]
    publish: Callable[[Actor, Any], list[str]]
    page: Callable[[Any], str]
    public: Callable[[Any], str]
    obstacles: Callable[[Any], list[str]] = _nothing_in_the_way
    preview_withdrawal: Callable[[Actor, Any], tuple[Difference, ...]] | None = None
    withdraw: Callable[..., list[str]] | None = None


def _at(name: str) -> Callable[[Any], str]:
    return lambda row: reverse(f"desk:{name}", args=[row.public_id])


def _town(_actor: Actor, _public_id: str) -> Any:
    return body_queries.the_body()


_MEETING: dict[str, Any] = {
    "find": meeting_queries.meeting,
    "page": _at("meeting"),
    "public": lambda row: f"/sitzungen/{row.public_id}/",
    "preview_withdrawal": meeting_queries.preview_meeting_withdrawal,
    "withdraw": meetings.withdraw_meeting,
}
KINDS = {
    "sitzung": Publishable(
        words="Sitzung mit ihren Vorlagen",
        preview=paper_queries.preview_session,
        publish=papers.publish_session,
        obstacles=paper_queries.session_obstacles,
        **_MEETING,
    ),
    "tagesordnung": Publishable(
        words="Sitzung ohne Vorlagen",
        preview=meeting_queries.preview_meeting,
        publish=meetings.publish_meeting,
        obstacles=meeting_queries.obstacles,
        **_MEETING,
    ),
    "vorlage": Publishable(
        words="Vorlage",
        find=paper_queries.paper,
        preview=paper_queries.preview_paper,
        publish=papers.publish_paper,
        obstacles=paper_queries.obstacles,
        page=_at("paper"),
        public=lambda row: f"/vorlagen/{row.public_id}/",
        preview_withdrawal=paper_queries.preview_paper_withdrawal,
        withdraw=papers.withdraw_paper,
    ),
    "gremium": Publishable(
        words="Gremium oder Stelle",
        find=body_queries.organization,
        preview=body_queries.preview_organization,
        publish=bodies.publish_organization,
        page=_at("organization"),
        public=lambda row: f"/gremien/{row.slug}/",
        preview_withdrawal=body_queries.preview_organization_withdrawal,
        withdraw=bodies.withdraw_organization,
    ),
    "person": Publishable(
        words="Person",
        find=body_queries.person,
        preview=body_queries.preview_person,
        publish=bodies.publish_person,
        page=_at("person"),
        public=lambda row: f"/personen/{row.public_id}/",
        preview_withdrawal=body_queries.preview_person_withdrawal,
        withdraw=bodies.withdraw_person,
    ),
    "ort": Publishable(
        words="Ort",
        find=body_queries.location,
        preview=body_queries.preview_location,
        publish=bodies.publish_location,
        page=_at("location"),
        public=lambda _row: "/sitzungen/",
    ),
    "kommune": Publishable(
        words="Kommune",
        find=_town,
        preview=body_queries.preview_town,
        publish=bodies.publish_town,
        page=lambda _row: reverse("desk:town"),
        public=lambda _row: "/",
    ),
}
