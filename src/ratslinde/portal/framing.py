"""The frame of the public pages: the town's name and the way around."""

from __future__ import annotations

from django.utils.translation import gettext

from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.ui.frame import Frame, NavigationLink


def town() -> Entry | None:
    """The municipality, or None before it was published."""
    return next(iter(outlet.of_kind("body", most=1)), None)


def frame(path: str, found: Entry | None) -> Frame:
    """The frame for the page at `path` of the town that was `found`."""
    page = found.page if found else None
    return Frame(
        town=found.title if found else "Ratslinde",
        what=gettext("Ratsinformation"),
        navigation=tuple(
            NavigationLink(label=label, address=address, icon=icon, current=path.startswith(address))
            for label, address, icon in _sections()
        ),
        notice=page.notice if isinstance(page, pages.BodyPage) else "",
    )


def _sections() -> list[tuple[str, str, str]]:
    return [
        (gettext("Sitzungen"), "/sitzungen/", ""),
        (gettext("Vorlagen"), "/vorlagen/", ""),
        (gettext("Gremien"), "/gremien/", ""),
        (gettext("Suche"), "/suche/", "search"),
    ]
