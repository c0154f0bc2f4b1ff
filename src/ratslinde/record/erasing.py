"""Forgetting: the value and salt of versions go, hash, date and reason stay, and the chain still verifies (R311)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.transactions import alone
from ratslinde.record import chain
from ratslinde.record.models import Published, Reference, Version
from ratslinde.record.newest import newest_versions
from ratslinde.record.searching import index


def erase(object_id: str, *, reason: str, before: int | None = None) -> int:
    """Erase the versions of a withdrawn object, or those before a place in the chain; returns how many.

    Nothing of the values is left in the tables of the record or in the search index. Raises Refused without a reason,
    and while the newest version to be erased is still what the public sees.
    """
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben.", field="reason")
    newest = newest_versions([object_id]).get(object_id)
    if newest is None:
        return 0
    with transaction.atomic():
        chain.lock(newest.body)
        newest = newest_versions([object_id])[object_id]
        if not newest.deleted and (before is None or newest.sequence < before):
            raise Refused("Bitte zuerst zurücknehmen: gelöscht wird nur, was nicht mehr öffentlich ist.")
        versions = Version.objects.filter(object_id=object_id, erased_at=None)
        versions = versions if before is None else versions.filter(sequence__lt=before)
        if newest.deleted and before is None:
            Reference.objects.filter(source=object_id).delete()
        erased = versions.update(value=None, salt=None, erased_at=clock.now(), erased_reason=reason.strip())
        _forget_words([object_id])
    return erased


def _forget_words(ids: Sequence[str]) -> None:
    """The index may still hold the words of an older version, also inside what it has marked as deleted."""
    shown = Published.objects.filter(pk__in=ids, deleted=False).values_list("pk", flat=True)
    for public_id in list(shown):  # first: it may wait for a worker, who may wait to be alone
        queue.later("search.index", key=public_id)
    alone(index.PURPOSE)
    index.remove(ids)
    index.WORDS.purge()
