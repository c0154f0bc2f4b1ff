"""Answers that are not what was asked for; each says in German why."""

from __future__ import annotations


class Refusal(Exception):
    """Answered with `status` and the message, for people; `debug` is for those who write software."""

    status = 400

    def __init__(self, message: str, *, debug: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.debug = debug


class BadQuery(Refusal):
    """A parameter that cannot be understood. Never ignored in silence: the client would take all for its part."""


class NotThere(Refusal):
    """No object at this address."""

    status = 404


class Gone(Refusal):
    """There was something at this address; it was withdrawn."""

    status = 410


class WrongMethod(Refusal):
    """Open data can only be read."""

    status = 405


class Elsewhere(Exception):
    """The same thing has another, its only address: an absolute one."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address
