"""The town's name above its mails, as it is published."""

from __future__ import annotations

from django.conf import settings

from ratslinde.post.letterhead import PLAIN, Letterhead, register_letterhead
from ratslinde.record import outlet


def hang_up() -> None:
    """Make this the letterhead of all mails."""
    register_letterhead(heading)


def heading() -> Letterhead:
    """The published name and the address of the public pages; a plain letterhead before there is a town."""
    towns = outlet.of_kind("body", most=1)
    lines = (settings.RATSLINDE_URL,) if settings.RATSLINDE_URL else ()
    return Letterhead(name=towns[0].title if towns else PLAIN.name, lines=lines)
