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


def ways_to_ask(offer: Mapping[str, Any], provider: Mapping[str, Any]) -> list[Contact]:
    """Whom to ask about the offer; where none of them says how, also how its provider is reached, by its name.

    `provider`: its object of the record, or nothing. An office that has not agreed is named without mail and phone.
    """
    own = contacts_of(offer)
    if any(each.email or each.phones for each in own):
        return own
    general = Contact(
        title=provider.get("name", ""), email=provider.get("email", ""), phones=_numbers(provider)
    )
    if general.email or general.phones:
        return [*own, general]
    return own or contacts_of(provider)


def _numbers(data: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(each["number"] for each in data.get("phones", ()))


def website_of(url: str) -> str:
    """An offer without a website of its own links to its page here, which begins otherwise."""
    return url if url.startswith(("https://", "http://")) else ""
