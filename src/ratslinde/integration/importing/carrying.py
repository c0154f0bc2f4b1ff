"""Carrying rows out, one by one, with the landscape's verbs and as the account that asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ratslinde.integration.importing.adding import ADDERS
from ratslinde.integration.importing.completing import Added, add_to
from ratslinde.integration.importing.differing import ADDED
from ratslinde.integration.importing.editing import EDITED, edit
from ratslinde.integration.importing.filling import NOTHING, open_values
from ratslinde.integration.importing.learning import learn_name
from ratslinde.integration.importing.models import ImportRow, ImportRun, Verdict
from ratslinde.integration.importing.rules.stated import OTHER_ROW
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape.models import LandscapeRow
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account


class Carrying:
    """Rows of one run under way. `done`: those that are through."""

    def __init__(self, account: Account, run: ImportRun) -> None:
        self._account, self._run = account, run
        self._results: dict[int, str] = {}
        self._made: dict[int, LandscapeRow] = {}
        self.done: list[ImportRow] = []

    def expect(self, rows: Iterable[ImportRow]) -> None:
        """These rows come next: what they refer to is looked up together."""
        wanted = {number for row in rows for number in references([row.values, row.differences])}
        found = self._run.rows.filter(number__in=wanted - self._results.keys()).exclude(result="").order_by()
        self._results.update(found.values_list("number", "result"))

    def do(self, row: ImportRow) -> None:
        """Do what the dry run said of the row. Raises Refused when that cannot be done."""
        if row.verdict == Verdict.NEW:
            self._add(row)
        elif row.target.startswith(OTHER_ROW):
            self._complete(row)
        elif row.verdict in (Verdict.CHANGED, Verdict.UNCHANGED):
            self._made[row.number] = self._seen(row)
            values = {each["field"]: each["value"] for each in row.differences}
            if values:
                self._change(row, values)

    def close(self, group: Sequence[ImportRow]) -> None:
        """The rows about one and the same are through: what became of them, and how it was left."""
        for row in group:
            made = self._made.get(row.number)
            if made is not None:
                row.result = self._results[row.number] = made.public_id
                row.target_revision = made.revision
                learn_name(self._run, row, owner=self._plain(row.values.get("actor", "")) or "")
        self.done += group

    def _add(self, row: ImportRow) -> None:
        found = {name: self._plain(value) for name, value in row.values.items() if value not in NOTHING}
        values = {name: value for name, value in found.items() if value is not None}
        own = {name: value for name, value in values.items() if name not in ADDED}
        made = ADDERS[row.kind](self._account, self._run.body, own, row.identity)
        self._made[row.number] = made
        self._complete_with(made, values)

    def _change(self, row: ImportRow, values: Mapping[str, Any]) -> None:
        target: Any = self._made[row.number]
        found = {name: self._plain(value) for name, value in values.items()}
        values = {name: value for name, value in found.items() if value is not None}
        own = {name: value for name, value in values.items() if name not in ADDED}
        if own:
            target = edit(self._account, row.kind, target, own, batch=self._run.batch)
            self._made[row.number] = target
        row.added += self._complete_with(target, values)

    def _complete_with(self, row: Any, values: Mapping[str, Any]) -> Added:
        added = {name: values[name] for name in ADDED if name in values}
        return add_to(self._account, row, added, batch=self._run.batch)

    def _complete(self, row: ImportRow) -> None:
        """A second row about the same: what the first left open is filled, nothing is replaced."""
        first = int(row.target[1:])
        if first not in self._made:
            return
        target = self._made[row.number] = self._made[first]
        values = open_values(target, {name: self._plain(value) for name, value in row.values.items()})
        added = {name: self._plain(row.values[name]) for name in ADDED if name in row.values}
        if row.kind in EDITED and (values or added):
            self._change(row, {**values, **added})
            self._made[first] = self._made[row.number]

    def _seen(self, row: ImportRow) -> LandscapeRow:
        stands = MODELS[row.kind]._default_manager.select_for_update().filter(public_id=row.target).first()
        if stands is None or stands.revision != row.target_revision:
            raise Refused("Der Eintrag wurde seit dem Vergleich geändert. Bitte neu vergleichen.")
        return stands

    def _plain(self, value: Any) -> Any:
        """The value with references to rows of the run as the public ids that they have by now."""
        if isinstance(value, dict):
            return {key: self._plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [found for each in value if (found := self._plain(each)) is not None or each is None]
        if isinstance(value, str) and value.startswith(OTHER_ROW) and value[1:].isdigit():
            made = self._made.get(int(value[1:]))
            return made.public_id if made is not None else self._results.get(int(value[1:]))
        return value


def references(value: Any) -> Iterator[int]:
    """The numbers of the rows of the run that the value refers to."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from references(each)
    elif isinstance(value, str) and value.startswith(OTHER_ROW) and value[1:].isdigit():
        yield int(value[1:])
