"""What every merging of two rows does: nothing unseen goes public with it, and both ids lead to the one that stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.checks import refuse_archived, refuse_merged, withdrawal_of
from ratslinde.integration.landscape.models import Actor, FormerId, Offer, Place, Translation
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.record.preview import differences
from ratslinde.record.publishing import publish
from ratslinde.record.values import Value
from ratslinde.verbs.releasing import CHANGED, Release, current
from ratslinde.verbs.rows import Publication

Entry = Actor | Offer | Place


def refuse_waiting(rows: Sequence[Entry]) -> None:
    """Raise Refused while something of a public row waits to be published: merging would carry it out unseen."""
    values = [_value(row) for row in rows if row.publication == Publication.PUBLISHED]
    for waiting in differences(values):
        raise Refused(
            f"Bitte zuerst „{waiting.title}“ veröffentlichen: Dort ist etwas geändert, das noch nicht öffentlich ist."
        )


def _value(row: Entry) -> Value:
    if isinstance(row, Actor):
        return public.actor_value(row)
    return public.offer_value(row) if isinstance(row, Offer) else public.place_value(row)


def with_what_is_new(release: Release, *rows: Entry) -> Release:
    """These rows, and words and places that were never public; what is drafted of others stays a draft."""
    going = tuple(each for each in release.rows if each in rows or each.publication == Publication.DRAFT)
    ids = {each.public_id for each in going}
    return Release(values=tuple(value for value in release.values if value.id in ids), rows=going)


def refuse_same(kept: Entry, other: Entry) -> None:
    """Raise Refused for a row that was put away, and for one and the same. Both are read anew, and locked.

    `other` is saved as a whole: else what somebody changed in it since it was read would be lost. Raises Conflict when
    somebody changed `kept` since.
    """
    revision = kept.revision
    for row in sorted((kept, other), key=lambda each: each.pk):  # else two such acts wait for each other
        current(row)
    if kept.revision != revision:
        raise Conflict(CHANGED)
    for row in (kept, other):
        refuse_merged(row)
        refuse_archived(row)
    if kept.pk == other.pk:
        raise Refused("Das ist derselbe Eintrag.")


def close(other: Entry, *, former: dict[str, Any]) -> None:
    """Put the other row away and take it back from the public. `former`: the row in which it is from now on."""
    other.former_ids.update(**former)
    FormerId.objects.create(**former, public_id=other.public_id, standard_id=other.standard_id)
    Translation.objects.filter(subject=other.public_id).delete()
    if other.publication == Publication.PUBLISHED:
        publish([], withdrawals=[withdrawal_of(other)])
        other.publication = Publication.WITHDRAWN
    other.archived_at = clock.now()
    other.save()
