"""From what was read to the rows of a run, with the decisions that somebody has made before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ratslinde.integration.importing.comparing import Comparison
from ratslinde.integration.importing.fitting import fit
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState, Verdict
from ratslinde.integration.importing.rules.headers import unnamed
from ratslinde.integration.importing.rules.hsds.objects import Objects
from ratslinde.integration.importing.rules.hsds.rows import read_objects
from ratslinde.integration.importing.rules.reading.rows import Mapped, read_rows
from ratslinde.integration.importing.rules.stated import Problem, Stated, Strange
from ratslinde.integration.importing.rules.tables import Row, Table
from ratslinde.integration.importing.standing import words_of
from ratslinde.integration.importing.storing import add_rows, print_of, save_rows
from ratslinde.kernel.text import shortened

_COMPARED = (
    "values", "problems", "candidates", "decision", "verdict", "target", "target_revision", "differences", "identity",
)  # fmt: skip


def state_tables(run: ImportRun) -> None:
    """Make the rows of the run anew out of its tables as they are mapped; decisions about the same lines stay."""
    mapped = [
        Mapped(_table(each), each["kind"], {int(at): field for at, field in each["columns"].items() if field})
        for each in run.tables
        if each["kind"]
    ]
    read = read_rows(mapped, words_of(run.body))
    run.skipped = read.skipped
    run.left_out = {title: "" for each in run.tables for title in _unmapped(each)}
    run.left_out.update(dict.fromkeys(read.totals, ""))
    run.words = [_word(each) for each in read.strange.values()]
    _store(run, read.stated)


def state_objects(run: ImportRun, objects: Objects) -> None:
    """Make the rows of the run out of HSDS objects."""
    collected = read_objects(objects)
    left_out = collected.left_out
    run.left_out = {name: f"{number}×" for name, number in sorted(left_out.items())}
    _store(run, collected.rows)


def compare(run: ImportRun) -> None:
    """Compare all rows of the run with what stands now, and save what was found."""
    rows = list(ImportRow.objects.filter(run=run))
    before = [print_of(row, _COMPARED) for row in rows]
    Comparison(run.body, rows).carry_out()
    save_rows(
        (row for row, was in zip(rows, before, strict=True) if print_of(row, _COMPARED) != was), _COMPARED
    )
    run.state = RunState.REVIEW
    run.save(update_fields=["state", "changed_at"])


def _store(run: ImportRun, stated: Sequence[Stated]) -> None:
    decided = {_place(row): row for row in run.rows.exclude(decision="")}
    run.rows.all().delete()
    rows = []
    for each in stated:
        fit(each)
        row = _row(run, each)
        before = decided.get(_place(row))
        if before is not None:
            row.decision = before.decision
            row.identity = {
                **row.identity,
                **({"chosen": before.identity["chosen"]} if "chosen" in before.identity else {}),
            }
        rows.append(row)
    add_rows(rows)
    run.save()


def _row(run: ImportRun, each: Stated) -> ImportRow:
    return ImportRow(
        run_id=run.pk, number=each.number, kind=each.kind, sheet=each.sheet[:120], line=each.line,
        label=shortened(each.label, most=180), origin=each.origin[:60], own_id=each.own_id[:200], values=each.values,
        identity=dict(each.identity), problems=[_problem(problem) for problem in each.problems], verdict=Verdict.NEW,
    )  # fmt: skip


def _problem(problem: Problem) -> dict[str, Any]:
    said = {"column": problem.column, "sentence": problem.sentence, "blocks": problem.blocks}
    more = {"hint": problem.hint, "unsure": problem.unsure, "asks": problem.asks}
    return said | {name: value for name, value in more.items() if value}


def _word(strange: Strange) -> dict[str, Any]:
    return {**asdict(strange), "rows": len(strange.rows)}


def _place(row: ImportRow) -> tuple[Any, ...]:
    return row.kind, row.sheet, row.line, row.origin, row.label


def _table(stored: dict[str, Any]) -> Table:
    rows = tuple(Row(line, tuple(cells)) for line, cells in stored["rows"])
    return Table(stored["sheet"], tuple(stored["header"]), rows)


def _unmapped(stored: dict[str, Any]) -> list[str]:
    named = [f"{title} (Angaben zu einer Person)" for title in stored["private"]]
    free = [at for at in range(len(stored["header"])) if not stored["columns"].get(str(at))]
    titles = [title for at in free if (title := stored["header"][at] or _untitled(stored, at))]
    return [*titles, *named, *stored.get("left_out", ())]


def _untitled(stored: dict[str, Any], at: int) -> str:
    """How a column is called that has no name; '' where nothing stands in it."""
    return unnamed(at) if any(cells[at] for _, cells in stored["rows"]) else ""
