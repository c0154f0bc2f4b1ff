"""What goes wrong in a way that a person can mend. The message is a sentence in the user's words."""

from __future__ import annotations


class Refused(Exception):
    """A verb was refused; nothing was changed.

    `field` names the form field the sentence belongs to, or is empty for the whole form.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Forbidden(Refused):
    """The actor has no right to do this."""


class Conflict(Refused):
    """Somebody else changed the same row meanwhile. `theirs` are the values that stand now, by field name."""

    def __init__(self, message: str, *, theirs: dict[str, object] | None = None) -> None:
        super().__init__(message)
        self.theirs = theirs or {}
