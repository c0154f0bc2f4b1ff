"""Carrying a run out, row by row, with the landscape's verbs and as the account that asked for it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ratslinde.integration.importing.adding import ADDERS, add_to
from ratslinde.integration.importing.differing import ADDED, joined_sites, standing_value
from ratslinde.integration.importing.models import ImportRow, ImportRun, Verdict
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, LandscapeRow
from ratslinde.integration.landscape.restoring import restored
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account

_EDITS: Mapping[str, Callable[..., Any]] = {
    "place": actions.edit_place, "actor": actions.edit_actor, "offer": actions.edit_offer, "term": actions.edit_term,
    "space": actions.edit_space,
}  # fmt: skip
_WITH_BATCH = ("actor", "offer")


class Carrying:
    """One run under way. `begun`: is called with the number of rows that are done."""

    def __init__(self, account: Account, run: ImportRun, begun: Callable[[int], None]) -> None:
        self._account, self._run, self._begun = account, run, begun
        self._rows: dict[int, ImportRow] = {row.number: row for row in run.rows.all()}
        self._made: dict[int, LandscapeRow] = {}

    def carry_out(self) -> None:
        """Do every row. Raises Refused, naming the row, when one cannot be done: then nothing was."""
        done = 0
        for kind in MODELS:
            parents: list[ImportRow] = []
            for row in (row for row in self._rows.values() if row.kind == kind):
                try:
                    self._do(row, parents)
                except Refused as refusal:
                    raise Refused(
                        f"{row.sheet}, Zeile {row.line} „{row.label}“: {refusal.message}"
                    ) from refusal
                done += 1
                self._begun(done)
            for row in parents:  # a part may come before what it belongs to
                self._change(row, {"parent": self._plain(row.values["parent"])})
        for row in self._rows.values():
            if row.number in self._made:
                row.result = self._made[row.number].public_id

    def results(self) -> Iterable[ImportRow]:
        """The rows, to be saved."""
        return self._rows.values()

    def _do(self, row: ImportRow, parents: list[ImportRow]) -> None:
        if row.verdict == Verdict.NEW:
            self._add(row, parents)
        elif row.verdict in (Verdict.CHANGED, Verdict.UNCHANGED):
            self._made[row.number] = self._seen(row)
            values = {each["field"]: each["value"] for each in row.differences}
            if values:
                self._change(row, values)
        elif row.verdict == Verdict.TOGETHER:
            self._complete(row)

    def _add(self, row: ImportRow, parents: list[ImportRow]) -> None:
        values = {
            name: self._plain(value) for name, value in row.values.items() if value not in (None, "", [], {})
        }
        if str(row.values.get("parent", "")).startswith("@"):
            parents.append(row)
            del values["parent"]
        own = {name: value for name, value in values.items() if name not in ADDED}
        made = ADDERS[row.kind](self._account, self._run.body, _dated(own), row.identity)
        self._made[row.number] = made
        add_to(self._account, made, {name: values[name] for name in ADDED if name in values})

    def _change(self, row: ImportRow, values: Mapping[str, Any]) -> None:
        target: Any = self._made[row.number]
        values = {name: self._plain(value) for name, value in values.items()}
        own = _dated({name: value for name, value in values.items() if name not in ADDED})
        if own:
            self._made[row.number] = target = self._edit(row.kind, target, own)
        add_to(self._account, target, {name: values[name] for name in ADDED if name in values})

    def _edit(self, kind: str, target: LandscapeRow, values: Mapping[str, Any]) -> Any:
        changes = {
            name: [tuple(each) for each in value]
            if name == "mappings"
            else restored(type(target), name, value)
            for name, value in values.items()
        }
        batch: uuid.UUID | None = self._run.batch
        if kind in _WITH_BATCH:
            return _EDITS[kind](self._account, target, changes=changes, revision=target.revision, batch=batch)
        last = FieldChange.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        saved = _EDITS[kind](self._account, target, changes=changes, revision=target.revision)
        FieldChange.objects.filter(subject=target.public_id, pk__gt=last).update(batch=batch)
        return saved

    def _complete(self, row: ImportRow) -> None:
        """A second row about the same: what the first left open is filled, nothing is replaced."""
        first = self._rows[int(row.target[1:])]
        if first.number not in self._made:
            return
        target: Any = self._made[first.number]
        self._made[row.number] = target
        values = {}
        for name, value in row.values.items():
            plain = self._plain(value)
            if name in ADDED or plain in (None, "", [], {}):
                continue
            stands = standing_value(target, name)
            joined = joined_sites(stands, plain) if name == "sites" else plain
            if stands in (None, "", [], {}) or (name == "sites" and len(stands) > 0 and joined is not None):
                values[name] = joined
        values = {name: value for name, value in values.items() if value is not None and name != "name"}
        added = {name: self._plain(row.values[name]) for name in ADDED if name in row.values}
        if row.kind in _EDITS and (values or added):
            self._change(row, {**values, **added})
            self._made[first.number] = self._made[row.number]

    def _seen(self, row: ImportRow) -> LandscapeRow:
        stands = MODELS[row.kind]._default_manager.select_for_update().get(public_id=row.target)
        if stands.revision != row.target_revision:
            raise Refused("Der Eintrag wurde seit dem Vergleich geändert. Bitte neu vergleichen.")
        return stands

    def _plain(self, value: Any) -> Any:
        """The value with references to rows of the run as the public ids that they have by now."""
        if isinstance(value, dict):
            return {key: self._plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [found for each in value if (found := self._plain(each)) is not None or each is None]
        if isinstance(value, str) and value.startswith("@") and value[1:].isdigit():
            made = self._made.get(int(value[1:]))
            return made.public_id if made is not None else None
        return value


def _dated(values: Mapping[str, Any]) -> dict[str, Any]:
    """Times whose first day nobody has said begin today."""
    today = clock.today().isoformat()
    sites = [
        {**site, "schedules": [{**each, "start": each["start"] or today} for each in site["schedules"]]}
        for site in values.get("sites", [])
    ]
    return {**values, "sites": sites} if sites else dict(values)
