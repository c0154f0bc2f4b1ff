"""Which entries a list's buttons publish: only those that are not public as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from ratslinde.council.bodies.models import Body
from ratslinde.desk.landscape.listing import listed_actors, listed_offers
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries.unlike import unlike_public
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may
from ratslinde.verbs.rows import Publication

MOST = 500
Entry = Actor | Offer
LISTS: Mapping[str, Callable[[Account, Body, Mapping[str, str]], QuerySet[Any]]] = {
    "actors": listed_actors, "offers": listed_offers,
}  # fmt: skip
"""The rows that a list shows with these filters, by its name."""


def chosen(account: Account, body: Body, sent: QueryDict) -> list[Entry]:
    """Of the ticked rows, or of all that the list's filters find, those that are not public as they are."""
    listed = LISTS.get(sent.get("alle", ""))
    if listed is not None:
        filters = {key: str(value) for key, value in sent.items()}
        filters["stand"] = filters.get("stand_der_liste", "")
        return unlike_public(account, listed(account, body, filters), withdrawn=_wanted(filters))
    ids = sent.getlist("zeile")[:MOST]
    tables = (
        Actor.objects.select_related("kind", "place"),
        Offer.objects.select_related("actor", "form"),
    )
    ticked = (table.filter(body=body, archived_at=None, public_id__in=ids) for table in tables)
    return [row for rows in ticked for row in unlike_public(account, rows, withdrawn=True)]


def number_to_publish(account: Account, rows: QuerySet[Any], filters: Mapping[str, str]) -> int:
    """How many of the list its button publishes; 0 for those who may not."""
    if not may(account, "landscape.publish"):
        return 0
    ready, _ = parted(unlike_public(account, rows, withdrawn=_wanted(filters)))
    return len(ready)


def parted(rows: list[Entry]) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """At most `MOST` that can be published, and those that cannot, with the reason."""
    waiting = actions.obstacles(rows)
    held = {row for row, _ in waiting}
    return [row for row in rows if row not in held][:MOST], waiting


def _wanted(filters: Mapping[str, str]) -> bool:
    """Whether somebody looks at what was taken back: else nobody meant to publish that again."""
    return filters.get("stand") == Publication.WITHDRAWN
