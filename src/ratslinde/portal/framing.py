"""The frame of the public pages: the town's name and the way around."""

from __future__ import annotations

from django.conf import settings

from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.ui.frame import Frame, Version, public_frame


def town() -> Entry | None:
    """The municipality, or None before it was published."""
    return next(iter(outlet.of_kind("body", most=1)), None)


def has_directory() -> bool:
    """Whether there is a directory that may be read as open data; an offer is never public without its actor."""
    return settings.RATSLINDE_OPEN_DATA and outlet.count("actor") > 0


def frame(path: str, found: Entry | None, *, prefix: str = "", versions: tuple[Version, ...] = ()) -> Frame:
    """The frame for the page at `path` of the town that was `found`; `prefix` and `versions` as in `ui.frame`."""
    page = found.page if found else None
    notice = page.notice if isinstance(page, pages.BodyPage) else ""
    name = found.title if found else ""
    return public_frame(
        path, town=name, notice=notice, prefix=prefix, versions=versions, directory=has_directory()
    )
