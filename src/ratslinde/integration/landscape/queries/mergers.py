"""What was merged into a row, and whether that can still be undone."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.landscape.actions.hindrances import reasons_against, said_by_kept
from ratslinde.integration.landscape.actions.mergers import Entry
from ratslinde.integration.landscape.actions.tracing import Trace
from ratslinde.integration.landscape.models import Merger
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require

TOO_OLD = "Sie ist älter als die Möglichkeit, Zusammenführungen rückgängig zu machen."
_HANGING = {
    "landscape.offer": ("Angebot", "Angebote"), "landscape.actor": ("Akteur", "Akteure"),
    "landscape.contactperson": ("Ansprechperson", "Ansprechpersonen"),
    "landscape.activity": ("Tätigkeit", "Tätigkeiten"), "landscape.cooperation": ("Zusammenarbeit", "Zusammenarbeiten"),
    "landscape.resource": ("Ressource", "Ressourcen"), "landscape.offersite": ("Ort mit Zeiten", "Orte mit Zeiten"),
    "landscape.translation": ("Übersetzung", "Übersetzungen"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What was merged into a row. `reasons`: why it cannot be undone; `merger` is None where it is too old."""

    name: str
    at: datetime.datetime
    by: str
    merger: Merger | None
    reasons: Sequence[str]


def merged_into(account: Account, row: Entry) -> list[Merged]:
    """What was merged into the row, the latest first; nothing for those who may not undo it."""
    if not may(account, "landscape.unmerge", row):
        return []
    model = type(row)
    formers = list(row.former_ids.order_by("-pk"))
    names = dict(
        model._default_manager.filter(public_id__in=[each.public_id for each in formers]).values_list(
            "public_id", "name"
        )
    )
    mergers = _mergers(row)
    earlier = set(Merger.objects.filter(other__in=names, undone_at=None).values_list("other", flat=True))
    return [
        _merged(names[each.public_id], each.merged_at, mergers.get(each.public_id), row)
        for each in formers
        if each.public_id in names and (each.public_id in mergers or each.public_id not in earlier)
    ]


def merger(account: Account, public_id: str) -> Merger:
    """The merging of that public id. Raises Merger.DoesNotExist."""
    require(account, "landscape.unmerge")
    return Merger.objects.get(public_id=public_id)


def hanging(found: Merger) -> str:
    """What goes back with the other row, in words: '2 Angebote, 1 Ansprechperson'; '' for nothing."""
    counts = Counter(each["model"] for each in found.traces if _goes_back(found, each))
    return ", ".join(
        f"{number} {_HANGING[model][number != 1]}" for model, number in counts.items() if model in _HANGING
    )


def _goes_back(found: Merger, trace: Trace) -> bool:
    """Not the two themselves, nor what the one that stays says again as before."""
    before, after = trace["before"], trace["after"] or {}
    is_one_of_them = trace["model"] == f"landscape.{found.kind.lower()}" and "parent" not in after
    return before is not None and not (is_one_of_them or "outdated_at" in after or said_by_kept(found, trace))


def _mergers(row: Entry) -> dict[str, Merger]:
    """By the public id of what was merged into the row itself, not into one that came to it later."""
    rows = Merger.objects.filter(kept=row.public_id, undone_at=None).select_related("by")
    return {each.other: each for each in rows.order_by("pk")}


def _merged(name: str, at: datetime.datetime, found: Merger | None, row: Entry) -> Merged:
    if found is None:
        return Merged(name=name, at=at, by="", merger=None, reasons=[TOO_OLD])
    by = found.by.name if found.by else ""
    return Merged(name=name, at=found.at, by=by, merger=found, reasons=reasons_against(found, row))
