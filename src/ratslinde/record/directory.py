"""The HSDS side of the record, read as a whole: a town has thousands of offers, not millions.

What is read is remembered per process until something is published, so a question costs one small statement. An
object that a publication did not touch stays the same `Item`, so that whoever works something out of it need not again.
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
    """The directory as it stands now. It is read once: whoever asks meanwhile waits."""
    mark = listing.state().mark
    kept = _KEPT[0] if _KEPT else None
    if kept is not None and kept.mark == mark and mark:
        return kept
    with _LOCK:
        before = _KEPT[0] if _KEPT else None
        if before is None or before.mark != mark or not mark:
            _KEPT[:] = [_read(mark, before=before.by_id if before else {})]
        return _KEPT[0]


def _read(mark: str, *, before: Mapping[str, Item]) -> Directory:
    items: dict[str, list[Item]] = {kind: [] for kind in HSDS_KINDS}
    rows = Published.objects.filter(kind__in=HSDS_KINDS, deleted=False).order_by("sequence", "pk")
    for row in rows.only("kind", "standard_id", "path", "modified", "standalone", "page").iterator():
        items[row.kind].append(_item(row, before=before.get(row.pk)))
    everything = [item for some in items.values() for item in some]
    return Directory(
        mark=mark,
        items=MappingProxyType({kind: tuple(some) for kind, some in items.items()}),
        by_id=MappingProxyType({item.id: item for item in everything}),
        by_standard_id=MappingProxyType({item.standard_id: item for item in everything}),
    )


def _item(row: Published, *, before: Item | None) -> Item:
    """The object; as it was read `before` where nothing of it changed: most of the work is in its JSON."""
    text, modified, path = row.standalone.encode(), row.modified.isoformat(), row.path or ""
    page = msgspec.json.decode(row.page, type=pages.TYPES[row.kind])
    if before and (before.text, before.page, before.modified, before.path) == (text, page, modified, path):
        return before
    return Item(
        id=row.pk,
        standard_id=row.standard_id or "",
        kind=row.kind,
        path=path,
        modified=modified,
        text=text,
        data=msgspec.json.decode(row.standalone.replace("\x1f", "\\u001f")),
        page=page,
    )
