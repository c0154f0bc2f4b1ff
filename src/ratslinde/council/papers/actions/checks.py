"""What several verbs of this matter check."""

from __future__ import annotations

from ratslinde.council.bodies.models import Body
from ratslinde.council.papers.models import Consultation, Paper, PaperType
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean


def refuse_incomplete(paper: Paper) -> None:
    """Raise Refused for a non-public paper, and for a decision paper without a proposal."""
    if not paper.public:
        raise Refused("Eine nichtöffentliche Vorlage kann nicht veröffentlicht werden.", field="public")
    if paper.paper_type == PaperType.DECISION and not paper.proposal.strip():
        raise Refused("Eine Beschlussvorlage braucht einen Beschlussvorschlag.", field="proposal")


def refuse_foreign(paper: Paper, consultation: Consultation) -> None:
    """Raise Refused when the step belongs to another paper."""
    if consultation.paper_id != paper.pk:
        raise Refused("Dieser Schritt gehört zu einer anderen Vorlage.")


def refuse_taken(body: Body, reference: str, *, paper: Paper | None) -> None:
    """Raise Refused when another paper of the body has the number."""
    others = body.papers.exclude(pk=paper.pk) if paper else body.papers.all()
    reference = clean(reference)  # as it will be stored
    if reference and others.filter(reference=reference).exists():
        raise Refused("Diese Vorlagennummer gibt es schon.", field="reference")
