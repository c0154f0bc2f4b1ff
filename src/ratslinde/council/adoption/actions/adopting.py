"""Taking a file over into drafts."""

from __future__ import annotations

from typing import NoReturn

from ratslinde.council import rights
from ratslinde.council.adoption.drafting import Adoption, NothingNew
from ratslinde.council.adoption.meetings import meeting_from
from ratslinde.council.adoption.minutes import results_from
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.papers import paper_from
from ratslinde.council.adoption.tying import tie, tie_waiting
from ratslinde.council.bodies.models import Body
from ratslinde.files import storage
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import new_public_id
from ratslinde.reading import Reading, ReadingError, read_bytes
from ratslinde.verbs import Actor, action

__all__ = ["rights"]
_AGENDAS = ("bekanntmachung", "einladung", "tagesordnung")
_NOT_YET = {"antrag": "Antrag", "anfrage": "Anfrage"}


@action("adoption.adopt")
def adopt(actor: Actor, body: Body, *, name: str, data: bytes) -> Source:
    """Read the file and draft what it holds; every value read is unchecked.

    Raises Refused with what is wrong; nothing is kept then, nor when the file holds nothing that can be drafted
    (NothingNew, where that is there already).
    """
    try:
        reading = read_bytes(data, name=name)
    except ReadingError as error:
        raise Refused(error.message, field="file") from error
    source = _source(actor, body, name=name, data=data, reading=reading)
    adoption = Adoption(actor=actor, body=body, source=source, warnings=list(reading.warnings))
    _draft(adoption, reading)
    if not source.origins.exists():
        _refuse_nothing(adoption, reading)
    source.warnings, source.named = adoption.warnings, adoption.named
    source.known = {str(place): row.public_id for place, row in adoption.known.items()}
    source.save(update_fields=["warnings", "named", "known"])
    return source


def _source(actor: Actor, body: Body, *, name: str, data: bytes, reading: Reading) -> Source:
    stored = storage.store(data)
    before = Source.objects.filter(body=body, stored=stored).first()
    if before is not None:
        day = clock.town_time(before.adopted_at)
        raise NothingNew(
            f"Diese Datei wurde schon am {day:%d.%m.%Y} eingelesen („{before.name}“).", known=[before]
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
    """Meetings first, then papers, so that papers find their items; minutes last, so that they find both.

    Papers that were read before their meeting find them, too.
    """
    by_kind = {kind: [each for each in reading.documents if each.kind == kind] for kind in _AGENDAS}
    for document in [each for group in by_kind.values() for each in group]:
        meeting = meeting_from(adoption, document)
        if meeting is not None:
            tie_waiting(adoption, meeting)
    papers = [paper_from(adoption, each) for each in reading.documents if each.kind == "vorlage"]
    for paper in papers:
        if paper is not None:
            tie(adoption, paper)
    for document in reading.documents:
        if document.kind == "niederschrift":
            results_from(adoption, document)
    _tell_left_out(adoption, reading)


def _tell_left_out(adoption: Adoption, reading: Reading) -> None:
    if not_yet := _kinds_not_yet(reading):
        adoption.warnings.append(
            f"Nicht übernommen wurde: {not_yet}. Solche Schriftstücke werden noch nicht zu Entwürfen."
        )
    others = sum(document.kind == "other" for document in reading.documents)
    if others == 1:
        adoption.warnings.append("Ein weiteres Schriftstück in der Datei wurde nicht übernommen.")
    elif others:
        adoption.warnings.append(f"{others} weitere Schriftstücke in der Datei wurden nicht übernommen.")


def _kinds_not_yet(reading: Reading) -> str:
    kinds = {document.kind for document in reading.documents}
    return ", ".join(word for kind, word in _NOT_YET.items() if kind in kinds)


def _refuse_nothing(adoption: Adoption, reading: Reading) -> NoReturn:
    """Raise Refused with the reason why nothing was drafted."""
    if all(document.kind == "other" for document in reading.documents):
        raise Refused(
            "Es wurde nichts übernommen. In der Datei ist keine Bekanntmachung, Einladung, Tagesordnung, Vorlage oder "
            "Niederschrift zu erkennen.",
            field="file",
        )
    if all(document.kind in ("other", *_NOT_YET) for document in reading.documents):
        raise Refused(
            f"Es wurde nichts übernommen. Erkannt wurde: {_kinds_not_yet(reading)}. Solche Schriftstücke werden noch "
            "nicht zu Entwürfen.",
            field="file",
        )
    own = [each for each in adoption.warnings if each not in reading.warnings]
    why = " ".join(own) if own else "Alles, was darin steht, ist schon eingetragen."
    raise NothingNew(f"Es wurde nichts übernommen. {why}", known=adoption.known.values())
