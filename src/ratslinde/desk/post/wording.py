"""How the state of a mail is shown."""

from __future__ import annotations

from typing import NamedTuple

from ratslinde.post.models import State


class Badge(NamedTuple):
    """The words of a state, and the kind and icon of the badge that carries them."""

    words: str
    kind: str
    icon: str


_BADGES = {
    State.HELD: ("info", "visibility"),
    State.WRITTEN: ("", "autorenew"),
    State.SENDING: ("", "autorenew"),
    State.SENT: ("success", "check"),
    State.UNCLEAR: ("warning", "warning"),
    State.FAILED: ("danger", "danger"),
    State.BOUNCED: ("danger", "danger"),
    State.DISCARDED: ("", "delete"),
}


def badge(state: str) -> Badge:
    """The badge of the state."""
    kind, icon = _BADGES[State(state)]
    return Badge(str(State(state).label), kind, icon)
