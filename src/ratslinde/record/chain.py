"""The chain: each version's salted hash, each link's hash over the one before.

A version that was erased keeps its hash, so the chain still verifies; salt and value are gone, so nobody can guess
the value from the hash.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef

from ratslinde.kernel import clock
from ratslinde.record import stamping
from ratslinde.record.models import Chain, DailyHead, Version


def new_salt() -> str:
    """256 random bits, so that a hash tells nothing about a short value."""
    return secrets.token_hex(32)


def value_hash(salt: str, value: str) -> str:
    """The hash of one statement."""
    return hashlib.sha256(f"{salt}\n{value}".encode()).hexdigest()


def chain_hash(before: str, version: Version) -> str:
    """The hash that binds a statement to its place, its object and its time: what stays when the value is erased."""
    stamp = version.stamp.astimezone(datetime.UTC).isoformat(timespec="seconds")
    state = "withdrawn" if version.deleted else "stated"
    bound = (before, version.sequence, version.kind, version.object_id, stamp, state, version.value_hash)
    return hashlib.sha256("\n".join(map(str, bound)).encode()).hexdigest()


def lock(body: str) -> Chain:
    """The chain of the Body, locked until the end of the transaction; made when it is the first."""
    Chain.objects.get_or_create(body=body)
    return Chain.objects.select_for_update().get(body=body)


def lock_all() -> list[Chain]:
    """Every chain, locked, always in the same order."""
    return list(Chain.objects.select_for_update().order_by("body"))


def append(chain: Chain, version: Version, *, value: str) -> None:
    """Put the version at the end of the (locked) chain and save it; the chain itself is saved by `close`."""
    version.salt = new_salt()
    version.value = value
    version.value_hash = value_hash(version.salt, value)
    chain.length += 1
    version.sequence = chain.length
    chain.head = version.chain_hash = chain_hash(chain.head, version)
    version.save(force_insert=True)


def close(chain: Chain, *, stamp: datetime.datetime) -> None:
    """Save the chain after appending and note today's head. Its `generation` tells caches that something changed."""
    chain.generation += 1
    chain.changed = stamp
    chain.save()
    DailyHead.objects.update_or_create(
        body=chain.body, day=clock.today(), defaults={"length": chain.length, "head": chain.head}
    )


def sent_otherwise() -> None:
    """Say that answers of the outlets change although nothing was published: what clients keep is out of date."""
    Chain.objects.update(generation=F("generation") + 1, changed=stamping.new_stamp())


def faults(body: str, *, kept_head: str = "") -> Iterator[str]:
    """German sentences about everything in the chain that does not verify; none when all is well.

    `kept_head` is a head that somebody outside kept: it must occur in the chain.
    """
    head, expected, seen = "0" * 64, 1, not kept_head
    days = {row.length: row for row in DailyHead.objects.filter(body=body)}
    for version in Version.objects.filter(body=body).order_by("sequence").iterator(chunk_size=500):
        yield from _faults_of(version, head, expected=expected, day=days.pop(version.sequence, None))
        head, expected = version.chain_hash, version.sequence + 1
        seen = seen or head == kept_head
    yield from (f"Die Kette endet vor dem Stand vom {row.day:%d.%m.%Y}." for row in days.values())
    if not Chain.objects.filter(body=body, head=head, length=expected - 1).exists():
        yield "Das Ende der Kette stimmt nicht mit dem gespeicherten Kopf überein."
    if expected > 1 and not DailyHead.objects.filter(body=body, length=expected - 1).exists():
        yield "Zum Ende der Kette fehlt der Kopf des Tages."
    yield from _erased_while_public(body)
    if not seen:
        yield f"Der aufbewahrte Kopf {kept_head[:12]}… kommt in der Kette nicht vor."


def contains(head: str) -> bool:
    """Whether the head occurs in one of the chains."""
    return Version.objects.filter(chain_hash=head).exists()


def _erased_while_public(body: str) -> Iterator[str]:
    """Erasing begins with withdrawing or saying it anew: an erased value that nothing follows was removed by force."""
    later = Version.objects.filter(object_id=OuterRef("object_id"), sequence__gt=OuterRef("sequence"))
    lost = Version.objects.filter(~Exists(later), body=body, deleted=False, erased_at__isnull=False)
    for version in lost.order_by("sequence"):
        yield f"Eintrag {version.sequence} ({version.kind}) ist gelöscht, ohne zurückgenommen zu sein."


def _faults_of(version: Version, before: str, *, expected: int, day: DailyHead | None) -> Iterator[str]:
    if version.sequence != expected:
        yield f"Eintrag {expected} fehlt."
    if version.value is not None and value_hash(version.salt or "", version.value) != version.value_hash:
        yield f"Eintrag {version.sequence} ({version.kind}) wurde nachträglich verändert."
    if chain_hash(before, version) != version.chain_hash:
        yield f"Die Kette ist bei Eintrag {version.sequence} unterbrochen."
    if day and day.head != version.chain_hash:
        yield f"Der Kopf vom {day.day:%d.%m.%Y} kommt in der Kette nicht vor."
