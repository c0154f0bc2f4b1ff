"""Many rows at once are said not to be the same, or are to be asked about again."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.importing.actions.deciding import DISTINCT_KINDS
from ratslinde.integration.importing.models import NotTheSame
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
Pair = tuple[str, str, str]
"""Kind and the public ids of two rows."""


@action("landscape.import")
def declare_all_different(_account: Account, body: Body, *, pairs: Iterable[Pair]) -> int:
    """None of these pairs is the same: nobody is asked about them again. Returns how many pairs that are."""
    ordered = [(kind, *sorted((one, other))) for kind, one, other in pairs]
    if any(kind not in DISTINCT_KINDS or first == second for kind, first, second in ordered):
        raise Refused("Bitte zwei verschiedene Einträge wählen.")
    if not ordered:
        raise Refused("Bitte mindestens ein Paar ankreuzen.")
    NotTheSame.objects.bulk_create(
        [NotTheSame(body=body, kind=kind, first=first, second=second) for kind, first, second in ordered],
        ignore_conflicts=True,
    )
    return len(ordered)


@action("landscape.import")
def ask_again(_account: Account, body: Body, *, pairs: Iterable[Pair]) -> int:
    """What was said of these pairs is forgotten: they are proposed again. Returns how many pairs that are."""
    wanted = Q()
    for kind, one, other in pairs:
        first, second = sorted((one, other))
        wanted |= Q(kind=kind, first=first, second=second)
    if not wanted:
        raise Refused("Bitte mindestens ein Paar ankreuzen.")
    return NotTheSame.objects.filter(wanted, body=body).delete()[0]
