"""What a mail says: one value, from which both of its parts are made.

It is written as a value, or as a text (a rendered template): paragraphs are parted by blank lines; a paragraph whose
last line is an address alone is the button, labelled by the line above it; a paragraph that is indented by four blanks
is a code to be typed off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean, collapse

LONGEST_SUBJECT = 200
MOST_CHARACTERS = 20_000
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_INDENTED = re.compile(r" {4}(\S.*)")


class Button(Struct, frozen=True, kw_only=True):
    """The one link of a mail; `label` may be empty, then the language has a word."""

    address: str
    label: str = ""


class Content(Struct, frozen=True, kw_only=True):
    """`paragraphs` stand before code and button, `closing` behind them, `footer` small at the end."""

    subject: str
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    button: Button | None = None
    closing: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


def from_text(subject: str, text: str, *, footer: Sequence[str] = ()) -> Content:
    """The content that a text says in the form above. Raises Refused for a second button or code."""
    before: list[str] = []
    behind: list[str] = []
    code, button = "", None
    for paragraph in _paragraphs(text):
        link, indented = _as_button(paragraph), _INDENTED.fullmatch(paragraph)
        if (link and button) or (indented and code):
            raise Refused("Eine Mail hat höchstens einen Knopf und einen Code.")
        if link:
            button = link
        elif indented:
            code = indented[1].strip()
        else:
            (behind if button or code else before).append(paragraph.strip())
    return Content(
        subject=subject, paragraphs=tuple(before), code=code, button=button, closing=tuple(behind),
        footer=tuple(footer),
    )  # fmt: skip


def checked(content: Content) -> Content:
    """The content without control characters. Raises Refused for no subject, one too long, and a link that is none."""
    tidy = Content(
        subject=collapse(clean(content.subject)),
        paragraphs=_tidy(content.paragraphs),
        code=collapse(clean(content.code)),
        button=_tidy_button(content.button),
        closing=_tidy(content.closing),
        footer=_tidy(content.footer),
    )
    if not tidy.subject:
        raise Refused("Bitte einen Betreff angeben.", field="subject")
    if len(tidy.subject) > LONGEST_SUBJECT:
        raise Refused(f"Bitte den Betreff kürzen: höchstens {LONGEST_SUBJECT} Zeichen.", field="subject")
    if sum(map(len, (*tidy.paragraphs, *tidy.closing, *tidy.footer))) > MOST_CHARACTERS:
        raise Refused(f"Bitte den Text kürzen: höchstens {MOST_CHARACTERS} Zeichen.", field="paragraphs")
    return tidy


def stored(content: Content) -> object:
    """The content as JSON."""
    return msgspec.to_builtins(content)


def restored(value: object) -> Content:
    """The content out of JSON. Raises msgspec.ValidationError for something else."""
    return msgspec.convert(value, Content)


def _paragraphs(text: str) -> list[str]:
    lines = "\n".join(line.rstrip() for line in clean(text).split("\n"))
    return [each.strip("\n") for each in re.split(r"\n{2,}", lines) if each.strip()]


def _as_button(paragraph: str) -> Button | None:
    *label, address = paragraph.strip().split("\n")
    if len(label) > 1 or not _ADDRESS.fullmatch(address):
        return None
    return Button(address=address, label=label[0].rstrip(":").strip() if label else "")


def _tidy(paragraphs: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for each in paragraphs if (text := clean(each).strip()))


def _tidy_button(button: Button | None) -> Button | None:
    if button is None:
        return None
    if not _ADDRESS.fullmatch(button.address):
        raise Refused(
            "Der Knopf einer Mail braucht eine ganze Adresse, die mit https:// beginnt.", field="button"
        )
    return Button(address=button.address, label=collapse(clean(button.label)))
