"""Which row that stands a statement is about by its own account: by its id, or as a word by its list and its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ratslinde.integration.importing.models import ImportRow
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.standing import Standing, is_uuid


def by_id(standing: Standing, kind: str, row: ImportRow, *, taxonomy: Any) -> str:
    """The public id of the row that stands, '' where none is named. `taxonomy`: the public id of a word's list."""
    for key in (row.own_id, row.identity.get("standard_id", "")):
        found = standing.by_id.get((kind, key)) if key else None
        if found is not None:
            return found.public_id
    if kind == "taxonomy":
        return _first(standing, kind, lambda each: each.key == row.values.get("key"))
    if kind == "term":
        names = {key_of(row.values["name"]), key_of(row.values["code"])}
        return _first(
            standing, kind, lambda each: each.taxonomy.public_id == taxonomy and _is_called(each, names)
        )
    if kind == "space":
        name = key_of(row.values.get("name", ""))
        return _first(standing, kind, lambda each: key_of(each.name) == name)
    return ""


def look_up(standing: Standing, row: ImportRow) -> None:
    """Links of an HSDS file to what it does not hold: found by the UUID, or left out."""
    for name, value in list(row.values.items()):
        if not (isinstance(value, str) and value.startswith("uuid:") and is_uuid(value[5:])):
            continue
        kind = {"actor": "actor", "parent": row.kind, "space": "space"}[name]
        found = standing.by_id.get((kind, value[5:]))
        if found is not None:
            row.values[name] = found.public_id
        elif name == "actor":
            add_problem(row, "Der Anbieter steht weder in der Datei noch im Bestand.", blocks=True)
        else:
            del row.values[name]


def blocks(row: ImportRow) -> bool:
    """Whether something is wrong without which the row cannot be taken over."""
    return any(each["blocks"] for each in row.problems)


def add_problem(row: ImportRow, sentence: str, *, blocks: bool) -> None:
    """A problem of this comparison: the next one finds it anew, or not."""
    row.problems = [*row.problems, {"column": "", "sentence": sentence, "blocks": blocks, "passing": True}]


def _is_called(word: Any, names: set[str]) -> bool:
    return bool(names & {key_of(word.name), key_of(word.code)})


def _first(standing: Standing, kind: str, fits: Callable[[Any], bool]) -> str:
    return next((row.public_id for row in standing.rows[kind] if fits(row)), "")
