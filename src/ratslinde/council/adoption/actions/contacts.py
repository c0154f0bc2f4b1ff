"""Whether the persons whom papers name for questions may be named to the public."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.council import rights
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.subjects import subject_of
from ratslinde.council.papers.actions import edit_paper
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action

__all__ = ["rights"]


@action("adoption.check")
def release_contacts(actor: Actor, source: Source, *, papers: Sequence[str], public: bool) -> None:
    """Name and contact of these papers (public ids) of the source may be public, or stay inside.

    Raises Refused for a row that is no paper of the source.
    """
    for subject in papers:
        paper = subject_of(source, subject)
        if not isinstance(paper, Paper):
            raise Refused("Eine Ansprechperson nennt nur eine Vorlage.")
        if paper.contact_public != public:
            edit_paper(actor, paper, changes={"contact_public": public}, revision=paper.revision)
