"""One published object as an outlet sees it."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from ratslinde.files import storage
from ratslinde.record import pages
from ratslinde.record.shown import Shown
from ratslinde.record.values import HSDS_KINDS, linked_id


class Entry:
    """A row of `Published`: its value as plain data and its typed page."""

    def __init__(self, row: Shown) -> None:
        self.id = row.id
        self.kind = row.kind
        self.body = row.body
        self.path = row.path
        self.deleted = row.deleted
        self.title = row.title
        self.date = row.date
        self.created = row.created
        self.modified = row.modified
        self.media_type = row.media_type
        self.file_name = row.file_name
        self._content = row.content
        self._data: dict[str, Any] = msgspec.json.decode(row.standalone.replace(b"\x1f", b"\\u001f"))
        self.page = (
            msgspec.json.decode(row.page, type=pages.TYPES[row.kind]) if not row.deleted else pages.Page()
        )

    @property
    def oparl(self) -> dict[str, Any]:
        """The OParl object as it is sent, its addresses as stored; of an HSDS kind KeyError, a defect of the caller."""
        return self._of_standard(hsds=False)

    @property
    def hsds(self) -> dict[str, Any]:
        """The HSDS object as it is sent; of an OParl kind KeyError, a defect of the caller."""
        return self._of_standard(hsds=True)

    def _of_standard(self, *, hsds: bool) -> dict[str, Any]:
        if (self.kind in HSDS_KINDS) != hsds:
            raise KeyError(self.kind)
        return self._data

    def linked(self, attribute: str) -> list[str]:
        """The ids of the objects that an attribute links to or embeds, in order."""
        value = self.oparl.get(attribute)
        values = value if isinstance(value, list) else [value]
        addresses = [each["id"] if isinstance(each, dict) else each for each in values if each]
        return [found for found in map(linked_id, addresses) if found]

    @property
    def checksum(self) -> str:
        """The SHA-256 of the bytes of a File, or ''."""
        return self._content

    def content(self) -> bytes:
        """The bytes of a File. Raises FileNotFoundError when the object has none."""
        with self.open_content() as stream:
            return stream.read()

    def open_content(self) -> BinaryIO:
        """The bytes of a File as a stream that can seek. Raises FileNotFoundError when the object has none."""
        if not self._content:
            raise FileNotFoundError(self.id)
        return storage.path_of(self._content).open("rb")
