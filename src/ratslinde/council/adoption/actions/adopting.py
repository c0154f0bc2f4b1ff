"""Taking a file over into drafts."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.adoption.drafting import Adoption
from ratslinde.council.adoption.meetings import meeting_from, results_from
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.papers import paper_from, tie
from ratslinde.council.bodies.models import Body
from ratslinde.files import storage
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import new_public_id
from ratslinde.reading import Reading, ReadingError, read_bytes
from ratslinde.verbs import Actor, action

__all__ = ["rights"]
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
