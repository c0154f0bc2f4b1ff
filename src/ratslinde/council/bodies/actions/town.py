"""The town and its terms: setting up, changing, publishing, taking a term back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.actions.checks import refuse_backwards, withdrawal_of
from ratslinde.council.bodies.models import (
    Body,
    LegislativeTerm,
)
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Release, Seen, carry_out, current, require_reason
from ratslinde.verbs.rows import Publication, change

KEY_LENGTHS = (5, 8)
__all__ = ["rights"]


@action("town.set_up")
def set_up_town(
    _actor: Actor, /, _nothing: None = None, *, name: str, official_key: str = "", **more: Any
) -> Body:
    """The town of this installation; there is one. Raises Refused when it is there already."""
    if Body.objects.exists():
        raise Refused("Diese Installation hat schon eine Kommune.")
    if not name.strip():
        raise Refused("Bitte den Namen der Kommune angeben.", field="name")
    return Body.objects.create(
        name=name.strip(), slug=slug(name) or "kommune", official_key=official_key, **more
    )


@action("town.edit")
def edit_town(_actor: Actor, body: Body, *, changes: Mapping[str, Any], revision: int) -> Body:
    """Change the town's name, contact and legal texts."""
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte den Namen der Kommune angeben.", field="name")
    key = str(changes.get("official_key", ""))
    if key and (not key.isdecimal() or len(key) not in KEY_LENGTHS):
        raise Refused("Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern.", field="official_key")
    if body.second_factor_required and not changes.get("second_factor_required", True):
        raise Refused("Der zweite Faktor bleibt Pflicht.", field="second_factor_required")
    return change(body, changes, revision=revision)


@action("town.edit")
def add_term(
    _actor: Actor, body: Body, *, name: str, start: datetime.date, end: datetime.date | None
) -> LegislativeTerm:
    """A new term of office."""
    refuse_backwards(start, end)
    return LegislativeTerm.objects.create(body=body, name=name, start=start, end=end)


@action("town.edit")
def edit_term(
    _actor: Actor, term: LegislativeTerm, *, changes: Mapping[str, Any], revision: int
) -> LegislativeTerm:
    """Change name or days of a term of office."""
    refuse_backwards(changes.get("start", term.start), changes.get("end", term.end))
    return change(term, changes, revision=revision)


@action("town.publish")
def publish_town(_actor: Actor, body: Body, *, seen: Seen = None) -> list[str]:
    """Make the town and its terms public, or bring them up to date."""
    return carry_out(town_release(current(body)), seen=seen)


def town_release(body: Body) -> Release:
    """What publishing the town makes public; a term that was taken back comes back by `publish_term` only."""
    terms = list(body.terms.exclude(publication=Publication.WITHDRAWN).order_by("start"))
    values = (
        public.system_value(body),
        public.body_value(body),
        *map(public.term_value, terms),
    )
    return Release(values=values, rows=(body, *terms))


@action("town.publish")
def publish_term(_actor: Actor, term: LegislativeTerm, *, seen: Seen = None) -> list[str]:
    """Make the term of office public by itself, or bring it up to date."""
    return carry_out(term_release(current(term)), seen=seen)


def term_release(term: LegislativeTerm) -> Release:
    """What publishing the term makes public."""
    return Release(values=(public.term_value(term),), rows=(term,))


@action("town.withdraw")
def withdraw_term(_actor: Actor, term: LegislativeTerm, *, reason: str, seen: Seen = None) -> list[str]:
    """Take the term of office back from the public; publishing the town does not bring it back."""
    require_reason(reason)
    return carry_out(term_withdrawal(current(term)), seen=seen)


def term_withdrawal(term: LegislativeTerm) -> Release:
    """What is taken back with the term: itself."""
    return Release(withdrawals=(withdrawal_of(term),), gone=(term,))
