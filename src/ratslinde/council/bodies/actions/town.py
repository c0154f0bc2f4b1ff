"""The town and its terms: setting up, changing, publishing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde import __version__
from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.actions.checks import refuse_backwards
from ratslinde.council.bodies.models import (
    Body,
    LegislativeTerm,
)
from ratslinde.council.releasing import Release, carry_out
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import change

KEY_LENGTHS = (5, 8)
PRODUCT = f"Ratslinde {__version__}"
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
def publish_town(_actor: Actor, body: Body) -> list[str]:
    """Make the town and its terms public, or bring them up to date."""
    return carry_out(town_release(body))


def town_release(body: Body) -> Release:
    """What publishing the town makes public."""
    terms = list(body.terms.order_by("start"))
    values = (
        public.system_value(body, product=PRODUCT),
        public.body_value(body),
        *map(public.term_value, terms),
    )
    return Release(values=values, rows=(body, *terms))
