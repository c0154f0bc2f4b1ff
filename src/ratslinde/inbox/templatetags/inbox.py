"""What a public form carries instead of a token."""

from __future__ import annotations

from django import template

from ratslinde.inbox import stamps

register = template.Library()


@register.simple_tag
def form_stamp() -> str:
    """When this page was made, signed."""
    return stamps.stamp()
