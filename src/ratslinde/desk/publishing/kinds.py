"""Everything that can be published from the desk, by the word in its address: one table of each domain."""

from __future__ import annotations

from django.http import Http404

from ratslinde.desk.publishing import council, landscape
from ratslinde.desk.publishing.publishable import Publishable
from ratslinde.verbs.rows import DeskRow

KINDS: dict[str, Publishable] = {**council.KINDS, **landscape.KINDS}


def matter(kind: str) -> Publishable:
    """The kind of that word. Raises Http404 for an unknown one."""
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def usual_kind(row: DeskRow) -> str:
    """The word of the kind as which such a row is usually published. Raises KeyError where there is none."""
    return {each.model: kind for kind, each in KINDS.items() if each.model}[type(row)]
