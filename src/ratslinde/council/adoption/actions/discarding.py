"""Throwing away what a wrong file brought."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.subjects import SUBJECTS, drafts_of
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import DeskRow, Publication

__all__ = ["rights"]


@action("adoption.discard")
def discard(_actor: Actor, source: Source) -> None:
    """Throw away what a wrong file brought: its drafts, their steps and items, and the source itself.

    The file can be read again afterwards. Raises Refused when a draft was published meanwhile, or when the source
    filled in results of a session that was there before: those are put right where they stand.
    """
    rows = drafts_of(source)
    if any(row.publication != Publication.DRAFT for row in rows):
        raise Refused(
            "Aus dieser Datei ist schon etwas veröffentlicht worden. Bitte nehmen Sie das zuerst zurück."
        )
    if source.origins.filter(subject_kind="AgendaItem").exclude(subject__in=_ids(rows)).exists():
        raise Refused(
            "Die Datei hat Ergebnisse in eine Sitzung eingetragen, die es schon gab. Bitte dort ändern."
        )
    for row in sorted(rows, key=lambda each: list(SUBJECTS.values()).index(type(each)), reverse=True):
        type(row)._default_manager.filter(pk=row.pk).delete()
    source.delete()


def _ids(rows: list[DeskRow]) -> list[str]:
    return [row.public_id for row in rows]
