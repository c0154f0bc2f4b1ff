"""Is the record what it was? The chain is whole, what is sent is what its versions compose, and its files are whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

from django.db import transaction
from msgspec import Struct

from ratslinde.files import storage
from ratslinde.record import chain
from ratslinde.record.models import Chain, Published, Version
from ratslinde.record.rebuilding import deviations

Place = Literal["chain", "head", "output", "file"]


class Finding(Struct, frozen=True, kw_only=True):
    """A German sentence about something that is wrong, and where: what is to be done depends on that."""

    place: Place
    sentence: str


def verify(*, kept_head: str = "") -> Iterator[str]:
    """German sentences about everything that is wrong; none when all is well. See `findings`."""
    return (found.sentence for found in findings(kept_head=kept_head))


def findings(*, kept_head: str = "") -> Iterator[Finding]:
    """Everything that is wrong; nothing when all is well.

    `kept_head` is a head that somebody outside kept: it must occur in one of the chains.
    """
    broken = False
    for fault in chain_faults():
        broken = True
        yield Finding(place="chain", sentence=fault)
    if kept_head and not chain.contains(kept_head):
        sentence = f"Der aufbewahrte Kopf {kept_head[:12]}… kommt in der Kette nicht vor."
        yield Finding(place="head", sentence=sentence)
    if broken:
        sentence = "Ob die Ausgaben stimmen, lässt sich erst sagen, wenn die Kette stimmt."
        yield Finding(place="chain", sentence=sentence)
    else:
        yield from (Finding(place="output", sentence=sentence) for sentence in deviations())
    yield from (Finding(place="file", sentence=sentence) for sentence in _damaged_files())


def chain_faults() -> list[str]:
    """German sentences about everything in the chains that does not verify; also of one whose head is gone."""
    if not any(_chain_faults()):
        return []
    with transaction.atomic():  # looked at again: something may have been published between two questions
        chain.lock_all()
        return list(_chain_faults())


def _chain_faults() -> Iterator[str]:
    bodies = {*Chain.objects.values_list("body", flat=True), *_bodies_of_versions()}
    for body in sorted(bodies):
        yield from chain.faults(body)


def erased() -> int:
    """How many entries have no value any more because it was erased."""
    return Version.objects.filter(erased_at__isnull=False).count()


def _bodies_of_versions() -> set[str]:
    return set(Version.objects.order_by().values_list("body", flat=True).distinct())


def _damaged_files() -> Iterator[str]:
    sent = Published.objects.filter(deleted=False).exclude(content="").order_by("content", "pk")
    for name, key, content in sent.values_list("file_name", "pk", "content").iterator(chunk_size=500):
        if not is_whole(content) and sent.filter(pk=key, content=content).exists():
            yield f"Die Datei „{name}“ ({key}) fehlt im Datenordner oder ist beschädigt."


def is_whole(sha256: str) -> bool:
    """Whether the bytes of that name are in the data folder and are what the name says."""
    try:
        with storage.path_of(sha256).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False
