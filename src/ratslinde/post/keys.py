"""Links and codes that open something are kept apart from what a mail says: encrypted, and only until it was sent."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ratslinde.accounts.sealing import seal, unseal
from ratslinde.post.content import Content

HIDDEN = "••••••"
"""What stands in the place of a link or a code."""


class _Keys(Struct, frozen=True, kw_only=True):
    address: str
    code: str


def apart(content: Content) -> tuple[Content, str]:
    """The content with its link and code hidden, and these two, encrypted; '' where it has neither."""
    address = content.button.address if content.button else ""
    if not address and not content.code:
        return content, ""
    hidden = msgspec.structs.replace(
        content,
        code=HIDDEN if content.code else "",
        button=msgspec.structs.replace(content.button, address=HIDDEN) if content.button else None,
    )
    return hidden, seal(msgspec.json.encode(_Keys(address=address, code=content.code)).decode())


def together(content: Content, secret: str) -> Content:
    """The content with what was kept apart. Raises accounts.sealing.Unreadable when the key is another one."""
    if not secret:
        return content
    keys = msgspec.json.decode(unseal(secret), type=_Keys)
    button = content.button
    return msgspec.structs.replace(
        content,
        code=keys.code,
        button=msgspec.structs.replace(button, address=keys.address) if button else None,
    )


def are_hidden(content: Content) -> bool:
    """Whether a link or a code of the content is not shown in it."""
    return content.code == HIDDEN or (content.button is not None and content.button.address == HIDDEN)
