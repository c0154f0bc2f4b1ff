"""How many forms are taken: from one source, and altogether.

Sources are counted under a keyed hash whose key is made anew each day at random and thrown away with its counts: an
address is stored nowhere, and tomorrow nobody can tell any more whether two forms came from one. The key of the
installation is part of it, so that a copy of the database alone does not do to try all addresses either.

The counts stand in a table because several workers serve one site: a count in memory would multiply the limit by their
number, and Django's cache in the database counts by reading and then writing, which loses counts just when many come
at once.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from ratslinde.inbox.models import Attempts, DailySalt
from ratslinde.kernel import clock

DAY = 24 * 60
EVERYBODY = ""


@dataclass(frozen=True)
class Limit:
    """At most so many within a stretch of so many minutes; stretches begin at midnight."""

    most: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Limits of one purpose. A source may be a whole home or library, hence it may send more than one person would."""

    purpose: str
    per_source: tuple[Limit, ...]
    altogether: tuple[Limit, ...]


PUBLIC = Limits(
    purpose="public",
    per_source=(Limit(10, 10), Limit(60, DAY)),
    altogether=(Limit(300, 60), Limit(2_000, DAY)),
)
HOLDERS = Limits(
    purpose="holders",
    per_source=(Limit(60, 10), Limit(600, DAY)),
    altogether=(Limit(1_000, 60), Limit(5_000, DAY)),
)
"""For who holds a mailed link: an office confirms twenty offers one after the other."""


ASKING = Limits(purpose="asking", per_source=(Limit(30, 10), Limit(200, DAY)), altogether=())
"""For what is only counted. A library's visitors share a source, and nobody is refused anything beyond it."""


def admit(address: str, limits: Limits) -> int:
    """Count one more from the address. 0, or after how many seconds it can be tried again: then it was too many.

    Who is over the limit is only read, so that a flood does not keep the database busy writing.
    """
    moment = clock.town_time(clock.now())
    source = _source(address, limits.purpose, moment.date())
    counters = [
        (whose, limit)
        for whose, those in ((source, limits.per_source), (EVERYBODY, limits.altogether))
        for limit in those
    ]
    if wait := _over(limits.purpose, counters, moment):
        return wait
    with transaction.atomic():
        over = [
            _seconds_left(moment, limit)
            for whose, limit in counters
            if _add(limits.purpose, whose, limit, moment) > limit.most
        ]
    return max(over, default=0)


def forget_before(day: datetime.date) -> None:
    """Throw away the keys and counts of earlier days."""
    Attempts.objects.filter(day__lt=day).delete()
    DailySalt.objects.filter(day__lt=day).delete()


def _over(purpose: str, counters: list[tuple[str, Limit]], moment: datetime.datetime) -> int:
    rows = Attempts.objects.filter(
        day=moment.date(), purpose=purpose, source__in={whose for whose, _ in counters}
    )
    counts = {
        (source, minutes, stretch): number
        for source, minutes, stretch, number in rows.values_list("source", "minutes", "stretch", "number")
    }
    over = (
        _seconds_left(moment, limit)
        for whose, limit in counters
        if counts.get((whose, limit.minutes, _stretch(moment, limit)), 0) >= limit.most
    )
    return max(over, default=0)


def _add(purpose: str, whose: str, limit: Limit, moment: datetime.datetime) -> int:
    table = connection.ops.quote_name(Attempts._meta.db_table)
    day = connection.ops.adapt_datefield_value(moment.date())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, purpose, source, minutes, stretch, number) VALUES (%s, %s, %s, %s, %s, 1) "  # noqa: S608
            f"ON CONFLICT (day, purpose, source, minutes, stretch) DO UPDATE SET number = {table}.number + 1 "
            "RETURNING number",
            [day, purpose, whose, limit.minutes, _stretch(moment, limit)],
        )
        return int(cursor.fetchone()[0])


def _stretch(moment: datetime.datetime, limit: Limit) -> int:
    return (moment.hour * 60 + moment.minute) // limit.minutes


def _seconds_left(moment: datetime.datetime, limit: Limit) -> int:
    minutes = (_stretch(moment, limit) + 1) * limit.minutes - (moment.hour * 60 + moment.minute)
    return max(1, minutes * 60 - moment.second)


def _source(address: str, purpose: str, day: datetime.date) -> str:
    key = _salt(day) + settings.SECRET_KEY.encode()
    return hmac.new(key, f"{purpose} {_network(address)}".encode(), hashlib.sha256).hexdigest()


def _network(address: str) -> str:
    """IPv4 as it is; of IPv6 the /64 that one home has, because its lower half changes by itself."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.IPv6Network((int(parsed), 64), strict=False))


def _salt(day: datetime.date) -> bytes:
    row = DailySalt.objects.filter(day=day).first()
    if row is None:
        DailySalt.objects.bulk_create(
            [DailySalt(day=day, salt=secrets.token_bytes(32))], ignore_conflicts=True
        )
        forget_before(day)
        row = DailySalt.objects.get(day=day)  # another worker may have been first: its salt is the one
    return bytes(row.salt)
