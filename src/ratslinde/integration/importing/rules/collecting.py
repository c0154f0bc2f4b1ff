"""Statements under way: names become references, what cannot be read is noted."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ratslinde.integration.importing.rules import cells
from ratslinde.integration.importing.rules.columns import Column, Kind
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.stated import OTHER_ROW, Problem, Stated, Words


class Rows:
    """Collects the statements of all tables; what a cell names gets a statement of its own if nobody else makes it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.stated: list[Stated] = []
        self.skipped = 0
        self._named: dict[tuple[str, str], Stated] = {}

    def begin(
        self, kind: str, *, sheet: str, line: int, label: str, own_id: str = "", origin: str = ""
    ) -> Stated:
        """A new statement; the first of its name is the one that names refer to."""
        made = Stated(
            number=len(self.stated) + 1,
            kind=kind,
            sheet=sheet,
            line=line,
            label=label,
            own_id=own_id,
            origin=origin,
        )
        self.stated.append(made)
        for key in (key_of(label), key_of(own_id)):
            if key:
                self._named.setdefault((kind, key), made)
        return made

    def named(self, kind: str, name: str, *, by: Stated, origin: str) -> Stated:
        """The statement about the row of that name; a new one where the file has none."""
        found = self._named.get((kind, key_of(name)))
        if found is None:
            found = self.begin(kind, sheet=by.sheet, line=by.line, label=name, origin=origin)
            found.values["name"] = name
        return found

    def referred(self, reference: str) -> Stated | None:
        """The statement that a value refers to."""
        return self.stated[int(reference[1:]) - 1] if reference.startswith(OTHER_ROW) else None


class Cells:
    """Reads the cells of one row into its statement."""

    def __init__(self, rows: Rows, kind: Kind, stated: Stated, titles: Mapping[str, str]) -> None:
        self.rows, self.kind, self.stated, self._titles = rows, kind, stated, titles
        self.values = stated.values

    def attempt(self, column: Column, text: str, reader: Callable[[Cells, Column, str], Any]) -> None:
        """Read one cell; what cannot be read is left out and said."""
        try:
            value = reader(self, column, text)
        except cells.Unreadable as error:
            self.problem(column.field, str(error))
        else:
            if value is not None:
                self.values[column.field] = value

    def problem(self, field: str, sentence: str, *, blocks: bool = False) -> None:
        """Note what is wrong in the column of that field."""
        title = self._titles.get(field) or self.kind.column(field).title
        self.stated.problems.append(Problem(title, sentence, blocks))

    def term(self, column: Column, text: str, among: Mapping[str, str]) -> str | None:
        """The public id of the town's word, or None and a problem that names the nearest one."""
        found = among.get(key_of(text))
        if found is None:
            near = nearest(key_of(text), among)
            meant = f" Gemeint vielleicht „{self.rows.words.names[among[near]]}“?" if near else ""
            self.problem(column.field, f"„{text}“ ist keiner der Begriffe Ihrer Kommune.{meant}")
        return found


def nearest(key: str, among: Iterable[str]) -> str:
    """The key that is most likely meant: nearly the same letters, or the same words and more; '' for none."""
    keys = [*among]
    alike = difflib.get_close_matches(key, keys, n=1, cutoff=0.7)
    words = set(key.split())
    holding = [each for each in keys if words <= set(each.split()) or set(each.split()) <= words]
    return next(iter(alike or sorted(holding, key=len)), "")
