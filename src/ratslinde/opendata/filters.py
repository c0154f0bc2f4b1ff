"""What a client wants of a list (OParl 1.1, 2.5.4 and 2.5.5): page, date filters, omit_internal."""

from __future__ import annotations

import datetime
import re

import msgspec
from django.http import QueryDict

from ratslinde.kernel import clock
from ratslinde.opendata.refusals import BadQuery
from ratslinde.record.listing import Span

MOST = 100
_KEPT = ("limit", "created_since", "created_until", "modified_since", "modified_until", "omit_internal")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[Tt ](?P<time>\d\d:\d\d(?::\d\d)?)(?P<fraction>[.,]\d+)?"
    r"(?P<zone>[Zz]| ?[+-]\d\d(?::?\d\d)?| \d\d(?::?\d\d)?)?)?"
)
_LAST = datetime.time(23, 59, 59, 999999)


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """The parameters as they are used, and `kept`, as they were given: every link of the answer carries them on."""

    limit: int = MOST
    after: int | None = None
    created: Span = Span()
    modified: Span = Span()
    omit_internal: bool = False
    kept: tuple[tuple[str, str], ...] = ()


_ALL = Query()


def read(parameters: QueryDict) -> Query:
    """The wishes of a request. Raises BadQuery for what cannot be understood; knows no others and ignores them."""
    if not parameters:  # the usual case
        return _ALL
    for name in (*_KEPT, "after"):
        if len(parameters.getlist(name)) > 1:
            raise BadQuery(f"Der Parameter „{name}“ ist mehrfach angegeben.")
    return Query(
        limit=_limit(parameters.get("limit")),
        after=_place(parameters.get("after")),
        created=Span(since=_moment(parameters, "created_since"), until=_moment(parameters, "created_until")),
        modified=Span(
            since=_moment(parameters, "modified_since"), until=_moment(parameters, "modified_until")
        ),
        omit_internal=switch(parameters, "omit_internal"),
        kept=tuple((name, str(parameters[name])) for name in _KEPT if name in parameters),
    )


def switch(parameters: QueryDict, name: str) -> bool:
    """A parameter that is true or false, false when it is absent. Raises BadQuery for anything else."""
    value = str(parameters.get(name, "false")).strip().lower()
    if value not in ("true", "1", "false", "0"):
        raise BadQuery(f"Für „{name}“ wird „true“ oder „false“ erwartet.", debug=f"{name}={value}")
    return value in ("true", "1")


def place(sequence: int) -> str:
    """The place in a list as it stands in `links.next`."""
    return f"{sequence:x}"


def _place(value: str | None) -> int | None:
    if value is None:
        return None
    if not re.fullmatch(r"[0-9a-f]{1,15}", value):
        raise BadQuery(
            "Diese Seite der Liste gibt es nicht. Bitte den Links der Liste folgen.", debug=f"after={value}"
        )
    return int(value, 16)


def _limit(value: str | None) -> int:
    if value is None:
        return MOST
    if not re.fullmatch(r"\s*\+?0*[1-9][0-9]{0,17}\s*", value, re.ASCII):
        raise BadQuery("Für „limit“ wird eine ganze Zahl ab 1 erwartet.", debug=f"limit={value}")
    return min(int(value), MOST)


def _moment(parameters: QueryDict, name: str) -> datetime.datetime | None:
    """The moment, in UTC. A day alone begins or ends the span with its first or last moment in the town."""
    value = parameters.get(name)
    if value is None:
        return None
    found = _MOMENT.fullmatch(value.strip())
    try:
        if found is None:
            raise ValueError("no date-time")
        return _in_utc(_local(found, whole_day_ends=name.endswith("until")))
    except ValueError as error:
        raise BadQuery(
            f"Für „{name}“ wird ein Zeitpunkt wie 2026-03-01T00:00:00+01:00 erwartet.",
            debug=f"{name}={value}: {error}",
        ) from error


def _local(found: re.Match[str], *, whole_day_ends: bool) -> datetime.datetime:
    if found["time"] is None:
        day = datetime.date.fromisoformat(found["day"])
        return datetime.datetime.combine(
            day, _LAST if whole_day_ends else datetime.time(), tzinfo=clock.TOWN_ZONE
        )
    fraction = (found["fraction"] or ".0")[1:7].ljust(6, "0")
    wall = datetime.datetime.fromisoformat(f"{found['day']}T{found['time']}").replace(
        microsecond=int(fraction)
    )
    return wall.replace(tzinfo=_zone(found["zone"]))


def _zone(text: str | None) -> datetime.tzinfo:
    """The zone. Where a + came through without its code it has become a blank, or is gone with it."""
    if text is None:
        return clock.TOWN_ZONE
    if text in "Zz":
        return datetime.UTC
    digits = text.replace(":", "").strip()
    sign, digits = (digits[0], digits[1:]) if digits[0] in "+-" else ("+", digits)
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return datetime.timezone(-offset if sign == "-" else offset)


def _in_utc(moment: datetime.datetime) -> datetime.datetime:
    """In UTC; a moment at the edge of the calendar ("since year 1": everything) stays inside it."""
    try:
        return moment.astimezone(datetime.UTC)
    except OverflowError:
        return moment.replace(tzinfo=datetime.UTC)
