"""New rows out of statements, with the landscape's verbs."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Actor,
    LandscapeRow,
    Offer,
    Place,
    SocialSpace,
    Taxonomy,
    Term,
)
from ratslinde.integration.landscape.restoring import restored
from ratslinde.record.publishing import latest_versions
from ratslinde.verbs import Actor as Account

Values = Mapping[str, Any]
_PUBLIC_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{14}")


def add_taxonomy(_account: Account, body: Body, values: Values, identity: Values) -> Taxonomy:
    """A list of words that the town did not have."""
    given = {name: values.get(name, "") for name in ("key", "name", "description", "uri", "version")}
    return Taxonomy.objects.create(body=body, **given, **_identity("taxonomy", identity))


def add_term(account: Account, _body: Body, values: Values, identity: Values) -> Term:
    """A word at the place that the file gives it."""
    more = {name: values[name] for name in ("code", "description") if name in values}
    if "parent" in values:
        more["parent"] = restored(Term, "parent", values["parent"])
    taxonomy = Taxonomy.objects.get(public_id=values["taxonomy"])
    made = actions.add_term(account, taxonomy, name=values["name"], **more, **_identity("term", identity))
    if "position" in values:
        Term.objects.filter(pk=made.pk).update(position=values["position"])
        made.position = values["position"]
    if values.get("mappings"):
        rows = [tuple(each) for each in values["mappings"]]
        made = actions.edit_term(account, made, changes={"mappings": rows}, revision=made.revision)
    return made


def add_space(account: Account, body: Body, values: Values, identity: Values) -> LandscapeRow:
    """A social space."""
    given = {name: restored(SocialSpace, name, value) for name, value in values.items()}
    return actions.add_space(account, body, **given, **_identity("space", identity))


def add_place(account: Account, body: Body, values: Values, identity: Values) -> Place:
    """A place; a social space that its coordinates do not give was set by hand."""
    given = {name: restored(Place, name, value) for name, value in values.items()}
    space = given.pop("space", None)
    by_hand = given.pop("space_by_hand", False)
    made = actions.add_place(account, body, **given, **_identity("place", identity))
    if space is not None and (by_hand or made.space != space):
        Place.objects.filter(pk=made.pk).update(space=space, space_by_hand=True)
        made.refresh_from_db()
    return made


def add_actor(account: Account, body: Body, values: Values, identity: Values) -> Actor:
    """An actor, as a draft."""
    given = {name: restored(Actor, name, value) for name, value in values.items()}
    return actions.add_actor(account, body, **given, **_identity("actor", identity))


def add_offer(account: Account, _body: Body, values: Values, identity: Values) -> Offer:
    """An offer, as a draft."""
    given = {name: restored(Offer, name, value) for name, value in values.items()}
    actor = given.pop("actor")
    return actions.add_offer(account, actor, **given, **_identity("offer", identity))


ADDERS: Mapping[str, Callable[[Account, Body, Values, Values], LandscapeRow]] = {
    "taxonomy": add_taxonomy, "term": add_term, "space": add_space, "place": add_place, "actor": add_actor,
    "offer": add_offer,
}  # fmt: skip


def _identity(kind: str, given: Values) -> dict[str, Any]:
    """The ids and the moment that the file gives a new row; an id that is in use here already is not taken."""
    found: dict[str, Any] = {}
    if given.get("standard_id"):
        found["standard_id"] = uuid.UUID(given["standard_id"])
    public_id = given.get("public_id", "")
    if _PUBLIC_ID.fullmatch(public_id) and not (_has(kind, public_id) or latest_versions([public_id])):
        found["public_id"] = public_id
    if given.get("stated_at"):
        found["stated_at"] = restored(MODELS[kind], "stated_at", given["stated_at"])
    return found


def _has(kind: str, public_id: str) -> bool:
    return MODELS[kind]._default_manager.filter(public_id=public_id).exists()
