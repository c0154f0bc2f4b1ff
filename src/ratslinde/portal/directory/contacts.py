"""Whom to ask about an offer or at an actor, as far as the record has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to ask; names only where the record has them."""

    name: str = ""
    title: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()


def contacts_of(data: Mapping[str, Any]) -> list[Contact]:
    """The general way first, then the people or offices to ask."""
    general = Contact(email=data.get("email", ""), phones=_numbers(data))
    named = [
        Contact(
            name=each.get("name", ""),
            title=each.get("title", ""),
            email=each.get("email", ""),
            phones=_numbers(each),
        )
        for each in data.get("contacts", ())
    ]
    return [each for each in (general, *named) if each != Contact()]


def _numbers(data: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(each["number"] for each in data.get("phones", ()))


def website_of(url: str) -> str:
    """An offer without a website of its own links to its page here, which begins otherwise."""
    return url if url.startswith(("https://", "http://")) else ""
