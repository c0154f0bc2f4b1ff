"""By which names lists are known to mean which row: what somebody has said, and the names of what was merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import KnownAs
from ratslinde.integration.importing.rules.likeness.profiles import name_key
from ratslinde.integration.landscape.models import Actor, FormerId, Offer, Place

Called = Mapping[str, frozenset[tuple[str, str]]]


def called(body: Body) -> Called:
    """Public id to (public id of the actor under whom a list names it, '' for none; folded name).

    What was merged into another row is that one, by its former name as well.
    """
    leads = _leads(body)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    known = KnownAs.objects.filter(body=body).values_list("subject", "owner", "name")
    for subject, owner, name in known:
        found[leads.get(subject, subject)].add((leads.get(owner, owner), name))
    for model in (Actor, Place):
        rows = model._default_manager.filter(body=body, public_id__in=leads)
        for public_id, name in rows.values_list("public_id", "name"):
            found[leads[public_id]].add(("", name_key(name)))
    offers = Offer.objects.filter(body=body, public_id__in=leads)
    for public_id, owner, name in offers.values_list("public_id", "actor__public_id", "name"):
        found[leads[public_id]].add((leads.get(owner, owner), name_key(name)))
    return {public_id: frozenset(names) for public_id, names in found.items()}


def _leads(body: Body) -> dict[str, str]:
    """The public id of what was merged to that of the row in which it is now."""
    former = FormerId.objects.filter(Q(actor__body=body) | Q(offer__body=body) | Q(place__body=body))
    rows = former.values_list("public_id", "actor__public_id", "offer__public_id", "place__public_id")
    return {public_id: actor or offer or place for public_id, actor, offer, place in rows}
