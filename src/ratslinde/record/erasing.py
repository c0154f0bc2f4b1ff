"""Forgetting: the value and salt of versions go, hash, date and reason stay, and the chain still verifies (R311)."""

from __future__ import annotations

from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.models import Published, Version


def erase(object_id: str, *, reason: str, before: int | None = None) -> int:
    """Erase the versions of a withdrawn object, or those before a place in the chain; returns how many.

    Raises Refused while the newest version to be erased is still what the public sees.
    """
    versions = Version.objects.filter(object_id=object_id, erased_at=None)
    if before is not None:
        versions = versions.filter(sequence__lt=before)
    elif Published.objects.filter(pk=object_id, deleted=False).exists():
        raise Refused("Bitte zuerst zurücknehmen: gelöscht wird nur, was nicht mehr öffentlich ist.")
    return versions.update(value=None, salt=None, erased_at=clock.now(), erased_reason=reason)
