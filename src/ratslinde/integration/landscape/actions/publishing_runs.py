"""Publishing so many entries that somebody would wait: the worker does it, some at a time, and nothing that is unseen.

Each entry is published by itself. One that would say something else than what was shown, or that meanwhile lacks
something, stays as it is and is named with the reason; the others go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence

from django.db import transaction

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.actors import actor_release, publish_actor
from ratslinde.integration.landscape.actions.offers import offer_release, publish_offer
from ratslinde.integration.landscape.models import Actor, Offer, PublishingRun
from ratslinde.journal.queue import later
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.preview import differences
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import CHANGED, mark

__all__ = ["rights"]
TASK = "landscape.publish_many"
LONG = 30
"""Entries from which on the worker publishes them; so many take about a second."""
PORTION = 1.0
"""Seconds of one portion: SQLite lets nobody else write meanwhile."""
GONE = "Diesen Eintrag gibt es nicht mehr."
Entry = Actor | Offer


@action("landscape.publish")
def begin_publishing(
    account: Account, body: Body, /, *, rows: Sequence[Entry], seen: Collection[str]
) -> PublishingRun:
    """Ask the worker for all of these. `seen`: the `mark` of each single difference that was shown.

    Of what the account had published so before, only the runs that are not over are kept.
    """
    earlier = PublishingRun.objects.filter(body=body, account=account)
    PublishingRun.objects.filter(pk__in=[run.pk for run in earlier if run.is_over]).delete()
    actors_first = sorted(rows, key=lambda row: isinstance(row, Offer))
    run = PublishingRun.objects.create(
        body=body, account=account, begun_at=clock.now(), seen=sorted(seen),
        rows=[row.public_id for row in actors_first],
    )  # fmt: skip
    later(TASK, key=run.public_id)
    return run


def publish_portion(account: Account, run: PublishingRun, *, seconds: float = PORTION) -> None:
    """Publish what comes next, for about so many seconds; the caller's transaction holds all of it."""
    watch = time.monotonic()
    for public_id in run.rows[run.done :]:
        left = _publish(account, run.body, public_id, frozenset(run.seen))
        run.left = [*run.left, left] if left else run.left
        run.done += 1
        if time.monotonic() - watch >= seconds:
            break
    run.save(update_fields=["done", "left"])


def _publish(account: Account, body: Body, public_id: str, seen: frozenset[str]) -> list[str] | None:
    """None when it is published, else [public id, name, why not]."""
    row = _row(body, public_id)
    if row is None:
        return [public_id, public_id, GONE]
    try:
        with transaction.atomic():  # an entry that is refused half way leaves nothing of itself
            sentence = _publish_seen(account, row, seen)
    except Refused as refusal:  # also: the right to do so is gone
        sentence = refusal.message
    return [public_id, row.name, sentence] if sentence else None


def _publish_seen(account: Account, row: Entry, seen: frozenset[str]) -> str:
    """'' when all that changed had been seen and is public now."""
    release = actor_release(row) if isinstance(row, Actor) else offer_release(row)
    found = differences(release.values)
    if any(mark([each]) not in seen for each in found):
        return CHANGED
    publish: Callable[..., list[str]] = publish_actor if isinstance(row, Actor) else publish_offer
    publish(account, row)  # whoever saved it in between has changed its revision: that is refused
    return ""


def _row(body: Body, public_id: str) -> Entry | None:
    actors = Actor.objects.select_related("body", "kind", "place")
    offers = Offer.objects.select_related("body", "actor", "form")
    found = actors.filter(body=body, public_id=public_id).first()
    return found or offers.filter(body=body, public_id=public_id).first()
