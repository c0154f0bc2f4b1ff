"""Joining printed lines to running text: words divided at a line end, paragraphs, lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFC], None)
_JOINED = "\u0600-\u08ff\u0900-\u0dff\ufe0f\u2190-\u2bff\U0001f000-\U0001faff"
"""Emoji, and scripts that spell with joiners: Arabic and Persian, those of India. Elsewhere a print puts them in."""
_LOOSE = re.compile(f"(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])")
_TRANSLATION = {
    **_INVISIBLE,
    **dict.fromkeys([0xA0, 0x2007, 0x2009, 0x202F, 0x3000], " "),
    **dict.fromkeys([0x02, 0xFFFE], "-"),  # PDFium's mark for a hyphen at a line end
    **dict.fromkeys(range(0xE000, 0xF900), "•"),  # bullets of symbol fonts live in the private use area
    **{code: " " for code in range(32) if code not in (0x02, 0x09, 0x0A, 0x0C, 0x0D)},
}
_SOFT = re.compile(r"\u00ad(?=\w)")  # inside a line it divides nothing
_DIVIDED = re.compile(r"[^\W\d_]-$")
_SEEN = 4  # so many characters at the end of a text decide how the next line is joined
_AND = re.compile(r"(?:und|oder|bzw|sowie|als|wie|noch|u\.|&|/)(?:\W|$)")
BULLET = re.compile(r"^(?:[-–—•·▪●○■□*]|\(?[a-z0-9]{1,2}[.)])\s+\S")


def clean(text: str) -> str:
    """Return the text composed (NFC), without invisible characters and with plain blanks and bullets."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
    return _SOFT.sub("", _LOOSE.sub("", composed))


def collapse(text: str) -> str:
    """Return the text on one line, white space as single blanks, soft hyphens removed."""
    return " ".join(text.replace("\u00ad", "").split())


def join(left: str, right: str) -> str:
    """Return two printed lines as one text; a word divided at the line end becomes whole again."""
    if not left or not right:
        return left or right
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if not _DIVIDED.match(left[-2:]):
        glue = "" if left.endswith(("-", "/")) and right[0].isdigit() else " "
        return left + glue + right
    if right[0].islower() and not _AND.match(right):
        return left[:-1] + right
    return left + right if right[0].isalnum() and not _AND.match(right) else f"{left} {right}"


def join_all(lines: Iterable[str]) -> str:
    """Return printed lines as one line of text."""
    done: list[str] = []
    text = ""
    for line in lines:
        text = join(text, " ".join(line.split()))
        done.append(
            text[:-_SEEN]
        )  # what lies further back decides nothing: a long text is not copied line by line
        text = text[-_SEEN:]
    return "".join([*done, text]).replace("\u00ad", "")


def paragraphs(lines: Iterable[str]) -> str:
    """Return printed lines as paragraphs (an empty line between them); list entries keep their lines."""
    blocks: list[list[str]] = [[]]
    for line in (" ".join(raw.split()) for raw in lines):
        if not line:
            blocks.append([])
        elif BULLET.match(line) and blocks[-1]:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks[-1][-1] = join(blocks[-1][-1], line)
        else:
            blocks[-1].append(line)
    return "\n\n".join("\n".join(block) for block in blocks if block).replace("\u00ad", "")
