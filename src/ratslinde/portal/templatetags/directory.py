"""Texts of the directory on a page: each says its language where it is not the page's."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from ratslinde.portal.directory.areas import Area, area_words, areas_words
from ratslinde.portal.directory.texts import Shown

register = template.Library()


@register.filter
def said(text: Shown) -> SafeString:
    """The text; a German one on a page of another language is marked as such."""
    if not text.lang:
        return format_html("{}", text.text)
    return format_html('<span lang="{}" dir="{}">{}</span>', text.lang, text.direction, text.text)


@register.filter
def only_for(areas: Iterable[Area]) -> SafeString:
    """'nur für West (bis 31.12.2025; heute: Nord, Süd)': the parts of the town that an offer is for."""
    return format_html(areas_words(), areas=_in_a_row(map(_area, areas)))


@register.filter
def all_said(texts: Iterable[Shown]) -> SafeString:
    """Some texts in a row."""
    return _in_a_row(map(said, texts))


def _area(area: Area) -> SafeString:
    return format_html(
        area_words(area), area=said(area.name), day=area.until, areas=_in_a_row(map(said, area.now))
    )


def _in_a_row(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("، " if get_language_bidi() else ", ", "{}", ((part,) for part in parts))
