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


NOTHING_LEAVES = "Es ist kein Mailserver eingestellt: Gesendet wird nichts,"


def released(number: int, *, sends: bool) -> str:
    """What is said after so many mails were released."""
    what, one = ("Die Mail ist", True) if number == 1 else (f"{number} Mails sind", False)
    if sends:
        return f"{what} freigegeben und {'wird' if one else 'werden'} gesendet."
    return f"{what} freigegeben. {into_a_file(one=one)}"


def into_a_file(*, one: bool = True) -> str:
    """What becomes of mails where there is no mail server."""
    whole = "sie kommt als Datei" if one else "sie kommen als Dateien"
    return (
        f"{NOTHING_LEAVES} {whole} in den Ordner „mails“ und {'erreicht' if one else 'erreichen'} niemanden."
    )
