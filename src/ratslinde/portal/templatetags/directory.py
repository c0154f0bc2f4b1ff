"""Texts of the directory on a page: each says its language where it is not the page's."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from ratslinde.portal.directory.areas import areas_words
from ratslinde.portal.directory.texts import Shown

register = template.Library()


@register.filter
def said(text: Shown) -> SafeString:
    """The text; a German one on a page of another language is marked as such."""
    if not text.lang:
        return format_html("{}", text.text)
    return format_html('<span lang="{}" dir="{}">{}</span>', text.lang, text.direction, text.text)


@register.filter
def only_for(areas: Iterable[Shown]) -> SafeString:
    """'nur für West': the parts of the town that an offer is for."""
    return mark_safe(escape(areas_words()) % {"areas": all_said(areas)})  # noqa: S308  both are escaped


@register.filter
def all_said(texts: Iterable[Shown]) -> SafeString:
    """Some texts in a row."""
    return mark_safe(("، " if get_language_bidi() else ", ").join(said(text) for text in texts))  # noqa: S308  each is escaped by `said`
