"""Translations of the interface: catalogues beside the source, compiled into the build folder by `make setup`."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "LC_MESSAGES/django"


def compile_all(target: Path) -> list[str]:
    """Compile every catalogue for gettext below `target`; returns the names of the locales."""
    locales = []
    for source in sorted(CATALOGUES.glob(f"*/{DOMAIN}.po")):
        name = source.relative_to(CATALOGUES).parts[0]
        compiled = target / name / f"{DOMAIN}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        # Plural rules stand in the file's head: Babel knows no locale for Leichte Sprache and needs none.
        with source.open("rb") as opened, compiled.open("wb") as written:
            write_mo(written, read_po(opened))
        locales.append(name)
    return locales
