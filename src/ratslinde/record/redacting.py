"""Taking a part out of what is public, e.g. a person's contact, and forgetting the versions that still had it.

Nothing else of the object changes: what is drafted at the desk meanwhile stays a draft.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import transaction

from ratslinde.record import chain, stamping
from ratslinde.record.erasing import erase
from ratslinde.record.models import Version
from ratslinde.record.newest import newest_versions
from ratslinde.record.recomposing import recompose
from ratslinde.record.references import relink


def holders(part: str) -> list[str]:
    """The ids of all objects that have, or in some version once had, the part of that id."""
    rows = Version.objects.filter(value__contains=f'"{part}"').order_by("object_id")
    return list(rows.values_list("object_id", flat=True).distinct())


def redact(object_id: str, *, part: str, reason: str) -> bool:
    """Publish the object without the part of that id, and erase its older versions; False when it never had it.

    Raises Refused without a reason.
    """
    with transaction.atomic():
        if not Version.objects.filter(object_id=object_id, value__contains=part).exists():
            return False
        newest = newest_versions([object_id])[object_id]
        locked = chain.lock(newest.body)
        newest = newest_versions([object_id])[object_id]
        if newest.deleted:
            erase(object_id, reason=reason)
            return True
        stamp = stamping.new_stamp(not_before=locked.changed)
        version = Version(body=newest.body, kind=newest.kind, object_id=object_id, stamp=stamp)
        text = _without(newest.value or "", part)
        chain.append(locked, version, value=text)
        relink({object_id: (newest.kind, text)})
        recompose({object_id}, appeared_or_gone=set(), stamp=stamp)
        chain.close(locked, stamp=stamp)
        erase(object_id, reason=reason, before=version.sequence)
    return True


def _without(text: str, part: str) -> str:
    kept = _pruned(msgspec.json.decode(text), part)
    return msgspec.json.encode(kept, order="deterministic").decode()


def _pruned(value: Any, part: str) -> Any:
    if isinstance(value, dict):
        found = {key: _pruned(item, part) for key, item in value.items()}
        return {key: item for key, item in found.items() if item != [] or value[key] == []}
    if isinstance(value, list):
        return [
            _pruned(item, part) for item in value if not (isinstance(item, dict) and item.get("id") == part)
        ]
    return value
