"""What several verbs of importing check."""

from __future__ import annotations

from ratslinde.integration.importing.models import Decision, ImportRun, RunState, Verdict
from ratslinde.kernel.errors import Refused

_WRITES = (Verdict.NEW, Verdict.CHANGED, Verdict.TOGETHER)
_WAITS = (RunState.MAPPING, RunState.COMPARING, RunState.REVIEW)


def locked(run: ImportRun) -> ImportRun:
    """The run as it stands now; nobody else does anything with it until the end of the transaction."""
    runs = ImportRun.objects.select_for_update(of=("self",)).select_related("body", "account")
    return runs.defer("tables").get(pk=run.pk)  # megabytes of them, which each portion would read and write


def refuse_over(run: ImportRun) -> None:
    """Raise Refused for a run that is carried out already, or thrown away."""
    if run.state not in _WAITS:
        raise Refused("Dieser Import ist schon übernommen oder verworfen.")


def refuse_begun(run: ImportRun) -> None:
    """Raise Refused for a run of which a part is carried out: its rows cannot be made anew."""
    if run.rows.exclude(carried_at=None).exists():
        raise Refused(
            "Ein Teil dieses Imports ist schon übernommen. Die Spalten lassen sich nicht mehr ändern."
        )


def refuse_open(run: ImportRun) -> None:
    """Raise Refused while somebody has to decide something, and where there is nothing to do."""
    if run.state != RunState.REVIEW:
        raise Refused("Der Probelauf ist noch nicht fertig.")
    rows = run.rows.filter(carried_at=None)
    waiting = rows.filter(verdict=Verdict.OPEN).count()
    if waiting:
        raise Refused(f"Über {waiting} Zeilen ist noch nicht entschieden.")
    decided = rows.filter(decision=Decision.SAME)  # nothing changes, but the next list decides nothing anew
    if not (rows.filter(verdict__in=_WRITES).exists() or decided.exists()):
        raise Refused("Es gibt nichts zu übernehmen: Nichts ist neu oder geändert.")
