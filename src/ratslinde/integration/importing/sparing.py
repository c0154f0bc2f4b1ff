"""What a list says less completely, or not for certain, takes the place of nothing that stands."""

from __future__ import annotations

from ratslinde.integration.importing.identifying import add_problem
from ratslinde.integration.importing.models import ImportRow
from ratslinde.integration.importing.rules.likeness.completeness import says_less
from ratslinde.integration.importing.settling import Differences
from ratslinde.integration.importing.wording import label_of

_LESS = "{label}: „{before}“ bleibt. Die Liste sagt weniger: „{after}“."
_UNSURE = "{label}: „{before}“ bleibt, denn „{after}“ aus der Liste ist erst zu prüfen."


def spare_what_is_whole(row: ImportRow, found: Differences) -> Differences:
    """The differences without those in which something whole stands and the list says less, or is to be checked.

    A row that is found by its own id says what it means to say.
    """
    unsure = {each["unsure"] for each in row.problems if each.get("unsure")}
    left = {}
    for name, (before, after) in found.items():
        told = _told(row, name, before, after, is_unsure=name in unsure)
        if told:
            label = label_of(row.kind, name)
            add_problem(row, told.format(label=label, before=before, after=after), blocks=False)
        else:
            left[name] = (before, after)
    return left


def _told(row: ImportRow, name: str, before: object, after: object, *, is_unsure: bool) -> str:
    """The sentence that says why what stands stays; '' where the list's value takes its place."""
    if not (isinstance(before, str) and isinstance(after, str) and before and after):
        return ""
    if is_unsure:
        return _UNSURE
    return _LESS if not row.own_id and says_less(name, before, after) else ""
