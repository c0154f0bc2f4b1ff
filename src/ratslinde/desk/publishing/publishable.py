"""What the desk must know of a kind of thing to publish it and to take it back. Names no matter: tables fill it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.urls import reverse

from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor
from ratslinde.verbs.rows import DeskRow


class Draft(Protocol):
    """A document that would be printed."""

    @property
    def key(self) -> str:
        """What its address ends with."""

    @property
    def title(self) -> str:
        """What a link to it says."""

    @property
    def missing(self) -> Sequence[str]:
        """The characters that the PDF would not show."""

    def print(self) -> tuple[str, bytes]:
        """File name and bytes of the PDF, both saying that it is a draft."""


def _none(*_: Any) -> Sequence[Any]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """Publishing or taking back: `look` is what the question shows, `act` the verb.

    The verb takes `seen`, the mark of what was shown, and raises Conflict when it would do something else;
    taking back takes a `reason` as well.
    """

    look: Callable[[Actor, Any], tuple[Difference, ...]]
    act: Callable[..., list[str]]


@dataclass(frozen=True, kw_only=True)
class Publishable:
    """One kind. `page`: its address at the desk; `public`: the address of the public page, with `{row.…}`.

    `obstacles`: sentences on why it cannot be published yet. `remarks`: on what publishing leaves alone. `effects`: on
    what else happens when it is taken back. `drafts`: documents that publishing would print. `left_out`: rows that
    somebody may expect to become public with it, and that do not. `model`: rows for which this is the usual kind.
    """

    words: str
    find: Callable[[Actor, str], Any]
    publish: Step
    page: Callable[[Any], str]
    public: str
    model: type[DeskRow] | None = None
    withdraw: Step | None = None
    obstacles: Callable[[Any], Sequence[str]] = _none
    effects: Callable[[Any], Sequence[str]] = _none
    remarks: Callable[[Any], Sequence[str]] = _none
    drafts: Callable[[Actor, Any], Sequence[Draft]] = _none
    inside: Callable[[Any], Sequence[str]] = _none
    left_out: Callable[[Any], Sequence[DeskRow]] = _none

    def public_page(self, row: Any) -> str:
        """The address of the public page of the row."""
        return self.public.format(row=row)


def at(name: str) -> Callable[[Any], str]:
    """The page of that name at the desk, which is found by the row's public id."""
    return lambda row: reverse(f"desk:{name}", args=[row.public_id])
