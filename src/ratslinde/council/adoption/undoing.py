"""What throwing a file away would do: which drafts go, which values are put back, and which stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ratslinde.council.adoption.filling import plain
from ratslinde.council.adoption.inheriting import heirs, said_later
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.subjects import SUBJECTS, drafts_of
from ratslinde.verbs.rows import DeskRow, Publication

Fate = Literal["back", "kept", "shared"]
"""What becomes of a value that the file filled in."""


class Filled(Struct, frozen=True, kw_only=True):
    """A row that stays, with the origins of values that the file put into it. `later`: a file that states them too."""

    row: DeskRow
    origins: tuple[Origin, ...]
    later: Source | None = None


class Inherited(Struct, frozen=True, kw_only=True):
    """A draft of the file that a later file speaks of as well: it is that file's draft from then on."""

    row: DeskRow
    heir: Source


class Undoing(Struct, frozen=True, kw_only=True):
    """`drafts` disappear, `inherited` ones stay. Of the values `back` is as it was before the file, `kept` was changed
    since, `shared` is what a later file states too, for each such file. `obstacle`: why not.
    """

    drafts: tuple[DeskRow, ...]
    inherited: tuple[Inherited, ...]
    back: tuple[Filled, ...]
    kept: tuple[Filled, ...]
    shared: tuple[Filled, ...]
    obstacle: str = ""


def undoing(source: Source) -> Undoing:
    """What discarding the source would do as things stand now."""
    made = drafts_of(source)
    found = heirs(source, made)
    drafts = [row for row in made if row.public_id not in found]
    filled = _filled(source, without={row.public_id for row in drafts}, inherited=found.keys())
    later = said_later(source, [each.row.public_id for each in filled])
    return Undoing(
        drafts=tuple(drafts),
        inherited=tuple(Inherited(row=row, heir=found[row.public_id]) for row in made if row not in drafts),
        back=_those(filled, "back", later),
        kept=_those(filled, "kept", later),
        shared=tuple(part for each in _those(filled, "shared", later) for part in _by_file(each, later)),
        obstacle=_obstacle(drafts, filled),
    )


def _filled(source: Source, *, without: set[str], inherited: Collection[str]) -> list[Filled]:
    """What a row was drafted with is no filling, nor anything of a paper's steps: they come and go with the paper."""
    by_subject: dict[str, list[Origin]] = {}
    origins = source.origins.filter(subject_kind__in=["Meeting", "AgendaItem"]).exclude(subject__in=without)
    for origin in origins.order_by("pk"):
        if origin.after is not None or origin.subject not in inherited:
            by_subject.setdefault(origin.subject, []).append(origin)
    rows = [
        row
        for kind in ("Meeting", "AgendaItem")
        for row in SUBJECTS[kind]._default_manager.filter(public_id__in=by_subject).order_by("pk")
    ]
    return [Filled(row=row, origins=tuple(by_subject[row.public_id])) for row in rows]


def _those(
    filled: Sequence[Filled], fate: Fate, later: Mapping[tuple[str, str], Origin]
) -> tuple[Filled, ...]:
    chosen = (
        Filled(
            row=each.row, origins=tuple(one for one in each.origins if _fate(each.row, one, later) == fate)
        )
        for each in filled
    )
    return tuple(each for each in chosen if each.origins)


def _by_file(filled: Filled, later: Mapping[tuple[str, str], Origin]) -> Iterator[Filled]:
    found: dict[Source, list[Origin]] = {}
    for one in filled.origins:
        found.setdefault(later[one.subject, one.field].source, []).append(one)
    for file, origins in found.items():
        yield Filled(row=filled.row, origins=tuple(origins), later=file)


def _fate(row: DeskRow, origin: Origin, later: Mapping[tuple[str, str], Origin]) -> Fate:
    """A row that says something else by now than the last file did was changed by somebody."""
    last = later.get((origin.subject, origin.field))
    if plain(getattr(row, origin.field)) != (last or origin).after:
        return "kept"
    return "shared" if last else "back"


def _obstacle(drafts: Sequence[DeskRow], filled: Sequence[Filled]) -> str:
    if any(row.publication != Publication.DRAFT for row in drafts):
        return "Aus dieser Datei ist schon etwas veröffentlicht worden. Bitte nehmen Sie das zuerst zurück."
    if any(origin.after is None for each in filled for origin in each.origins):
        return (
            "Die Datei hat Ergebnisse in eine Sitzung eingetragen, die es schon gab, und was vorher dort stand, "
            "wurde damals noch nicht aufbewahrt. Bitte dort ändern."
        )
    return ""
