"""The frame of the public pages: the town's name and the way around."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings

from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.ui.frame import Frame, Version, public_frame


class Known(NamedTuple):
    """What the frame of every page needs. `town`: None before it was published."""

    town: Entry | None
    has_actors: bool

    @property
    def has_directory(self) -> bool:
        """Whether there is a directory that may be read as open data; an offer is never public without its actor."""
        return settings.RATSLINDE_OPEN_DATA and self.has_actors


def known() -> Known:
    """As it is published now, in one query."""
    found = outlet.one_of_each("body", "actor")
    return Known(town=found.get("body"), has_actors="actor" in found)


def frame(path: str, found: Known, *, prefix: str = "", versions: tuple[Version, ...] = ()) -> Frame:
    """The frame for the page at `path` of what was `found` known; `prefix` and `versions` as in `ui.frame`."""
    page = found.town.page if found.town else None
    notice = page.notice if isinstance(page, pages.BodyPage) else ""
    name = found.town.title if found.town else ""
    return public_frame(
        path, town=name, notice=notice, prefix=prefix, versions=versions, directory=found.has_directory
    )
