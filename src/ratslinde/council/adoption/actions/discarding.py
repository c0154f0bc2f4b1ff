"""Throwing away what a wrong file brought."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.adoption.inheriting import hand_over
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.subjects import SUBJECTS
from ratslinde.council.adoption.undoing import Filled, Undoing, undoing
from ratslinde.council.meetings.actions import edit_item, edit_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import DeskRow

__all__ = ["rights"]


@action("adoption.discard")
def discard(actor: Actor, source: Source) -> Undoing:
    """Throw away what a wrong file brought: its drafts, their steps and items, and the source; returns what was done.

    What it filled into a session that was there before is put back, but for what somebody changed since and what a
    later file states too. Drafts that a later file speaks of are handed over to it. The file can be read again
    afterwards. Raises Refused when a draft that would go was published meanwhile.
    """
    found = undoing(source)
    if found.obstacle:
        raise Refused(found.obstacle)
    for filled in found.back:
        _put_back(actor, filled)
    for filled in (*found.back, *found.kept, *found.shared):
        _tell_later_files(filled)
    for each in found.inherited:
        hand_over(source, each.row.public_id, each.heir)
    for row in sorted(found.drafts, key=lambda each: list(SUBJECTS.values()).index(type(each)), reverse=True):
        type(row)._default_manager.filter(pk=row.pk).delete()
    source.delete()
    return found


def _put_back(actor: Actor, filled: Filled) -> None:
    row, waited = filled.row, [origin.field for origin in filled.origins if origin.waited]
    columns = {column.name: column for column in row._meta.concrete_fields}
    changes = {origin.field: columns[origin.field].to_python(origin.before) for origin in filled.origins}
    saved = _edited(actor, row, changes)
    type(row)._default_manager.filter(pk=row.pk).update(unchecked=sorted({*saved.unchecked, *waited}))


def _edited(actor: Actor, row: DeskRow, changes: dict[str, object]) -> DeskRow:
    if isinstance(row, Meeting):
        return edit_meeting(actor, row, changes=changes, revision=row.revision)
    if isinstance(row, AgendaItem):
        return edit_item(actor, row, changes=changes, revision=row.revision)
    raise TypeError(f"no file fills a {type(row).__name__}")


def _tell_later_files(filled: Filled) -> None:
    """A later file that wrote over this one's value takes over what stood there before both."""
    for origin in filled.origins:
        later = Origin.objects.filter(subject=origin.subject, field=origin.field, pk__gt=origin.pk)
        following = later.order_by("pk").first()
        if following is not None and following.before == origin.after:
            following.before, following.waited = origin.before, origin.waited
            following.save(update_fields=["before", "waited"])
