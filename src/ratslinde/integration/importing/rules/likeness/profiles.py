"""What is compared of a row, folded so that different spellings of the same meet."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ratslinde.integration.importing.rules.likeness.short_forms import compact, short_forms
from ratslinde.integration.importing.rules.likeness.slots import Slot
from ratslinde.integration.importing.rules.likeness.spellings import joined, spelled_words
from ratslinde.integration.landscape.rules.addresses import street_key
from ratslinde.kernel.text import spelled_out

_LEGAL = re.compile(
    r"\b(e ?v|eingetragener verein|g?gmbh|mbh|gemeinnuetzige?r?|ug|haftungsbeschraenkt|ag|kg|gbr|ohg|eg|se|kdoer|koer|"
    r"koerperschaft des oe?ffentlichen rechts|stiftung des oe?ffentlichen rechts|i gr|"
    r"der|die|das|und|fue?r|in|im|am|von|vom)\b"
)
_NO_WORD, _NO_DIGIT = re.compile(r"[^a-z0-9]+"), re.compile(r"\D")
_STEP = 0.0002  # degrees: squares of about 20 metres
_REACH = (0.00005, 0.00009)  # degrees of latitude and longitude: a little more than 5 metres here


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is compared of a row. `key`: its public id, or '@5' for the fifth statement of a run.

    `ids`: UUIDs and own ids. `owner`: of an offer, the key of its actor. `website`, `email`, `phone` as they were
    given. `point`: latitude and longitude. `slots`: of an offer, where and when it takes place. `perhaps`: of an offer
    whose actor nobody has settled yet, the key of the one that it most likely is. `called`: owner and folded name by
    which lists are known to mean this row. `only_address`: nobody has called the place anything.
    """

    key: str
    name: str
    ids: frozenset[str] = frozenset()
    website: str = ""
    email: str = ""
    phone: str = ""
    owner: str = ""
    perhaps: str = ""
    point: tuple[float, float] | None = None
    address: str = ""
    postal_code: str = ""
    locality: str = ""
    short_name: str = ""
    slots: frozenset[Slot] = frozenset()
    called: frozenset[tuple[str, str]] = frozenset()
    name_key: str = field(init=False, default="")
    bare: str = field(init=False, default="")
    words: str = field(init=False, default="")
    spelled: tuple[str, ...] = field(init=False, default=())
    joined: str = field(init=False, default="")
    compact: str = field(init=False, default="")
    only_address: bool = field(init=False, default=False)
    short_forms: frozenset[str] = field(init=False, default=frozenset())
    web: str = field(init=False, default="")
    mail: str = field(init=False, default="")
    number: str = field(init=False, default="")
    address_key: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Reckon the keys once: each profile is compared many times."""
        words = bare_words(self.name)
        street, _, town = self.address.partition(",")
        spelled = spelled_words(self.name)
        keys: dict[str, object] = {
            "spelled": spelled,
            "joined": joined(spelled),
            "name_key": name_key(self.name),
            "bare": " ".join(sorted(words)),
            "words": " ".join(words),
            "compact": compact(self.name),
            "short_forms": short_forms(self.name, short_name=self.short_name),
            "web": web_key(self.website),
            "mail": self.email.strip().lower(),
            "number": phone_key(self.phone),
            "address_key": street_key(street),
            "only_address": bool(street) and street_key(street) == street_key(self.name.partition(",")[0]),
            "locality": self.locality or town.strip(),
        }
        for name, value in keys.items():
            object.__setattr__(self, name, value)

    @property
    def group(self) -> str:
        """The actor among whose offers this one is compared."""
        return self.perhaps or self.owner

    @property
    def own_name(self) -> tuple[str, str]:
        """Owner and folded name: by what a list means this row."""
        return self.owner, self.name_key

    def reached_by(self) -> Iterator[tuple[str, str]]:
        """(what, value) of how somebody gets there, which a switchboard shares with many."""
        yield from ((what, value) for what, value in (("web", self.web), ("mail", self.mail), ("phone", self.number))
                    if value)  # fmt: skip

    def signs(self) -> Iterator[tuple[str, object]]:
        """(what, value) of all that makes a look at two rows worth it when they share it."""
        yield from (("id", each) for each in self.ids)
        yield from self.reached_by()
        if self.address_key:
            yield "address", self.address_key
        yield from (("called", each) for each in {self.own_name, *self.called})
        if self.joined:
            yield "spelled", (self.group, self.joined)
        if self.group:
            yield from {("slot", (self.group, slot.venue, slot.day)) for slot in self.slots}
            yield from {("hour", (self.group, slot.day, slot.opens)) for slot in self.slots}
        if self.point is not None:
            yield from (("near", square) for square in self.squares())

    def squares(self) -> set[tuple[int, int]]:
        """The squares of a grid in which the point lies, or nearly: two points within ten metres share one."""
        if self.point is None:
            return set()
        north, east = _REACH
        return {
            (math.floor((self.point[0] + up) / _STEP), math.floor((self.point[1] + right) / _STEP))
            for up in (-north, north)
            for right in (-east, east)
        }


def name_key(name: str) -> str:
    """The name as it is compared and remembered: folded, blanks single, as much of it as a row can hold."""
    return " ".join(spelled_out(name).split())[:200]


def bare_name(name: str) -> str:
    """The name without legal form, case and little words, its words sorted: 'Brücke e. V.' and 'BRUECKE' are one."""
    return " ".join(sorted(bare_words(name)))


def bare_words(name: str) -> list[str]:
    """The words of the name in their order, without legal form, case and little words; all where none would be left."""
    words = " ".join(_NO_WORD.sub(" ", spelled_out(name)).split())
    return _LEGAL.sub(" ", words).split() or words.split()


def web_key(address: str) -> str:
    """Host and path, without www and what follows a question mark."""
    text = address.strip().lower()
    try:
        found = urlsplit(text if "//" in text else f"//{text}")
        host = (found.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return f"{host}{found.path.rstrip('/')}" if host else ""


def phone_key(number: str) -> str:
    """The digits without the country's code and the leading zero, so that 02599 and +49 2599 are one."""
    digits = _NO_DIGIT.sub("", number.replace("(0)", ""))
    abroad = number.strip().startswith("+49")
    digits = digits.removeprefix("0049").removeprefix("49" if abroad else "")
    digits = digits.lstrip("0")
    return digits if len(digits) >= 6 else ""


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points (latitude, longitude); good enough for ten metres."""
    north = (one[0] - other[0]) * 111_195
    east = (one[1] - other[1]) * 111_195 * math.cos(math.radians(one[0]))
    return math.hypot(north, east)
