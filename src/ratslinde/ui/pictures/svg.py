"""SVG written so that no text becomes markup, and without `style`, which the pages' policy forbids."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from ratslinde.kernel.text import clean, collapse

Attribute = str | float | None
FONT = "Fira Sans, IBM Plex Sans Arabic, Noto Sans, Noto Sans Hebrew, Noto Emoji, sans-serif"
NAMESPACE = "http://www.w3.org/2000/svg"
_TURNING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the writing around: a name must not turn what stands beside it."""


@lru_cache(maxsize=4_000)
def one_line(text: str) -> str:
    """The text on one line, without characters that XML forbids or that turn the writing around."""
    return collapse(_TURNING.sub("", clean(collapse(text))))


def element(name: str, content: str = "", /, **attributes: Attribute) -> SafeString:
    """An element around content that is safe already. `class_`: class, `font_size`: font-size, None: nothing."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    ending = f">{content}</{name}>" if content else "/>"
    return mark_safe(f"<{name}{written}{ending}")  # noqa: S308 - values are escaped, content comes from here


def words(text: str) -> SafeString:
    """The text as content of an element."""
    return mark_safe(html.escape(one_line(text)))  # noqa: S308 - escaped


def link(href: str, content: str, *, label: str, class_: str) -> SafeString:
    """The content as a link that says its label; a group of the same looks where there is nothing to go to."""
    hover = element("title", words(label))
    if not href:
        return element("g", hover + content, class_=class_)
    return element("a", hover + content, href=one_line(href), aria_label=one_line(label), class_=class_)


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _value(value: str | float) -> str:
    return html.escape(value) if isinstance(value, str) else number(value)
