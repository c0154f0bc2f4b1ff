"""The first steps of every breadcrumb."""

from __future__ import annotations

from django.utils.translation import gettext

from ratslinde.ui.frame import Crumb


def trail(*steps: tuple[str, str]) -> list[Crumb]:
    """From the start page along (label, address) steps; the last one is the page itself."""
    return [
        Crumb(label=gettext("Start"), address="/"),
        *(Crumb(label=label, address=to) for label, to in steps),
    ]
