"""The files of a paper: adding and taking off."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.documents.actions import STILL_PUBLIC, add_document
from ratslinde.council.documents.models import Document
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]


@action("paper.edit")
def attach(
    actor: Actor, paper: Paper, *, name: str, file_name: str, data: bytes, public: bool = False
) -> Document:
    """Add a file to the paper; it is public only when somebody says so."""
    document = add_document(
        actor, paper, body=paper.body, name=name, file_name=file_name, data=data, public=public
    )
    paper.attachments.add(document)
    return document


@action("paper.edit")
def detach(_actor: Actor, paper: Paper, *, document: Document) -> None:
    """Take a file off the paper. Raises Refused while it is public: it would stay public without its paper."""
    if document.publication == Publication.PUBLISHED:
        raise Refused(STILL_PUBLIC)
    paper.attachments.remove(document)
