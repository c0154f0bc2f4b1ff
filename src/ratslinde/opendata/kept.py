"""Answers kept in memory for the next one who asks for the same: the newest page of a list is asked for by everybody.

They are found by their ETag, which is another after every publication, so nothing old is ever sent. Each process of
the server keeps its own.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from ratslinde.kernel.compression import Sent

MOST = 8_000_000  # bytes


class Store:
    """Answers by ETag and encoding; those that were not asked for longest make room."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[tuple[str, str], Sent] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str, encoding: str) -> Sent | None:
        """The answer, when it is still kept."""
        with self._lock:
            found = self._answers.get((tag, encoding))
            if found is not None:
                self._answers.move_to_end((tag, encoding))
            return found

    def put(self, tag: str, encoding: str, sent: Sent) -> None:
        """Keep the answer; one without a tag cannot be told from another and is not kept."""
        with self._lock:
            if not tag or (tag, encoding) in self._answers:
                return
            self._answers[tag, encoding] = sent
            self._size += len(sent.content)
            while self._size > self._most:
                _, oldest = self._answers.popitem(last=False)
                self._size -= len(oldest.content)


STORE = Store(most=MOST)
