"""Mergings that rest on an earlier one: they have to be undone first."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Q

from ratslinde.integration.landscape.models import Actor, Merger, Offer


def merged_later(merger: Merger) -> Merger | None:
    """The last merging after this one that rests on it: into the same row, or of what came along with it; else None."""
    named = [merger.kept, *_public_ids(merger)]
    later = Merger.objects.filter(Q(kept__in=named) | Q(other__in=named), undone_at=None, pk__gt=merger.pk)
    return later.order_by("-pk").first()


def _public_ids(merger: Merger) -> list[str]:
    """The actors and offers of which the merging changed something, also where and when an offer takes place."""
    keys: dict[str, set[int]] = defaultdict(set)
    for each in merger.traces:
        keys[each["model"]].add(each["pk"])
        if each["model"] == "landscape.offersite" and each["before"]:
            keys["landscape.offer"].add(each["before"].get("offer"))
    at_sites = Q(sites__in=keys["landscape.offersite"])
    offers = Offer.objects.filter(Q(pk__in=keys["landscape.offer"]) | at_sites)
    actors = Actor.objects.filter(pk__in=keys["landscape.actor"])
    return [*offers.values_list("public_id", flat=True), *actors.values_list("public_id", flat=True)]
