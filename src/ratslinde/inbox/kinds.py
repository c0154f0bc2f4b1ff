"""What may come in: kinds are registered by the matters above; what nobody registered is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from ratslinde.accounts.models import User
from ratslinde.inbox.keeping import DECIDED, SEARCHES
from ratslinde.journal.retention import Rule
from ratslinde.kernel.errors import Refused

Payload = TypeVar("Payload", bound=msgspec.Struct)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One field as the desk shows it: what stands now and what is proposed, both in words.

    `by_hand`: said in the sender's own words, so that somebody has to enter it; no button can.
    """

    name: str
    label: str
    before: str = ""
    after: str = ""
    by_hand: bool = False


def _no_names(_ids: Collection[str]) -> Mapping[str, str]:
    return {}


def _nothing_left(_payload: Any) -> None:
    return None


def _nothing_to_confirm(_actor: User, _about: str) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[Payload]):
    """A kind of submission.

    `payload`: its struct, with `forbid_unknown_fields` and bounded texts. `right`: the matter's verb; whoever may do
    it to any subject sees and decides these. `show(about, payload)`: the lines of the difference. `accept(actor, about,
    payload, names)`: calls the matter's own verbs for the lines that were chosen, inside the transaction of the
    decision; what it raises undoes both. `by_field`: whether single lines can be chosen; without, all or nothing.
    `rest(payload)`: what of it somebody has to enter by hand, or None: it goes on waiting when the other lines are
    taken over. `confirm(actor, about)`: called when somebody has entered that and says that the entry is true now.
    `taken`: the sentence that says what was done by taking over; `form(about)`: where it is entered by hand, or ''.
    `names(ids)`: what the things it is about are called, asked once for a whole list. `address(about)`: their page at
    the desk, or ''. `most_waiting`, `most_about`: how many may wait, altogether and about the same thing.
    """

    name: str
    label: str
    payload: type[Payload]
    right: str
    show: Callable[[str, Payload], tuple[Line, ...]]
    accept: Callable[[User, str, Payload, frozenset[str]], object]
    by_field: bool = True
    names: Callable[[Collection[str]], Mapping[str, str]] = _no_names
    address: Callable[[str], str] = lambda _about: ""
    rest: Callable[[Payload], Payload | None] = _nothing_left
    confirm: Callable[[User, str], object] = _nothing_to_confirm
    taken: str = "Übernommen."
    form: Callable[[str], str] = lambda _about: ""
    kept: Rule = DECIDED
    most_bytes: int = 32_000
    most_waiting: int = 2_000
    most_about: int = 20


Filters = Mapping[str, str]
"""Values of filters, by the name of the filter."""


def as_kept(found: Sequence[Filters]) -> Sequence[Filters]:
    """The filters as they are kept."""
    return found


@dataclass(frozen=True, kw_only=True)
class CountedKind:
    """Something that is only counted. `filters`: the filters that may be kept, with their labels.

    `in_words` says the kept values of many rows in the words of the desk, with one look for all of them.
    """

    name: str
    label: str
    right: str
    filters: Mapping[str, str] = field(default_factory=dict)
    in_words: Callable[[Sequence[Filters]], Sequence[Filters]] = as_kept
    kept: Rule = SEARCHES


_KINDS: dict[str, Kind[Any]] = {}
_COUNTED: dict[str, CountedKind] = {}


def register(kind: Kind[Any]) -> Kind[Any]:
    """Open the inbox for the kind. Raises ValueError for a second one of that name or an open-ended struct."""
    if kind.name in _KINDS:
        raise ValueError(f"the kind {kind.name} is registered twice")
    if not kind.payload.__struct_config__.forbid_unknown_fields:
        raise ValueError(f"the struct of {kind.name} takes unknown fields")
    _KINDS[kind.name] = kind
    return kind


def register_counted(kind: CountedKind) -> CountedKind:
    """Open the counter for the kind. Raises ValueError for a second one of that name."""
    if kind.name in _COUNTED:
        raise ValueError(f"the counter {kind.name} is registered twice")
    _COUNTED[kind.name] = kind
    return kind


def kind(name: str) -> Kind[Any]:
    """The kind of that name. Raises Refused when nobody registered it."""
    if name not in _KINDS:
        raise Refused("Diese Art von Meldung wird hier nicht angenommen.")
    return _KINDS[name]


def counted_kind(name: str) -> CountedKind:
    """The counter of that name. Raises Refused when nobody registered it."""
    if name not in _COUNTED:
        raise Refused("Das wird hier nicht gezählt.")
    return _COUNTED[name]


def kinds() -> list[Kind[Any]]:
    """Every kind, by label."""
    return sorted(_KINDS.values(), key=lambda each: each.label)


def counted_kinds() -> list[CountedKind]:
    """Every counter, by label."""
    return sorted(_COUNTED.values(), key=lambda each: each.label)
