"""What an act changes in rows that hang on another one, kept so that each of them can stand as before.

A row comes as plain data with the fields that are watched. A trace names what the act changed of it:
{"model", "pk", "before", "after"}; before None: the act made the row, after None: it removed it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models

Trace = dict[str, Any]
Key = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Watched:
    """Rows that the act may change; `fields`: only these of them, because only they can change."""

    rows: models.QuerySet[Any]
    fields: tuple[str, ...] = ()


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
            for each in json.loads(
                serializers.serialize("json", watched.rows.all(), fields=watched.fields or None)
            )
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
    now = json.loads(serializers.serialize("json", [row], fields=list(trace["after"])))
    return bool(now[0]["fields"] == trace["after"])


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
    row = _as_before(trace).object
    columns = [
        each for each in row._meta.concrete_fields if each.is_relation and each.name in trace["before"]
    ]
    named = ((each.related_model._meta.label_lower, getattr(row, each.attname)) for each in columns)
    return [(model, key) for model, key in named if key is not None]


def _is_there(model: str, key: int) -> bool:
    rows: models.Manager[Any] = apps.get_model(model)._default_manager
    return rows.filter(pk=key).exists()


def put_back(trace: Trace) -> None:
    """Let the row stand as before."""
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
