"""What publishing would change: the difference between what is public now and what would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from ratslinde.kernel import ages, times_in_words
from ratslinde.record import times
from ratslinde.record.publishing import latest_versions
from ratslinde.record.statements import decode, encode
from ratslinde.record.values import ADDRESS, Value, Withdrawal

_MARKS = {"type", "ordered", "level"}  # how a block of text is marked up, which is no text of its own
_FOR_PROGRAMS = {"id", "link_type", "link_entity", "wkst", "timezone"}  # of an embedded part, nothing to read


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One attribute with its text before and after; '' where there is none."""

    attribute: str
    before: str
    after: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What changes about one object."""

    kind: str
    id: str
    title: str
    state: Literal["new", "changed", "withdrawn"]
    lines: tuple[Line, ...] = ()


def differences(values: Sequence[Value], *, withdrawals: Sequence[Withdrawal] = ()) -> tuple[Difference, ...]:
    """The objects that publishing would change, with the attributes that differ; the rest is left out."""
    latest = latest_versions([*(value.id for value in values), *(gone.id for gone in withdrawals)])
    found = []
    for value in values:
        before = latest.get(value.id)
        known = before.value if before and not before.deleted else None
        if known == encode(value):
            continue
        lines = _lines(_flat(known), _flat(encode(value)))
        state: Literal["new", "changed"] = "changed" if known else "new"
        found.append(Difference(kind=value.kind, id=value.id, title=value.title, state=state, lines=lines))
    for gone in withdrawals:
        before = latest.get(gone.id)
        if before and before.value and not before.deleted:
            title = decode(before.value).title
            found.append(Difference(kind=gone.kind, id=gone.id, title=title, state="withdrawn"))
    return tuple(found)


def _lines(before: dict[str, str], after: dict[str, str]) -> tuple[Line, ...]:
    return tuple(
        Line(attribute=key, before=before.get(key, ""), after=after.get(key, ""))
        for key in [*before, *(key for key in after if key not in before)]
        if before.get(key, "") != after.get(key, "")
    )


def _flat(text: str | None) -> dict[str, str]:
    if text is None:
        return {}
    statement = decode(text)
    flat = {key: _attribute(key, value) for key, value in _with_ages_as_one(statement.data).items()}
    flat |= {f"page.{key}": _attribute(key, value) for key, value in statement.page.items()}
    return {key: value for key, value in flat.items() if value}


def _with_ages_as_one(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """An offer's ages in one sentence: 'from' without 'to' would not tell what changed."""
    first, last = data.get("minimum_age"), data.get("maximum_age")
    if first is None and last is None:
        return data
    said = {key: value for key, value in data.items() if key not in ("minimum_age", "maximum_age")}
    return {**said, "x_ages": ages.in_words(first, last)}


def _attribute(key: str, value: Any) -> str:
    if key == "schedules":
        return "\n".join(map(_times, value))
    return _readable(value)


def _times(row: dict[str, Any]) -> str:
    """A row of times in one sentence: its parts one below the other say nothing."""
    return times_in_words.in_words(times.read(row), description=row.get("description", ""), whole=True)


def _readable(value: Any) -> str:
    if isinstance(value, dict):
        left_out = _MARKS | _FOR_PROGRAMS | ({"organization"} if "organization_name" in value else set())
        left_out |= {"code"} if "name" in value else set()
        shown = [(key, item) for key, item in value.items() if key not in left_out]
        return "\n".join(_attribute(key, item) for key, item in shown if item not in ("", [], None))
    if isinstance(value, list):
        return "\n".join(_readable(item) for item in value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return "" if value is None else str(value).removeprefix(ADDRESS)
