"""Taking a run back: what it changed stands as before, what it added goes, where nobody has done anything with it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ratslinde.integration.importing import pace
from ratslinde.integration.importing.learning import unlearn
from ratslinde.integration.importing.models import (
    ImportRow,
    ImportRun,
    KnownAs,
    NotTheSame,
    RunState,
    Verdict,
)
from ratslinde.integration.importing.remaining import Remaining, remaining
from ratslinde.integration.importing.reverting import open_changes
from ratslinde.integration.importing.storing import save_rows
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Activity,
    ContactPerson,
    FieldChange,
    LandscapeRow,
    Translation,
)
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.kernel.selecting import among
from ratslinde.verbs import Actor as Account

PARTS: dict[str, type[Activity] | type[ContactPerson]] = {"activity": Activity, "contact": ContactPerson}
CHANGED_SINCE = "Inzwischen anders, deshalb so gelassen"


def take_back(account: Account, run: ImportRun, *, seconds: float | None) -> None:
    """Take back what comes next, for about so many seconds (None: all of it); at the end the run is taken back.

    First what it changed, so that nothing points to what it added; then that, the last first.
    """
    watch = time.monotonic()
    for _ in _steps(account, run):
        if seconds is not None and time.monotonic() - watch >= seconds:
            return
    unlearn(run)
    run.state, run.taken_back_at, run.tables, run.failure = RunState.UNDONE, clock.now(), [], ""
    run.save()


def _steps(account: Account, run: ImportRun) -> Iterator[None]:
    for subject, batch in dict.fromkeys(open_changes(run).values_list("subject", "batch")):
        _put_back(account, run, subject, batch)
        yield
    for row in run.rows.exclude(added=[]).exclude(carried_at=None):
        if row.verdict != Verdict.NEW:
            _remove_added(account, row)
            yield
    while rows := list(added_rows(run)[: pace.REMOVED]):
        _remove(rows, remaining(run, rows))
        yield
    actions.locate_places(run.body)


def halt(run: ImportRun, refusal: Refused) -> None:
    """Why it cannot go on stands on the run, which counts as carried out again; what was taken back stays so."""
    ImportRun.objects.filter(pk=run.pk).update(state=RunState.DONE, failure=refusal.message[:300])


def added_rows(run: ImportRun) -> QuerySet[ImportRow]:
    """The rows that the run added and that nobody has looked at since it is being taken back, last first."""
    rows = ImportRow.objects.filter(run=run, verdict=Verdict.NEW, kept="")
    return rows.exclude(result="").order_by("-position", "-number")


def _put_back(account: Account, run: ImportRun, subject: str, batch: uuid.UUID) -> None:
    why = _undone(account, run, subject, batch)
    row = run.rows.filter(target=subject).order_by("number").first() if why else None
    if row is not None:
        row.kept = why[:300]
        row.save(update_fields=["kept"])


def _undone(account: Account, run: ImportRun, subject: str, batch: uuid.UUID) -> str:
    """Put back what the run changed in that row; returns why not all of it stands as before."""
    try:
        with transaction.atomic():
            kept = actions.undo(account, batch=batch, subject=subject).kept
    except Forbidden:
        raise
    except Refused as refusal:  # what stood there is gone: the others are put back all the same
        open_changes(run).filter(batch=batch, subject=subject).update(undone_at=clock.now())
        return refusal.message
    return f"{CHANGED_SINCE}: {', '.join(kept)}" if kept else ""


def _remove_added(account: Account, row: ImportRow) -> None:
    """Activities and contacts that the row added to one that stood, unless somebody has changed them."""
    for kind, public_id, revision in row.added:
        part: Any = PARTS[kind]._default_manager.filter(public_id=public_id).first()
        if part is None:
            continue
        if part.revision != revision or (kind == "contact" and part.offers.exists()):
            row.kept = f"{row.kept} {CHANGED_SINCE}: {part}".strip()[:300]
        elif kind == "activity":
            actions.remove_activity(account, part.actor, activity=part, batch=row.run.batch)
        else:
            actions.erase_contact(account, part, reason="Import zurückgenommen")
    row.added = []
    row.save(update_fields=["kept", "added"])


def _remove(rows: Sequence[ImportRow], found: Remaining) -> None:
    gone = [stands for _, stands in found.going]
    ids = [stands.public_id for stands in gone]
    Translation.objects.filter(among("subject", ids)).delete()
    FieldChange.objects.filter(among("subject", ids)).delete()
    NotTheSame.objects.filter(among("first", ids) | among("second", ids)).delete()
    KnownAs.objects.filter(among("subject", ids) | among("owner", ids)).delete()
    for model, pks in _together(gone):
        model._default_manager.filter(pk__in=pks).delete()
    for row in rows:
        row.kept = found.staying.get(row.number, "")
        row.result = row.result if row.kept else ""
    save_rows(rows, ["kept", "result"])


def _together(gone: Sequence[LandscapeRow]) -> Iterator[tuple[type[LandscapeRow], list[int]]]:
    """Rows of the same kind together, in their order; those that are parts of each other one by one."""
    model: type[LandscapeRow] | None = None
    pks: list[int] = []
    for row in gone:
        if pks and (type(row) is not model or hasattr(row, "parent_id")):
            yield model or type(row), pks
            pks = []
        model = type(row)
        pks.append(row.pk)
    if pks and model is not None:
        yield model, pks
