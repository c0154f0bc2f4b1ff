"""Making the landscape public but for what the manager is still working on."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Taxonomy
from ratslinde.site.demo.landscape import texts
from ratslinde.site.demo.landscape.rows import Rows
from ratslinde.site.demo.town import Cast


def publish_everything(cast: Cast, rows: Rows, *, taxonomies: Iterable[Taxonomy]) -> None:
    """Words, spaces, then actors and offers in one act; at last one offer is taken back."""
    written = texts.landscape()
    for taxonomy in taxonomies:
        actions.publish_taxonomy(cast.manager, taxonomy)
    for space in rows.spaces.values():
        actions.publish_space(cast.manager, space)
    ready: list[Actor | Offer] = [*rows.actors.values()]
    ready += [offer for name, offer in rows.offers.items() if name not in written.drafts]
    actions.publish_many(cast.manager, cast.body, rows=ready)
    for gone in written.withdrawn:
        actions.withdraw_offer(cast.manager, rows.offers[gone.offer], reason=gone.reason)
