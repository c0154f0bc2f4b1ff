"""The verbs of importing. What a file changes is changed by the landscape's own verbs, as the account that asks."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.importing import progress
from ratslinde.integration.importing.carrying import Carrying
from ratslinde.integration.importing.models import (
    ColumnMapping,
    Decision,
    ImportRow,
    ImportRun,
    NotTheSame,
    RunState,
    Verdict,
)
from ratslinde.integration.importing.opening import is_clear, open_file, stored_table
from ratslinde.integration.importing.rules.headers import hash_of
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.stating import compare, save_rows, state_objects, state_tables
from ratslinde.journal.queue import later
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
LONG = 400
"""Rows from which on the worker compares and carries out, and the page shows how far it is."""
COMPARE, CARRY_OUT = "import.compare", "import.carry_out"
DISTINCT_KINDS = ("actor", "offer", "place")


@action("landscape.import")
def read_in(account: Account, body: Body, *, name: str, data: bytes) -> ImportRun:
    """Read a file and compare it with what is there. Nothing of the landscape is changed by that.

    Raises Refused for what cannot be read, and for lists of individuals: of those nothing is stored.
    """
    opened = open_file(name, data)
    run = ImportRun.objects.create(body=body, account=account, name=clean(name)[:200] or "Tabelle")
    if opened.objects is not None:
        state_objects(run, opened.objects)
        return _compare_in_time(run)
    run.tables = [stored_table(body, table) for table in opened.tables]
    run.save()
    return _stated(run) if all(map(is_clear, run.tables)) else run


@action("landscape.import")
def map_columns(_account: Account, run: ImportRun, *, sheets: Sequence[Mapping[str, Any]]) -> ImportRun:
    """Say for each sheet what its rows are ('' for: leave it out) and which column is what; remembered by header."""
    _refuse_over(run)
    for stored, given in zip(run.tables, sheets, strict=True):
        kind, columns = given["kind"], {at: field for at, field in given["columns"].items() if field}
        _check_columns(stored["sheet"], kind, columns)
        stored.update(kind=kind, columns=columns)
        ColumnMapping.objects.update_or_create(
            body=run.body, header=hash_of(stored["header"]), defaults={"kind": kind, "columns": columns}
        )
    if not any(stored["kind"] for stored in run.tables):
        raise Refused("Bitte für mindestens ein Blatt sagen, was darin steht.")
    return _stated(run)


@action("landscape.import")
def decide(_account: Account, run: ImportRun, *, decisions: Mapping[int, tuple[str, str]]) -> ImportRun:
    """Choose for rows: ('same', key of a candidate), ('new', ''), ('skip', ''), or ('', '') for the proposal."""
    _refuse_over(run)
    rows = list(run.rows.filter(number__in=decisions))
    for row in rows:
        choice, target = decisions[row.number]
        if choice not in ("", *Decision.values):
            raise Refused("Bitte wählen: dasselbe, neu oder überspringen.")
        if choice == Decision.SAME and target not in {each["key"] for each in row.candidates}:
            raise Refused("Bitte wählen, womit der Eintrag derselbe ist.")
        row.decision = choice
        row.identity = {**row.identity, "chosen": target} if choice == Decision.SAME else row.identity
    ImportRow.objects.bulk_update(rows, ["decision", "identity"])
    return _compare_in_time(run)


@action("landscape.import")
def compare_again(_account: Account, run: ImportRun) -> ImportRun:
    """Compare with what stands now; decisions stay."""
    _refuse_over(run)
    return _compare_in_time(run)


@action("landscape.import")
def carry_out(account: Account, run: ImportRun) -> ImportRun:
    """Write what the dry run shows: all of it or nothing. A long run is left to the worker, as this account."""
    run = _locked(run)
    if run.state == RunState.DONE:
        return run
    _refuse_open(run)
    if run.rows.count() > LONG:
        run.state, run.account, run.failure = RunState.CARRYING, account, ""
        run.save()
        later(CARRY_OUT, key=run.public_id)
        return run
    return write(account, run)


@action("landscape.import")
def write(account: Account, run: ImportRun) -> ImportRun:
    """What `carry_out` asked for, in one transaction; a run that is done already is not done again."""
    run = _locked(run)
    if run.state == RunState.DONE:
        return run
    _refuse_open(run)
    run.batch = uuid.uuid4()
    prefetch_related_objects([account], "grants")  # each row asks for a right
    carrying = Carrying(account, run, lambda done: progress.note(run, done))
    carrying.carry_out()
    rows = list(carrying.results())
    for row in rows:
        row.values, row.identity, row.candidates, row.differences = {}, {}, [], [
            {name: each[name] for name in ("field", "label", "before", "after", "quiet")} for each in row.differences
        ]  # fmt: skip
    save_rows(rows, ["values", "identity", "candidates", "differences", "result"])
    run.state, run.carried_out_at, run.tables, run.failure = RunState.DONE, clock.now(), [], ""
    run.save()
    progress.forget(run)
    return run


@action("landscape.import")
def discard_run(_account: Account, run: ImportRun) -> ImportRun:
    """Throw the run away: its rows and tables go, that there was one stays."""
    _refuse_over(run)
    run.rows.all().delete()
    run.state, run.tables, run.left_out = RunState.DISCARDED, [], {}
    run.save()
    return run


@action("landscape.import")
def declare_different(_account: Account, body: Body, *, kind: str, first: str, second: str) -> NotTheSame:
    """These two rows are not the same: nobody is asked again."""
    if kind not in DISTINCT_KINDS or first == second:
        raise Refused("Bitte zwei verschiedene Einträge wählen.")
    low, high = sorted((first, second))
    return NotTheSame.objects.get_or_create(body=body, kind=kind, first=low, second=high)[0]


def _stated(run: ImportRun) -> ImportRun:
    state_tables(run)
    if not run.rows.exists():
        raise Refused("In der Datei steht unter den Spaltennamen keine Zeile, die sich einlesen lässt.")
    return _compare_in_time(run)


def _compare_in_time(run: ImportRun) -> ImportRun:
    if run.rows.count() > LONG:
        run.state = RunState.COMPARING
        run.save()
        later(COMPARE, key=run.public_id)
        return run
    compare(run)
    return run


def _check_columns(sheet: str, kind: str, columns: Mapping[str, str]) -> None:
    if not kind:
        return
    fields = list(columns.values())
    double = next((field for field in fields if fields.count(field) > 1), "")
    if double:
        raise Refused(f"Blatt „{sheet}“: „{KINDS[kind].column(double).title}“ ist zweimal zugeordnet.")
    for field in ("name", "actor") if kind == "offer" else ("name",):
        if field not in fields:
            raise Refused(
                f"Blatt „{sheet}“: Bitte sagen, in welcher Spalte „{KINDS[kind].column(field).title}“ steht."
            )


def _locked(run: ImportRun) -> ImportRun:
    return ImportRun.objects.select_for_update(of=("self",)).select_related("body", "account").get(pk=run.pk)


def _refuse_over(run: ImportRun) -> None:
    if run.state in (RunState.DONE, RunState.DISCARDED, RunState.CARRYING):
        raise Refused("Dieser Import ist schon übernommen oder verworfen.")


def _refuse_open(run: ImportRun) -> None:
    if run.state not in (RunState.REVIEW, RunState.CARRYING):
        raise Refused("Der Probelauf ist noch nicht fertig.")
    waiting = run.rows.filter(verdict=Verdict.OPEN).count()
    if waiting:
        raise Refused(f"Über {waiting} mögliche Dubletten ist noch nicht entschieden.")
    if not run.rows.filter(verdict__in=(Verdict.NEW, Verdict.CHANGED, Verdict.TOGETHER)).exists():
        raise Refused("Es gibt nichts zu übernehmen: Nichts ist neu oder geändert.")
