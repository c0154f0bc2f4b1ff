"""What every object of HSDS has, and texts in other languages."""

from __future__ import annotations

import msgspec


class Hsds(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the objects: `id` is a UUID that never changes."""

    id: str


class Translated(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One text in another language; `state` is machine, checked or outdated (drafts are never public)."""

    text: str
    state: str


Translations = dict[str, dict[str, Translated]]
"""By language (BCP 47), then by attribute."""
