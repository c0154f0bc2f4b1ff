"""How far the worker is with a run. It works in one transaction, which nobody can look into: hence a small file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from ratslinde.integration.importing.models import ImportRun

_EVERY = 25
"""Rows between two notes."""


def note(run: ImportRun, done: int) -> None:
    """So many rows are done."""
    if done % _EVERY == 0:
        path = _path(run)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(done))


def noted(run: ImportRun) -> int:
    """How many rows are done as far as this machine knows; 0 when nobody has noted anything."""
    try:
        return int(_path(run).read_text())
    except (OSError, ValueError):
        return 0


def forget(run: ImportRun) -> None:
    """The run is over."""
    _path(run).unlink(missing_ok=True)


def _path(run: ImportRun) -> Path:
    return Path(settings.RATSLINDE_DATA) / "importing" / f"{run.public_id}.progress"
