"""What somebody decides about a dry run: what is the same, what is left out, whether it comes at all."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.importing.actions.checks import locked, refuse_over
from ratslinde.integration.importing.actions.reading_in import compare_in_time
from ratslinde.integration.importing.models import Decision, ImportRow, ImportRun, Newer, NotTheSame, Verdict
from ratslinde.integration.importing.portions import throw_away
from ratslinde.integration.importing.settling import waits_for_newer
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
Decisions = Mapping[int, tuple[str, str]]
"""What was chosen, by the number of the row; see `decide`."""
DISTINCT_KINDS = ("actor", "offer", "place")


@action("landscape.import")
def decide(_account: Account, run: ImportRun, *, decisions: Decisions) -> ImportRun:
    """Choose for rows: ('same', key of a candidate), ('new', ''), ('skip', ''), or ('', '') for the proposal.

    Where something newer stands than what the list says: ('keep', '') or ('list', '').
    """
    run = locked(run)
    refuse_over(run)
    _choose(run, decisions)
    return compare_in_time(run)


def _choose(run: ImportRun, decisions: Decisions) -> None:
    rows = list(run.rows.filter(number__in=decisions, carried_at=None))
    for row in rows:
        choice, target = decisions[row.number]
        if choice in Newer.values:
            row.identity = {**row.identity, "newer": choice}
            continue
        if choice not in ("", *Decision.values):
            raise Refused("Bitte wählen: dasselbe, neu oder überspringen.")
        if choice == Decision.SAME and target not in {each["key"] for each in row.candidates}:
            raise Refused("Bitte wählen, womit der Eintrag derselbe ist.")
        row.decision = choice
        row.identity = {**row.identity, "chosen": target} if choice == Decision.SAME else row.identity
    ImportRow.objects.bulk_update(rows, ["decision", "identity"])


@action("landscape.import")
def decide_newer(
    _account: Account, run: ImportRun, *, choice: str, besides: Decisions | None = None
) -> ImportRun:
    """Answer at once for all rows in which something newer stands than what the list says: 'keep' or 'list'.

    `besides`: what was chosen for other rows on the same page. Raises Refused where no row waits for the answer.
    """
    run = locked(run)
    refuse_over(run)
    if choice not in Newer.values:
        raise Refused("Bitte wählen: Die Liste gilt, oder der Bestand.")
    rows = [row for row in run.rows.filter(verdict=Verdict.OPEN, carried_at=None) if waits_for_newer(row)]
    if not rows:
        raise Refused("Es gibt keine Zeile, in der Neueres steht als in der Liste.")
    for row in rows:
        row.identity = {**row.identity, "newer": choice}
    ImportRow.objects.bulk_update(rows, ["identity"], batch_size=500)
    answered = {row.number for row in rows}
    _choose(run, {number: chosen for number, chosen in (besides or {}).items() if number not in answered})
    return compare_in_time(run)


@action("landscape.import")
def compare_again(_account: Account, run: ImportRun) -> ImportRun:
    """Compare with what stands now; decisions stay."""
    run = locked(run)
    refuse_over(run)
    return compare_in_time(run)


@action("landscape.import")
def discard_run(_account: Account, run: ImportRun) -> ImportRun:
    """Throw the run away: its rows and tables go, that there was one stays.

    Of a run that stopped half way, only what is not carried out yet goes.
    """
    run = locked(run)
    refuse_over(run)
    throw_away(run)
    return run


@action("landscape.import")
def declare_different(_account: Account, body: Body, *, kind: str, first: str, second: str) -> NotTheSame:
    """These two rows are not the same: nobody is asked again."""
    if kind not in DISTINCT_KINDS or first == second:
        raise Refused("Bitte zwei verschiedene Einträge wählen.")
    low, high = sorted((first, second))
    return NotTheSame.objects.get_or_create(body=body, kind=kind, first=low, second=high)[0]
