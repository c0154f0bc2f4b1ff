"""Both parts of a mail, from one content: plain text, and HTML that needs nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string

from ratslinde.post.content import Content
from ratslinde.post.keys import HIDDEN
from ratslinde.post.languages import LANGUAGES, Language
from ratslinde.post.letterhead import Letterhead

_ASSOCIATION = re.compile(r"\be\. V\.")
"""Must not be torn apart at the end of a line."""
_RIGHT_TO_LEFT = "\u200f"
"""A mark at the beginning of a line: without it, one that begins with a Latin name would be set from left to right."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A mail as it leaves: `text` has plain line ends, `html` is a whole document."""

    subject: str
    text: str
    html: str


def render(content: Content, *, language: str, head: Letterhead) -> Rendered:
    """The mail in that language. Raises KeyError for a language that is not in `LANGUAGES`."""
    words = LANGUAGES[language]
    button = content.button
    context = {
        "content": content,
        "code": language,
        "language": words,
        "head": head,
        "link": button.address if button and button.address != HIDDEN else "#",
        "label": (button.label if button else "") or words.open,
    }
    return Rendered(
        subject=content.subject,
        text="\n\n".join(_text(content, words, head)) + "\n",
        html=_ASSOCIATION.sub("e.\u00a0V.", render_to_string("post/mail.html", context)),
    )


def _text(content: Content, language: Language, head: Letterhead) -> Iterator[str]:
    yield from _said(content.paragraphs, language)
    if content.code:
        yield f"    {content.code}"
    if content.button:
        label = content.button.label or language.open
        yield "\n".join([*_said((f"{label}:",), language), content.button.address])
    yield from _said(content.closing, language)
    end = (head.name, *head.lines, *content.footer, language.automatic)
    yield "\n".join(["-- ", *_said(end, language)])


def _said(paragraphs: tuple[str, ...], language: Language) -> Iterator[str]:
    mark = _RIGHT_TO_LEFT if language.right_to_left else ""
    for paragraph in paragraphs:
        yield "\n".join(mark + line for line in paragraph.split("\n"))
