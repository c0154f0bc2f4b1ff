"""What a run would leave that cannot be published yet: said once before it is carried out, not row by row."""

from __future__ import annotations

from typing import Any

from ratslinde.integration.importing.models import ImportRun, Verdict
from ratslinde.integration.importing.standing import MODELS


def undescribed(of: ImportRun) -> dict[str, int]:
    """How many actors and offers that the run makes or changes would have no description, by kind."""
    return {kind: _undescribed(of, kind) for kind in ("actor", "offer")}


def _undescribed(of: ImportRun, kind: str) -> int:
    """Rows of the run about the same entry count once: one of them may describe it."""
    described: dict[str, bool] = {}
    rows = of.rows.filter(
        kind=kind, carried_at=None, verdict__in=(Verdict.NEW, Verdict.CHANGED, Verdict.TOGETHER)
    )
    for number, target, text in rows.values_list("number", "target", "values__description"):
        key = target or f"@{number}"
        described[key] = described.get(key, False) or bool((text or "").strip())
    without = {key for key, says in described.items() if not says}
    return len({key for key in without if key.startswith("@")}) + len(without & _standing_without(of, kind))


def _standing_without(of: ImportRun, kind: str) -> set[str]:
    model: Any = MODELS[kind]
    rows = model._default_manager.filter(body=of.body, description="")
    return set(rows.values_list("public_id", flat=True))
