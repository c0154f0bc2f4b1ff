"""What every publish verb does: rows become values, and the record takes them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import models, transaction
from msgspec import Struct

from ratslinde.kernel.errors import Refused
from ratslinde.record.preview import Difference, differences
from ratslinde.record.publishing import latest_versions, publish
from ratslinde.record.values import Value, Withdrawal
from ratslinde.verbs.rows import DeskRow, Publication, refuse_unchecked


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


def carry_out(release: Release) -> list[str]:
    """Publish; returns the ids that changed. Raises Refused while something read is unchecked."""
    refuse_unchecked(list(release.rows))
    _refuse_without_body(release)
    _mark(release.rows, Publication.PUBLISHED)
    _mark(release.gone, Publication.WITHDRAWN)
    return publish(release.values, withdrawals=release.withdrawals)


def _refuse_without_body(release: Release) -> None:
    published = {value.id for value in release.values}
    bodies = {value.body for value in release.values} - published
    if bodies - set(latest_versions(list(bodies))):
        raise Refused("Bitte zuerst die Kommune selbst veröffentlichen (Einstellungen der Kommune).")


def _mark(rows: Sequence[DeskRow], state: Publication) -> None:
    for row in rows:
        model: type[models.Model] = type(row)
        model._default_manager.filter(pk=row.pk).update(publication=state)
        row.publication = state


def preview(gather: Callable[[], Release]) -> tuple[Difference, ...]:
    """What carrying out the release would change. Gathering may print documents: nothing of it is kept."""
    with transaction.atomic():
        release = gather()
        found = differences(release.values, withdrawals=release.withdrawals)
        transaction.set_rollback(True)
    return found
