"""What the check view shows: cards of values, and how far somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms

LONG = 300  # characters
TALL = 6  # lines


@dataclass(frozen=True, kw_only=True)
class Former:
    """What stood in the row before the file wrote over it, as it is read and as it would be typed in again."""

    text: str
    typed: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One value: where it stands, how sure the reader was, whether somebody looked at it, and how to change it.

    `missing`: a part of it stands nowhere, so that it cannot be accepted but has to be entered. `contact`: whether
    the contact that begins here may be public; None for all other values. `former`: what stood there before the file.
    `mark`: of the value that is shown.
    """

    subject: str
    name: str
    label: str
    text: str
    checked: bool
    mark: str
    sure: bool = False
    reason: str = ""
    first_line: int | None = None
    last_line: int | None = None
    form: forms.Form | None = None
    tie: bool = False
    missing: bool = False
    contact: bool | None = None
    former: Former | None = None

    @property
    def key(self) -> str:
        """The id of the value's place on the page."""
        return f"{self.subject}-{self.name}"

    @property
    def long(self) -> bool:
        """Whether it is not seen at one glance; then its button stands behind its end."""
        return len(self.text) > LONG or self.text.count("\n") >= TALL

    @property
    def alone(self) -> bool:
        """Whether it is accepted by itself: nobody may pass over a doubt, a difference or a long text."""
        return not self.sure or self.long or self.former is not None

    @property
    def place(self) -> str:
        """'Zeile 3' or 'Zeile 3 bis 7', or ''."""
        if self.first_line is None:
            return ""
        several = self.last_line is not None and self.last_line > self.first_line
        return f"Zeile {self.first_line} bis {self.last_line}" if several else f"Zeile {self.first_line}"


@dataclass(frozen=True, kw_only=True)
class ShownCard:
    """One draft with its values. `page` is the address of its own page."""

    subject: str
    kind: str
    title: str
    page: str
    level: int
    values: list[Shown] = field(default_factory=list)

    @property
    def open(self) -> list[Shown]:
        """Values that nobody has looked at."""
        return [value for value in self.values if not value.checked]

    @property
    def together(self) -> list[Shown]:
        """Open values that are seen at one glance and accepted together."""
        return [value for value in self.open if not value.alone]


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many of the values somebody looked at."""

    total: int
    checked: int

    @property
    def done(self) -> bool:
        """Whether nothing is left to look at."""
        return self.checked == self.total


def progress(shown: Iterable[ShownCard]) -> Progress:
    """Over all cards."""
    values = [
        value for card in shown for value in card.values if not value.tie or not value.checked or value.reason
    ]
    return Progress(total=len(values), checked=sum(value.checked for value in values))


def first_open(shown: Iterable[ShownCard]) -> str:
    """The key of the first value that nobody has looked at, or ''."""
    return next((value.key for card in shown for value in card.open), "")


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """The contacts of all papers of a source: how many, and how many of them may be public."""

    total: int
    public: int

    @property
    def inside(self) -> int:
        """How many stay inside."""
        return self.total - self.public


def contacts(shown: Iterable[ShownCard]) -> Contacts:
    """Over all cards."""
    found = [value.contact for card in shown for value in card.values if value.contact is not None]
    return Contacts(total=len(found), public=sum(found))


def session_of(shown: Iterable[ShownCard]) -> ShownCard | None:
    """The meeting of the source, or None when it holds only papers."""
    return next((card for card in shown if card.kind == "Meeting"), None)
