"""Longer texts and form fields as HTML. What comes in is always text, never markup."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.forms import BoundField, CheckboxSelectMultiple, RadioSelect
from django.forms.widgets import CheckboxInput
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ratslinde.kernel.blocks import Block, Heading, ItemList

register = template.Library()
DEEPEST = 6


@register.filter
def blocks_html(tree: Iterable[Block] | None, level: int | str = 3) -> SafeString:
    """The blocks as HTML; headings of level 1 within the text become `<h{level}>`."""
    first = int(level)
    return format_html_join("\n", "{}", ((_block(block, first),) for block in tree or ()))


@register.filter
def is_choice(field: BoundField) -> bool:
    """Whether the field is one box to tick: its label stands behind it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether the field is a group of boxes or buttons: it needs a fieldset and a legend."""
    return isinstance(field.field.widget, CheckboxSelectMultiple | RadioSelect)


@register.filter
def completes(field: BoundField, token: str) -> SafeString:
    """The field's control with an `autocomplete` token (WCAG 1.3.5)."""
    return field.as_widget(attrs={"autocomplete": token})


def _block(block: Block, first: int) -> SafeString:
    if isinstance(block, Heading):
        level = min(first + block.level - 1, DEEPEST)
        return format_html("<h{0}>{1}</h{0}>", level, block.text)
    if isinstance(block, ItemList):
        items = format_html_join("", "<li>{}</li>", ((_lines(item),) for item in block.items))
        return format_html("<ol>{}</ol>" if block.ordered else "<ul>{}</ul>", items)
    return format_html("<p>{}</p>", _lines(block.text))


def _lines(text: str) -> SafeString:
    """A newline in a text is a line break that somebody meant."""
    return mark_safe(escape(text).replace("\n", "<br>"))  # noqa: S308  escaped one step before
