"""What every publish verb does: rows become values, and the record takes them in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
from django.db import models, transaction
from msgspec import Struct

from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.record import chain
from ratslinde.record.preview import Difference, differences
from ratslinde.record.publishing import latest_versions, publish
from ratslinde.record.values import Value, Withdrawal
from ratslinde.verbs.rows import DeskRow, Publication, refuse_unchecked

Result = TypeVar("Result")
Row = TypeVar("Row", bound=DeskRow)
Seen = str | None
"""The `mark` of the differences that somebody saw before they said yes; None where nobody looked, as in a command."""
CHANGED = "Inzwischen hat sich etwas geändert. Bitte sehen Sie noch einmal nach."


class Release(Struct, frozen=True, kw_only=True):
    """What one publication would make public or take back: the same for the preview and for the act."""

    values: tuple[Value, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    rows: tuple[DeskRow, ...] = ()
    gone: tuple[DeskRow, ...] = ()

    def __add__(self, other: Release) -> Release:
        """Both, each row once."""
        known = {value.id for value in self.values}
        return Release(
            values=self.values + tuple(value for value in other.values if value.id not in known),
            withdrawals=self.withdrawals + other.withdrawals,
            rows=self.rows + tuple(row for row in other.rows if row not in self.rows),
            gone=self.gone + other.gone,
        )


def current(row: Row) -> Row:
    """The row as it stands now, locked for this transaction: what a page loaded before may be old."""
    rows: models.QuerySet[Any] = type(row)._default_manager.select_for_update()
    row.refresh_from_db(from_queryset=rows)
    return row


def carry_out(release: Release, *, seen: Seen = None) -> list[str]:
    """Publish; returns the ids that changed. Raises Refused while something read is unchecked.

    Raises Conflict when it would change something else than what was `seen`: looked at here, inside the verb's
    transaction, so that nobody's change slips in between the look and the act.
    """
    refuse_unchecked(list(release.rows))
    _refuse_without_body(release)
    _mark(release.rows, Publication.PUBLISHED)
    _mark(release.gone, Publication.WITHDRAWN)
    if seen is not None:
        _refuse_unseen(release, seen)
    return publish(release.values, withdrawals=release.withdrawals)


def require_reason(reason: str) -> None:
    """Raise Refused for an empty reason."""
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben. Er bleibt in der Verwaltung.", field="reason")


def _refuse_unseen(release: Release, seen: str) -> None:
    for body in {*(value.body for value in release.values), *(gone.body for gone in release.withdrawals)}:
        chain.lock(body)  # what is public now must stay so until this is published, too
    if mark(differences(release.values, withdrawals=release.withdrawals)) != seen:
        raise Conflict(CHANGED)


def _refuse_without_body(release: Release) -> None:
    published = {value.id for value in release.values}
    bodies = {value.body for value in release.values} - published
    if bodies - set(latest_versions(list(bodies))):
        raise Refused("Bitte zuerst die Kommune selbst veröffentlichen (Einstellungen der Kommune).")


def _mark(rows: Sequence[DeskRow], state: Publication) -> None:
    for row in rows:
        model: type[models.Model] = type(row)
        same = model._default_manager.filter(pk=row.pk, revision=row.revision)
        if not same.update(publication=state):
            raise Conflict(CHANGED)  # somebody saved the row after it was read here
        row.publication = state


def preview(gather: Callable[[], Release]) -> tuple[Difference, ...]:
    """What carrying out the release would change. Gathering may print documents: nothing of it is kept."""

    def look() -> tuple[Difference, ...]:
        release = gather()
        return differences(release.values, withdrawals=release.withdrawals)

    return undone(look)


def undone(look: Callable[[], Result]) -> Result:
    """What `look` returns; whatever it changes in the database on its way does not stay."""
    with transaction.atomic():
        found = look()
        transaction.set_rollback(True)
    return found


def mark(found: Sequence[Difference]) -> str:
    """A mark of exactly these differences: two looks have the same one when they show the same.

    A document that is printed for the look only gets a new id each time, so a new file counts by its title; the text of
    a file, which the worker takes out of it at any moment, counts by the file's checksum.
    """
    text = msgspec.json.encode([_without_text(each) for each in found if _without_text(each)]).decode()
    for number, each in enumerate(each for each in found if each.kind == "file" and each.state == "new"):
        text = text.replace(each.id, f"{number} {each.title}")
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _without_text(found: Difference) -> Difference | None:
    """The difference without the text that follows a file; None when it was nothing else."""
    if found.kind != "file":
        return found
    lines = tuple(line for line in found.lines if line.attribute != "text")
    return msgspec.structs.replace(found, lines=lines) if lines or not found.lines else None
