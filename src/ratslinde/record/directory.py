"""The HSDS side of the record, read as a whole: a town has thousands of offers, not millions.

What is read is remembered per process until something is published, so a question costs one small statement.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from ratslinde.record import listing, pages
from ratslinde.record.models import Published
from ratslinde.record.values import HSDS_KINDS, Kind


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One published object. `text` is what is sent, addresses as stored; `data` the same as plain data."""

    id: str
    standard_id: str
    kind: str
    path: str
    modified: str
    text: bytes
    data: Mapping[str, Any]
    page: pages.Page


class Directory(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of the HSDS side, oldest first in each kind, as of `mark`."""

    mark: str
    items: Mapping[str, Sequence[Item]]
    by_id: Mapping[str, Item]
    by_standard_id: Mapping[str, Item]

    def of(self, kind: Kind) -> Sequence[Item]:
        """The objects of a kind."""
        return self.items[kind]


_LOCK = threading.Lock()
_KEPT: list[Directory] = []


def current() -> Directory:
    """The directory as it stands now."""
    mark = listing.state().mark
    kept = _KEPT[0] if _KEPT else None
    if kept is None or kept.mark != mark or not mark:
        kept = _read(mark)
        with _LOCK:
            _KEPT[:] = [kept]
    return kept


def _read(mark: str) -> Directory:
    items: dict[str, list[Item]] = {kind: [] for kind in HSDS_KINDS}
    rows = Published.objects.filter(kind__in=HSDS_KINDS, deleted=False).order_by("sequence", "pk")
    for row in rows.only("kind", "standard_id", "path", "modified", "standalone", "page"):
        items[row.kind].append(_item(row))
    everything = [item for some in items.values() for item in some]
    return Directory(
        mark=mark,
        items=MappingProxyType({kind: tuple(some) for kind, some in items.items()}),
        by_id=MappingProxyType({item.id: item for item in everything}),
        by_standard_id=MappingProxyType({item.standard_id: item for item in everything}),
    )


def _item(row: Published) -> Item:
    return Item(
        id=row.pk,
        standard_id=row.standard_id or "",
        kind=row.kind,
        path=row.path or "",
        modified=row.modified.isoformat(),
        text=row.standalone.encode(),
        data=msgspec.json.decode(row.standalone.replace("\x1f", "\\u001f")),
        page=msgspec.json.decode(row.page, type=pages.TYPES[row.kind]),
    )
