"""Looking a rule's value up in its profile (R001: law is data)."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FOLDER = Path(__file__).parent
KEYS = (
    "notice.nonpublic_titles",
    "consultation.deciding_roles",
    "consultation.roles",
    "publication.names_of_staff",
    "minutes.outcomes",
    "minutes.manners",
    "minutes.outcome_labels",
    "minutes.outcome_kinds",
)
"""Every key that the house asks for: a profile that extends no other one has to have them all, on every day."""


class DatedValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a rule with the days it holds for, its source and who confirmed it."""

    key: str
    value: Any
    valid_from: datetime.date
    source: str
    status: str
    valid_to: datetime.date | None = None


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A profile file. `extends` names the profile that is asked for keys this one lacks."""

    name: str
    value: tuple[DatedValue, ...] = ()
    extends: str = ""


def value(profile: str, key: str, *, day: datetime.date) -> DatedValue:
    """The value that held on the day. Raises KeyError when neither the profile nor what it extends has one."""
    read = _profile(profile)
    for entry in read.value:
        if entry.key == key and entry.valid_from <= day and (entry.valid_to is None or day <= entry.valid_to):
            return entry
    if not read.extends:
        raise KeyError(f"{profile}: {key} on {day}")
    return value(read.extends, key, day=day)


def lacking(profile: str, *, day: datetime.date) -> list[str]:
    """The keys to which neither the profile nor what it extends has a value on the day."""
    return [key for key in KEYS if not _holds(profile, key, day)]


def _holds(profile: str, key: str, day: datetime.date) -> bool:
    try:
        return bool(value(profile, key, day=day).key)
    except KeyError:
        return False


def names() -> list[str]:
    """The names of the profiles that come with the system."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def _profile(name: str) -> Profile:
    if name not in names():
        raise KeyError(f"no profile {name}")
    return msgspec.convert(tomllib.loads((FOLDER / f"{name}.toml").read_text()), Profile)
