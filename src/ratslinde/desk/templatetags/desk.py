"""What the desk's templates ask: rights, and the words for states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BoundField, Form

from ratslinde.desk import words
from ratslinde.kernel import clock
from ratslinde.verbs import Actor
from ratslinde.verbs import may as may_do

register = template.Library()


@register.simple_tag
def may(actor: Actor, verb: str, subject: object = None) -> bool:
    """{% may actor "paper.edit" paper as editable %}: what a role may not do is not offered."""
    return may_do(actor, verb, subject)


@dataclass(frozen=True, kw_only=True)
class Fold:
    """A group of a form that can be folded: what is inside, and whether it stands open."""

    words: str
    is_open: bool


@register.simple_tag
def fold_of(form: Form, legend: str, fields: Sequence[BoundField]) -> Fold | None:
    """{% fold_of form legend fields as fold %}: None for a group that always stands open."""
    if legend not in getattr(form, "folded", {}):
        return None
    return Fold(words=form.folded[legend], is_open=form.is_open(fields))  # type: ignore[attr-defined]


@register.simple_tag
def below(form: Form, field: BoundField) -> str:
    """{% below form field as template %}: the template of what stands directly below the field, or ''."""
    return str(getattr(form, "below", {}).get(field.name, ""))


@register.filter
def state_words(row: Any) -> str:
    """Entwurf, veröffentlicht, zurückgenommen."""
    return str(row.get_publication_display())


@register.filter
def state_kind(row: Any) -> str:
    """The kind of badge that goes with the state."""
    return words.STATE_BADGES[row.publication]


@register.filter
def state_icon(row: Any) -> str:
    """The icon that goes with the state."""
    return words.STATE_ICONS[row.publication]


@register.filter
def verb_words(verb: str) -> str:
    """What somebody did, as the history says it."""
    return words.VERBS.get(verb, verb)


@register.filter
def who(entry: Any) -> str:
    """Who did it: the account, or the way by which somebody without one came."""
    return str(entry.detail.get("through") or entry.actor)


@register.filter
def field_words(entry: Any) -> str:
    """The labels of the fields that a journal entry names, joined by commas."""
    return ", ".join(words.field(entry.subject_kind, name) for name in entry.detail.get("fields", ()))


@register.filter
def name_then(meeting: Any) -> str:
    """The body of a meeting under the name that it had on that day."""
    day = clock.town_time(meeting.start).date() if meeting.start else clock.today()
    return str(meeting.organization.name_on(day))


@register.filter
def step_body(step: Any) -> str:
    """The body of a step or of a later presentation under the name that it has on that day."""
    return str(step.organization.name_on(step.date or clock.today()))
