"""What an act changes in rows that hang on another one, kept so that each of them can stand as before.

A row comes as plain data with the fields that are watched. A trace names what the act changed of it:
{"model", "pk", "before", "after"}; before None: the act made the row, after None: it removed it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

Trace = dict[str, Any]
Key = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Watched:
    """Rows that the act may change; `fields`: only these of them, because only they can change."""

    rows: models.QuerySet[Any]
    fields: tuple[str, ...] = ()


class _Exact(DjangoJSONEncoder):
    """To the microsecond: Django's own cuts moments."""

    def default(self, o: Any) -> Any:
        """A moment as text, the rest as Django has it."""
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


def _plain(rows: Iterable[models.Model], fields: Sequence[str]) -> list[dict[str, Any]]:
    """The rows as plain data; `fields`: only these of them, if any are named."""
    found: list[dict[str, Any]] = json.loads(
        serializers.serialize("json", rows, fields=fields or None, cls=_Exact)
    )
    return found


class Tracing:
    """Looks at the rows when it is made, and again when it is asked for the traces."""

    def __init__(self, watched: Sequence[Watched]) -> None:
        self._watched = watched
        self._before = self._look()

    def traces(self) -> list[Trace]:
        """What has changed since, in the order in which the rows are watched."""
        now = self._look()
        keys = [*self._before, *(key for key in now if key not in self._before)]
        found = (_trace(key, self._before.get(key), now.get(key)) for key in keys)
        return [each for each in found if each is not None]

    def _look(self) -> dict[Key, dict[str, Any]]:
        return {
            (each["model"], each["pk"]): each["fields"]
            for watched in self._watched
            for each in _plain(watched.rows.all(), watched.fields)
        }


def _trace(key: Key, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Trace | None:
    if before == after:
        return None
    if before is not None and after is not None:
        names = [name for name in before if before[name] != after[name]]
        before, after = ({name: side[name] for name in names} for side in (before, after))
    return {"model": key[0], "pk": key[1], "before": before, "after": after}


def row_of(trace: Trace) -> models.Model | None:
    """The row as it stands now; None when there is none any more."""
    model: type[models.Model] = apps.get_model(trace["model"])
    return model._default_manager.filter(pk=trace["pk"]).first()


def stands(trace: Trace) -> bool:
    """Whether the row is still as the act left it."""
    row = row_of(trace)
    if row is None or trace["after"] is None:
        return row is None and trace["after"] is None
    return bool(_plain([row], list(trace["after"]))[0]["fields"] == trace["after"])


def lacking(traces: Sequence[Trace]) -> bool:
    """Whether something is gone that one of the rows named before: the row could not stand there again."""
    returning = {(each["model"], each["pk"]) for each in traces if each["after"] is None}
    return any(
        named not in returning and not _is_there(*named)
        for each in traces
        if each["before"] is not None
        for named in _named(each)
    )


def _named(trace: Trace) -> list[Key]:
    before = _as_before(trace)
    columns = [
        each
        for each in before.object._meta.concrete_fields
        if each.is_relation and each.name in trace["before"]
    ]
    named = [(each.related_model, getattr(before.object, each.attname)) for each in columns]
    lists = {each.name: each.related_model for each in before.object._meta.many_to_many}
    named += [(lists[name], key) for name, keys in (before.m2m_data or {}).items() for key in keys]
    return [(model._meta.label_lower, key) for model, key in named if key is not None]


def _is_there(model: str, key: int) -> bool:
    rows: models.Manager[Any] = apps.get_model(model)._default_manager
    return rows.filter(pk=key).exists()


def put_back(traces: Iterable[Trace]) -> None:
    """Let the rows stand as before; what the act made goes first, it may hold what only one row can have."""
    for trace in sorted(traces, key=lambda each: each["before"] is not None):
        _put_back(trace)


def _put_back(trace: Trace) -> None:
    model: type[models.Model] = apps.get_model(trace["model"])
    rows = model._default_manager.filter(pk=trace["pk"])
    if trace["before"] is None:
        rows.delete()
    elif trace["after"] is None:
        _as_before(trace).save()
    else:
        row = _as_before(trace).object
        columns = [each.attname for each in model._meta.concrete_fields if each.name in trace["before"]]
        rows.update(**{name: getattr(row, name) for name in columns})


def _as_before(trace: Trace) -> Any:
    data = {"model": trace["model"], "pk": trace["pk"], "fields": trace["before"]}
    return next(iter(serializers.deserialize("python", [data])))
