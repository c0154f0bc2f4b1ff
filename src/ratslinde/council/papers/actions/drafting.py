"""Papers: draft and edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.papers.actions.checks import refuse_taken
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action, require
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]


@action("paper.draft")
def draft_paper(
    _actor: Actor,
    /,
    lead: Organization | None,
    *,
    body: Body,
    title: str,
    participants: Sequence[Organization] = (),
    **values: Any,
) -> Paper:
    """A new paper, led by that department."""
    if not title.strip():
        raise Refused("Bitte einen Betreff angeben.", field="title")
    refuse_taken(body, values.get("reference", ""), paper=None)
    paper = Paper.objects.create(body=body, lead=lead, title=title.strip(), **values)
    paper.participants.set(participants)
    return paper


@action("paper.edit")
def edit_paper(
    actor: Actor,
    paper: Paper,
    *,
    changes: Mapping[str, Any],
    revision: int,
    participants: Sequence[Organization] | None = None,
) -> Paper:
    """Change the paper's blocks. Raises Conflict when somebody else did so meanwhile."""
    if "title" in changes and not str(changes["title"]).strip():
        raise Refused("Bitte einen Betreff angeben.", field="title")
    if paper.publication == Publication.PUBLISHED and changes.get("public") is False:
        raise Refused("Bitte die Vorlage zuerst zurücknehmen.", field="public")
    refuse_taken(paper.body, str(changes.get("reference", "")), paper=paper)
    if "lead" in changes:
        require(
            actor, "paper.draft", changes["lead"]
        )  # nobody hands a paper to a department that is not theirs
    paper = change(paper, changes, revision=revision)
    if participants is not None:
        paper.participants.set(participants)
    return paper
