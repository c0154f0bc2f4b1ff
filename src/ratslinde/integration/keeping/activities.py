"""In which fields an actor says, by its link, that it is active: marks of field and role, and what becomes of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ratslinde.integration.keeping.updates import BY_LINK
from ratslinde.integration.landscape.models import Activity, ActivityRole, Actor, TaxonomyKey, Term
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenActivity
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused

_GONE = "gibt es nicht mehr"


def mark(field: Term, role: str) -> str:
    """'{public id of the field} {role}'."""
    return f"{field.public_id} {role}"


def going_on(actor: Actor) -> list[Activity]:
    """What the actor does today, in the order of the fields."""
    rows = actor.activities.select_related("field").prefetch_related("spaces")
    rows = rows.order_by("field__position", "field__pk", "role")
    return [row for row in rows if row.until is None or row.until >= clock.today()]


def marks_of(actor: Actor) -> tuple[str, ...]:
    """The marks of what the actor does today."""
    return tuple(mark(row.field, row.role) for row in going_on(actor))


def in_words(marks: Iterable[str]) -> str:
    """'Sprache (bietet an), Wohnen (berät)'; '' for none."""
    pairs = [each.partition(" ")[::2] for each in marks]
    ids = {public_id for public_id, _ in pairs}
    names = dict(Term.objects.filter(public_id__in=ids).values_list("public_id", "name"))
    roles = dict(ActivityRole.choices)
    return ", ".join(sorted(f"{names.get(field, _GONE)} ({roles.get(role, role)})" for field, role in pairs))


def given(actor: Actor, marks: Sequence[str]) -> list[GivenActivity]:
    """All activities as they are when these marks hold: what stays keeps all that is known, what is missing has ended.

    Raises Refused for a field that is gone.
    """
    asked, found = set(marks), []
    for row in actor.activities.select_related("field").prefetch_related("spaces"):
        stands = GivenActivity.of(row)
        goes_on = row.until is None or row.until >= clock.today()
        key = mark(row.field, row.role)
        found += _kept(stands, asked=key in asked) if goes_on or key in asked else [stands]
        asked.discard(key)
    return [*found, *(_new(actor, key) for key in marks if key in asked)]


def _kept(stands: GivenActivity, *, asked: bool) -> list[GivenActivity]:
    """The activity as it goes on, or as it ended yesterday; one that was to begin later has never been."""
    yesterday = clock.today() - datetime.timedelta(days=1)
    if asked:
        ended = stands.until is not None and stands.until <= yesterday
        return [replace(stands, until=None) if ended else stands]
    return [replace(stands, until=yesterday)] if not stands.since or stands.since <= yesterday else []


def _new(actor: Actor, key: str) -> GivenActivity:
    public_id, _, role = key.partition(" ")
    field = terms_of(actor.body, TaxonomyKey.FIELDS).filter(public_id=public_id).first()
    if field is None or role not in ActivityRole.values:
        raise Refused("Eines der Handlungsfelder gibt es nicht mehr. Bitte übernehmen Sie das andere.")
    return GivenActivity(field=field, role=role, source=BY_LINK)
