"""What was said of a row after a list was made: an older list must not take it back."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Max

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState, Verdict
from ratslinde.integration.landscape.actions.undoing import batch_of_undoing
from ratslinde.integration.landscape.models import FieldChange
from ratslinde.kernel import clock

_KINDS = ("Actor", "Offer", "Place")
_NOTHING: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Age:
    """As of when a list speaks of a row: the day it states, else the last time that row was read in."""

    day: datetime.date
    moment: datetime.datetime | None = None

    def is_before(self, at: datetime.datetime) -> bool:
        """Whether something was said after that."""
        return at > self.moment if self.moment else clock.town_time(at).date() > self.day

    @property
    def words(self) -> str:
        """'in der Liste vom 01.03.2026'."""
        return f"{'beim Einlesen am' if self.moment else 'in der Liste vom'} {self.day:%d.%m.%Y}"


class LaterWords:
    """What people have said of the rows of a town, and when; what came by a list, or went with it, is not among it."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def age(self, row: ImportRow) -> Age | None:
        """As of when the list speaks, or None where nobody can say."""
        stated = row.values.get("confirmed_on")
        if stated:
            return Age(datetime.date.fromisoformat(stated))
        last = self._read.get(row.target)
        return Age(clock.town_time(last).date(), last) if last else None

    def fields(self, stands: Any, differences: Mapping[str, tuple[Any, Any]], *, than: Age) -> list[str]:
        """Those of the differing fields in which something newer stands."""
        changed = self._changed.get(stands.public_id, {})
        said = {name for name, at in changed.items() if than.is_before(at)}
        as_a_whole = self._is_made(stands, than) or self._is_confirmed(stands, than)
        return [
            name
            for name, (before, _) in differences.items()
            if name in said or (as_a_whole and before not in _NOTHING)
        ]

    def _is_made(self, stands: Any, than: Age) -> bool:
        """Whether somebody has entered the row at the desk after that."""
        by_hand = than.moment is None and stands.public_id not in self._made
        return by_hand and than.is_before(stands.created_at)

    def _is_confirmed(self, stands: Any, than: Age) -> bool:
        day = getattr(stands, "confirmed_on", None)
        if day is None:
            return False
        at = self._changed.get(stands.public_id, {}).get("confirmed_on")
        today = than.moment is not None and at is not None and than.is_before(at) and day == than.day
        return bool(day > than.day or today)

    @cached_property
    def _changed(self) -> Mapping[str, Mapping[str, datetime.datetime]]:
        """Public id and field to when somebody changed it last."""
        batches = ImportRun.objects.filter(body=self._body).values_list("batch", flat=True)
        by_lists = [each for batch in batches if batch for each in (batch, batch_of_undoing(batch))]
        changes = FieldChange.objects.filter(kind__in=_KINDS).exclude(batch__in=by_lists).order_by()
        found: dict[str, dict[str, datetime.datetime]] = defaultdict(dict)
        for subject, field, at in changes.values_list("subject", "field").annotate(last=Max("at")):
            found[subject][field] = at
        return found

    @cached_property
    def _read(self) -> Mapping[str, datetime.datetime]:
        """Public id to when a list said something of the row last, and that stood afterwards."""
        rows = self._carried.order_by("carried_at").values_list("result", "carried_at", "problems")
        return {public_id: at for public_id, at, problems in rows if not is_overruled(problems)}

    @cached_property
    def _made(self) -> frozenset[str]:
        """The public ids of what came by a list."""
        return frozenset(self._carried.filter(verdict=Verdict.NEW).values_list("result", flat=True))

    @property
    def _carried(self) -> Any:
        rows = ImportRow.objects.filter(run__body=self._body, carried_at__isnull=False, origin="").order_by()
        return rows.exclude(result="").exclude(run__state=RunState.UNDONE)


def is_overruled(problems: Sequence[Mapping[str, Any]]) -> bool:
    """Whether somebody chose, by a row's problems, that what stood stays although the list said otherwise."""
    return any(each.get("keeps") for each in problems)
