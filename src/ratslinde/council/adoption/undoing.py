"""What throwing a file away would do: which drafts go, which values are put back, and which stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ratslinde.council.adoption.filling import plain
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.subjects import SUBJECTS, drafts_of
from ratslinde.verbs.rows import DeskRow, Publication


class Filled(Struct, frozen=True, kw_only=True):
    """A row that was there before the file, with the origins of values that the file put into it."""

    row: DeskRow
    origins: tuple[Origin, ...]


class Undoing(Struct, frozen=True, kw_only=True):
    """`drafts` disappear, `back` is as it was before the file, `kept` was changed since. `obstacle`: why not."""

    drafts: tuple[DeskRow, ...]
    back: tuple[Filled, ...]
    kept: tuple[Filled, ...]
    obstacle: str = ""


def undoing(source: Source) -> Undoing:
    """What discarding the source would do as things stand now."""
    drafts = drafts_of(source)
    filled = _filled(source, without={row.public_id for row in drafts})
    return Undoing(
        drafts=tuple(drafts),
        back=_those(filled, changed=False),
        kept=_those(filled, changed=True),
        obstacle=_obstacle(drafts, filled),
    )


def _filled(source: Source, *, without: set[str]) -> list[Filled]:
    """Of a paper's steps nothing is filled: they come and go with the paper."""
    by_subject: dict[str, list[Origin]] = {}
    origins = source.origins.filter(subject_kind__in=["Meeting", "AgendaItem"]).exclude(subject__in=without)
    for origin in origins.order_by("pk"):
        by_subject.setdefault(origin.subject, []).append(origin)
    rows = [
        row
        for kind in ("Meeting", "AgendaItem")
        for row in SUBJECTS[kind]._default_manager.filter(public_id__in=by_subject).order_by("pk")
    ]
    return [Filled(row=row, origins=tuple(by_subject[row.public_id])) for row in rows]


def _those(filled: Iterable[Filled], *, changed: bool) -> tuple[Filled, ...]:
    chosen = (
        Filled(
            row=each.row, origins=tuple(one for one in each.origins if is_changed(each.row, one) == changed)
        )
        for each in filled
    )
    return tuple(each for each in chosen if each.origins)


def is_changed(row: DeskRow, origin: Origin) -> bool:
    """Whether the row says something else by now than the file did."""
    return bool(plain(getattr(row, origin.field)) != origin.after)


def _obstacle(drafts: list[DeskRow], filled: list[Filled]) -> str:
    if any(row.publication != Publication.DRAFT for row in drafts):
        return "Aus dieser Datei ist schon etwas veröffentlicht worden. Bitte nehmen Sie das zuerst zurück."
    if any(origin.after is None for each in filled for origin in each.origins):
        return (
            "Die Datei hat Ergebnisse in eine Sitzung eingetragen, die es schon gab, und was vorher dort stand, "
            "wurde damals noch nicht aufbewahrt. Bitte dort ändern."
        )
    return ""
