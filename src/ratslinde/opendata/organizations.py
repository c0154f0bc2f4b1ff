"""The organization whose feed or calendar is asked for by the name in its address."""

from __future__ import annotations

from ratslinde.opendata.refusals import Gone, NotThere
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry


def by_slug(slug: str) -> Entry:
    """The published organization. Raises NotThere, or Gone when it was withdrawn."""
    found = outlet.by_path(f"gremien/{slug}/")
    if found is None or found.kind != "organization":
        raise NotThere("Ein solches Gremium gibt es nicht.")
    if found.deleted:
        raise Gone("Dieses Gremium wurde zurückgenommen.")
    return found


def town() -> str:
    """The name of the municipality."""
    return next((entry.title for entry in outlet.of_kind("body", most=1)), "Ratslinde")
