"""A hint like 'nach Vereinbarung' when a list says the times: that of a list goes, about a typed one is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.differing import standing_value
from ratslinde.integration.importing.identifying import add_problem
from ratslinde.integration.importing.models import ImportRow, Newer, RunState
from ratslinde.integration.importing.rules.times.words import speaks_of_times
from ratslinde.integration.importing.settling import Differences
from ratslinde.kernel.text import shortened

_BETWEEN = "; "


class Hints:
    """The hints that lists have brought to the offers of a town."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def settle(self, row: ImportRow, stands: Any, found: Differences) -> Differences:
        """The differences with the old hint gone, or left as they are while somebody has to decide about it."""
        given = (row.values.get("sites") or [{}])[0]
        before = standing_value(stands, "sites") if given.get("schedules") and not given["note"] else []
        if len(before) != 1 or not before[0]["note"]:
            return found
        note = before[0]["note"]
        left = self._without(note, stands.public_id)
        typed = [each for each in left.split(_BETWEEN) if speaks_of_times(each)] if "sites" in found else []
        if typed and row.identity.get("newer") != Newer.LIST:
            return _ask(row, _BETWEEN.join(typed), found)
        left = _BETWEEN.join(each for each in left.split(_BETWEEN) if each not in typed)
        if left == note:
            return found
        _, after = found.get("sites", (before, before))
        return {**found, "sites": (before, [{**after[0], "note": left}, *after[1:]])}

    def _without(self, note: str, public_id: str) -> str:
        brought = self._brought.get(public_id, set())
        return _BETWEEN.join(each for each in note.split(_BETWEEN) if each not in brought)

    @cached_property
    def _brought(self) -> Mapping[str, set[str]]:
        """Public id of the offer to the hints."""
        rows = ImportRow.objects.filter(
            run__body=self._body, kind="offer", carried_at__isnull=False
        ).order_by()
        rows = rows.exclude(result="").exclude(problems=[]).exclude(run__state=RunState.UNDONE)
        found: dict[str, set[str]] = defaultdict(set)
        for public_id, problems in rows.values_list("result", "problems"):
            found[public_id] |= {shortened(each["hint"], most=200) for each in problems if each.get("hint")}
        return found


def _ask(row: ImportRow, typed: str, found: Differences) -> Differences:
    """What somebody typed may hold beside the times, or instead of them."""
    if row.identity.get("newer") == Newer.KEEP:
        add_problem(row, f"Der Hinweis „{typed}“ bleibt, und mit ihm die Zeiten.", blocks=False)
        row.problems[-1]["keeps"] = True
        return {name: pair for name, pair in found.items() if name != "sites"}
    sentence = (
        f"Hier steht von Hand der Hinweis „{typed}“, und die Liste nennt andere Zeiten. Bitte entscheiden, was gilt; "
        "beides lässt sich danach beim Angebot eintragen."
    )
    add_problem(row, sentence, blocks=False)
    row.problems[-1]["newer"] = True
    return found
