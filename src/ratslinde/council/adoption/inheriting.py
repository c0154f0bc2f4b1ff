"""Two files of one session: what the second says too is not lost with the first."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.meetings.models import AgendaItem
from ratslinde.verbs.rows import DeskRow


def said_later(source: Source, subjects: Sequence[str]) -> dict[tuple[str, str], Origin]:
    """The last word of later files on these rows, by row and field."""
    later = Origin.objects.filter(source__pk__gt=source.pk, subject__in=subjects, after__isnull=False)
    later = later.select_related("source").defer("source__lines")
    return {(each.subject, each.field): each for each in later.order_by("source_id", "pk")}


def heirs(source: Source, drafts: Sequence[DeskRow]) -> dict[str, Source]:
    """The drafts of the source that a later file speaks of as well, by public id, with the last such file.

    A meeting stays with its items.
    """
    later = {each.pk: each for each in source.body.sources.filter(pk__gt=source.pk).defer("lines")}
    own = [row.public_id for row in drafts]
    said = Origin.objects.filter(source__in=list(later), subject__in=own)
    spoken_of = {(key, name) for key, each in later.items() for name in each.named}
    spoken_of |= set(said.values_list("source_id", "subject"))
    found = {name: later[key] for key, name in sorted(spoken_of) if name in own}
    for row in drafts:
        if isinstance(row, AgendaItem) and row.public_id in found:
            found.setdefault(row.meeting.public_id, found[row.public_id])
    return found


def hand_over(source: Source, subject: str, heir: Source) -> None:
    """What the source drafted the row with belongs to the heir, but for what that says itself.

    The lines are those of a text that is gone, so no place is named any more.
    """
    own = heir.origins.filter(subject=subject).values_list("field", flat=True)
    drafted = source.origins.filter(subject=subject, after__isnull=True).exclude(field__in=list(own))
    reason = f"So stand es in der verworfenen Datei „{source.name}“."
    drafted.update(
        source=heir, page=None, first_line=None, last_line=None, sure=False, rule="handed-over", reason=reason
    )
