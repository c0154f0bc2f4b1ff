"""Taking a file over into drafts, and accepting what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.council import rights
from ratslinde.council.adoption.drafting import Adoption
from ratslinde.council.adoption.meetings import meeting_from, results_from
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.papers import paper_from, tie
from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings.actions import edit_item, edit_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import edit_consultation, edit_paper
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.files import storage
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import new_public_id
from ratslinde.reading import Reading, ReadingError, read_bytes
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import DeskRow, Publication, change

__all__ = ["rights"]
SUBJECTS: dict[str, type[DeskRow]] = {
    "Meeting": Meeting,
    "AgendaItem": AgendaItem,
    "Paper": Paper,
    "Consultation": Consultation,
}
_AGENDAS = ("bekanntmachung", "einladung", "tagesordnung")


@action("adoption.adopt")
def adopt(actor: Actor, body: Body, *, name: str, data: bytes) -> Source:
    """Read the file and draft what it holds; every value read is unchecked. Raises Refused with what is wrong."""
    try:
        reading = read_bytes(data, name=name)
    except ReadingError as error:
        raise Refused(error.message, field="file") from error
    source = _source(actor, body, name=name, data=data, reading=reading)
    adoption = Adoption(actor=actor, body=body, source=source, warnings=list(reading.warnings))
    _draft(adoption, reading)
    source.warnings = adoption.warnings
    source.save(update_fields=["warnings"])
    return source


def _source(actor: Actor, body: Body, *, name: str, data: bytes, reading: Reading) -> Source:
    stored = storage.store(data)
    before = Source.objects.filter(body=body, stored=stored).first()
    if before is not None:
        day = clock.town_time(before.adopted_at)
        raise Refused(
            f"Diese Datei wurde schon am {day:%d.%m.%Y} eingelesen („{before.name}“).", field="file"
        )
    return Source.objects.create(
        public_id=new_public_id(),
        body=body,
        name=name[:200],
        stored=stored,
        lines=[
            {"text": line.text, "page": line.page, "heading": line.heading} for line in reading.source.lines
        ],
        adopted_at=clock.now(),
        adopted_by=actor,
    )


def _draft(adoption: Adoption, reading: Reading) -> None:
    """Meetings first, then papers, so that papers find their items; minutes last, so that they find both."""
    by_kind = {kind: [each for each in reading.documents if each.kind == kind] for kind in _AGENDAS}
    for document in [each for group in by_kind.values() for each in group]:
        meeting_from(adoption, document)
    papers = [paper_from(adoption, each) for each in reading.documents if each.kind == "vorlage"]
    for paper in papers:
        if paper is not None:
            tie(adoption, paper)
    for document in reading.documents:
        if document.kind == "niederschrift":
            results_from(adoption, document)
    known = {*_AGENDAS, "vorlage", "niederschrift"}
    others = sum(document.kind not in known for document in reading.documents)
    if others == 1:
        adoption.warnings.append("Ein weiteres Schriftstück in der Datei wurde nicht übernommen.")
    elif others:
        adoption.warnings.append(f"{others} weitere Schriftstücke in der Datei wurden nicht übernommen.")


@action("adoption.check")
def accept(actor: Actor, source: Source, *, subject: str, fields: Sequence[str]) -> DeskRow:
    """Somebody looked at these values of a row and accepts them as they stand. Raises Refused for an unknown row."""
    row = subject_of(source, subject)
    kept = {name: getattr(row, name) for name in fields if name in row.unchecked and name not in _MANY}
    row = change(row, kept, revision=row.revision)
    type(row)._default_manager.filter(pk=row.pk).update(
        unchecked=[name for name in row.unchecked if name not in fields]
    )
    _looked_at(actor, source, subject=subject, fields=fields)
    row.refresh_from_db()
    return row


@action("adoption.check")
def correct(actor: Actor, source: Source, *, subject: str, field: str, value: Any, revision: int) -> DeskRow:
    """Put what is right in the place of what was read; it counts as looked at. Raises Refused and Conflict."""
    row = subject_of(source, subject)
    if field in _MANY:
        raise Refused("Diese Angabe wird auf der Seite der Vorlage geändert.", field=field)
    row = _edited(actor, row, changes={field: value}, revision=revision)
    _looked_at(actor, source, subject=subject, fields=[field])
    return row


def _edited(actor: Actor, row: DeskRow, *, changes: dict[str, Any], revision: int) -> DeskRow:
    if isinstance(row, Meeting):
        return edit_meeting(actor, row, changes=changes, revision=revision)
    if isinstance(row, AgendaItem):
        return edit_item(actor, row, changes=changes, revision=revision)
    if isinstance(row, Paper):
        return edit_paper(actor, row, changes=changes, revision=revision)
    if isinstance(row, Consultation):
        return edit_consultation(actor, row.paper, consultation=row, changes=changes, revision=revision)
    raise TypeError(f"nothing is drafted as a {type(row).__name__}")


@action("adoption.check")
def choose_item(
    actor: Actor, source: Source, *, subject: str, item: AgendaItem | None, revision: int
) -> Consultation:
    """Tie the step to this item instead of the proposed one, or to none; the proposal counts as looked at."""
    step = subject_of(source, subject)
    if not isinstance(step, Consultation):
        raise Refused("Nur ein Schritt der Beratungsfolge gehört zu einem Tagesordnungspunkt.")
    if item is not None and item.meeting.organization_id != step.organization_id:
        raise Refused("Dieser Punkt gehört zur Sitzung eines anderen Gremiums.", field="agenda_item")
    if item is not None and item.public and not step.paper.public:
        raise Refused(
            "Eine nichtöffentliche Vorlage gehört in den nichtöffentlichen Teil.", field="agenda_item"
        )
    step = change(step, {"meeting": item.meeting if item else None, "agenda_item": item}, revision=revision)
    _looked_at(actor, source, subject=subject, fields=["agenda_item"])
    return step


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


def drafts_of(source: Source) -> list[DeskRow]:
    """The rows that the source brought into being: each has the origin that only a new one gets."""
    found: list[DeskRow] = []
    for kind, field in (("Meeting", "organization"), ("AgendaItem", "title"), ("Paper", "title")):
        made = source.origins.filter(subject_kind=kind, field=field).values_list("subject", flat=True)
        found += SUBJECTS[kind]._default_manager.filter(public_id__in=list(made))
    return found


def _ids(rows: list[DeskRow]) -> list[str]:
    return [row.public_id for row in rows]


def _looked_at(actor: Actor, source: Source, *, subject: str, fields: Sequence[str]) -> None:
    waiting = Origin.objects.filter(source=source, subject=subject, field__in=list(fields), checked_at=None)
    waiting.update(checked_at=clock.now(), checked_by=actor)


_MANY = ("participants", "planned_reports")


def subject_of(source: Source, subject: str) -> DeskRow:
    """The row that was drafted from the source. Raises Refused when it is not from there, or gone."""
    origin = source.origins.filter(subject=subject).first()
    model = SUBJECTS.get(origin.subject_kind) if origin else None
    row = model._default_manager.filter(public_id=subject).first() if model else None
    if row is None:
        raise Refused("Diesen Entwurf gibt es nicht mehr.")
    return row
