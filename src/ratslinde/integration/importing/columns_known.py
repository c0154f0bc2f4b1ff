"""Which column of a list is what: what somebody has said of columns of that name, else what explains itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import ColumnMapping, LearnedColumn
from ratslinde.integration.importing.rules.headers import assign, hash_of, key_of, kind_of
from ratslinde.integration.importing.rules.offer_columns import KINDS

_NEEDED: Mapping[str, frozenset[str]] = {"offer": frozenset({"name", "actor"})}


@dataclass(frozen=True)
class Known:
    """What the rows are, and the columns: number (as text) to field. `remembered`: nobody needs to be asked."""

    kind: str
    columns: dict[str, str]
    remembered: bool


def known(body: Body, *, sheet: str, header: Sequence[str]) -> Known:
    """What the columns of that header are."""
    whole = ColumnMapping.objects.filter(body=body, header=hash_of(header)).first()
    learned = _learned(body, header)
    kind = whole.kind if whole else _kind(learned, kind_of(sheet, header))
    if not kind:
        return Known("", whole.columns if whole else {}, whole is not None)
    said = _by_number(header, learned.get(kind, {}))
    before = {int(at): field for at, field in whole.columns.items()} if whole else assign(KINDS[kind], header)
    columns = {at: field for at, field in said.items() if field}
    taken = set(columns.values())
    columns |= {at: field for at, field in before.items() if at not in said and field not in taken}
    left = {at for at, title in enumerate(header) if title} - said.keys() - columns.keys()
    return Known(kind, {str(at): columns[at] for at in sorted(columns)}, bool(whole or (said and not left)))


def learn(body: Body, *, header: Sequence[str], kind: str, columns: Mapping[str, str]) -> None:
    """Remember for the whole header and for each name of a column what somebody has said."""
    ColumnMapping.objects.update_or_create(
        body=body, header=hash_of(header), defaults={"kind": kind, "columns": dict(columns)}
    )
    for at, key in _first_of_each(header):
        field = columns.get(str(at), "")
        if kind and key:
            LearnedColumn.objects.update_or_create(body=body, kind=kind, title=key, defaults={"field": field})


def _learned(body: Body, header: Sequence[str]) -> dict[str, dict[str, str]]:
    """By kind what was said of columns that are called so."""
    keys = {key for _, key in _first_of_each(header)}
    rows = LearnedColumn.objects.filter(body=body, title__in=keys).order_by("kind", "title")
    found = groupby(rows.values_list("kind", "title", "field"), key=lambda row: row[0])
    return {kind: {title: field for _, title, field in group} for kind, group in found}


def _kind(learned: Mapping[str, Mapping[str, str]], told: str) -> str:
    """The kind of whose lists most columns are known, where these say what a row needs; else what the header tells."""
    number = Counter({kind: len(columns) for kind, columns in learned.items()})
    best = max(number, key=lambda kind: (number[kind], kind == told), default="")
    return best if best and _NEEDED.get(best, {"name"}) <= set(learned[best].values()) else told


def _by_number(header: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """Column number to field, each field once."""
    found: dict[int, str] = {}
    for at, key in _first_of_each(header):
        if key in said and not (said[key] and said[key] in found.values()):
            found[at] = said[key]
    return found


def _first_of_each(header: Sequence[str]) -> Iterable[tuple[int, str]]:
    """Number and folded name of each column that is the first of its name."""
    first: dict[str, int] = {}
    for at, title in enumerate(header):
        first.setdefault(key_of(title)[:200], at)
    return ((at, key) for key, at in first.items() if key)
