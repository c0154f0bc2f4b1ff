"""A file comes in and is compared with what is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.importing import pace
from ratslinde.integration.importing.actions.checks import locked, refuse_begun, refuse_over
from ratslinde.integration.importing.columns_known import learn
from ratslinde.integration.importing.familiar import familiar_in
from ratslinde.integration.importing.models import ImportRun, RunState
from ratslinde.integration.importing.opening import (
    is_clear,
    open_file,
    refuse_people,
    stored_tables,
)
from ratslinde.integration.importing.portions import throw_away
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons.refusals import PeopleFound
from ratslinde.integration.importing.stating import compare, state_objects, state_tables
from ratslinde.journal.queue import later
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
COMPARE = "import.compare"


@action("landscape.import")
def read_in(account: Account, body: Body, *, name: str, data: bytes) -> ImportRun:
    """Read a file and compare it with what is there. Nothing of the landscape is changed by that.

    Raises Refused for what cannot be read, and for lists of individuals: of those nothing is stored.
    """
    familiar = familiar_in(body)
    opened = open_file(name, data, familiar=familiar)
    tables = stored_tables(body, opened.tables, familiar=familiar) if opened.objects is None else []
    run = ImportRun.objects.create(body=body, account=account, name=clean(name)[:200] or "Tabelle")
    if opened.objects is not None:
        state_objects(run, opened.objects)
        return compare_in_time(run)
    run.tables = tables
    if all(map(is_clear, run.tables)):
        return _stated(run)
    run.save()
    return run


def map_columns(account: Account, run: ImportRun, *, sheets: Sequence[Mapping[str, Any]]) -> ImportRun:
    """Say for each sheet what its rows are ('' for: leave it out) and which column is what; that is remembered.

    Raises Refused where that makes people of actors or offers: then the run is thrown away, tables and all.
    """
    try:
        return _map(account, run, sheets=sheets)
    except PeopleFound:
        _throw_away(account, run)
        run.tables = []
        raise


@action("landscape.import")
def _throw_away(_account: Account, run: ImportRun) -> None:
    throw_away(locked(run))


@action("landscape.import")
def _map(_account: Account, run: ImportRun, *, sheets: Sequence[Mapping[str, Any]]) -> ImportRun:
    run = locked(run)
    refuse_over(run)
    refuse_begun(run)
    for stored, given in zip(run.tables, sheets, strict=True):
        kind, columns = given["kind"], {at: field for at, field in given["columns"].items() if field}
        _check_columns(stored["sheet"], kind, columns)
        if kind and not stored["rows"]:
            raise Refused(
                f"Blatt „{stored['sheet']}“: Was darin stand, wurde nicht gespeichert, weil das Blatt nicht eingelesen "
                "wird. Bitte benennen Sie seine Spalten und lesen Sie die Datei noch einmal ein."
            )
        stored.update(kind=kind, columns=columns, rows=stored["rows"] if kind else [])
        learn(run.body, header=stored["header"], kind=kind, columns=columns)
    if not any(stored["kind"] for stored in run.tables):
        raise Refused("Bitte für mindestens ein Blatt sagen, was darin steht.")
    return _stated(run)


def compare_in_time(run: ImportRun) -> ImportRun:
    """Compare the run now, or leave it to the worker where that takes long."""
    if run.rows.count() > pace.LONG:
        run.state = RunState.COMPARING
        run.save(update_fields=["state", "changed_at"])
        later(COMPARE, key=run.public_id)
        return run
    compare(run)
    return run


def _stated(run: ImportRun) -> ImportRun:
    familiar = familiar_in(run.body)
    for stored in run.tables:
        refuse_people(stored, familiar=familiar)
    state_tables(run)
    if not run.rows.exists():
        raise Refused("In der Datei steht unter den Spaltennamen keine Zeile, die sich einlesen lässt.")
    return compare_in_time(run)


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
