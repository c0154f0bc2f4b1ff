"""The occasions of mails, each with its German word: who sends registers them."""

from __future__ import annotations

SIGN_IN = "sign_in"
_KINDS: dict[str, str] = {SIGN_IN: "Anmeldung"}
_WORK: dict[str, str] = {}


def register_kind(kind: str, words: str, *, work: str = "") -> str:
    """Name an occasion (`actor.reminder`, "Erinnerung an Akteure"); returns the kind. Twice is a defect.

    `work`: what the queue is asked for once a mail server has taken such a letter, with the letter's public id.
    """
    if kind in _KINDS:
        raise ValueError(f"the kind {kind} is registered twice")
    _KINDS[kind] = words
    if work:
        _WORK[kind] = work
    return kind


def work_after(kind: str) -> str:
    """What the queue is asked for once a letter of that kind was sent, or ''."""
    return _WORK.get(kind, "")


def is_known(kind: str) -> bool:
    """Whether somebody registered it."""
    return kind in _KINDS


def kind_words(kind: str) -> str:
    """The German word; the kind itself for one that an older version wrote."""
    return _KINDS.get(kind, kind)
