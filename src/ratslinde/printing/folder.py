"""The templates: the built-in ones, and a town's own that take their place by the same file name."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from ratslinde.kernel.errors import Refused

BUILT_IN = Path(__file__).parent / "templates"
DOCUMENT_TEMPLATES = ("announcement.typ", "agenda.typ", "paper.typ", "table.typ")
TEMPLATES = ("frame.typ", *DOCUMENT_TEMPLATES)
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg"})
MAX_BYTES = 2_000_000

# The press itself would fetch "@preview/…" from the network, also when the name is put together from parts.
_NAMES = b"|".join(re.escape(name.encode()) for name in TEMPLATES)
_FOREIGN = re.compile(rb'\b(?:import|include)\b(?!\s*"(?:%s)"\s*(?:[:;\r\n]|\Z))|\beval\b' % _NAMES)

Files = dict[str, bytes]


class TemplateRefused(Refused):
    """A file of a town's template folder cannot be used; `name` is the file's name."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name


def template_files(own: Path | None) -> Files:
    """Return the bytes of all template files by name, the own ones over the built-in ones.

    Everything is read here and handed over in memory, so that no template reaches a file outside its folder.
    Raises TemplateRefused for the first file that cannot be used.
    """
    files = dict(_built_in())
    for path in own_files(own) if own else ():
        files[path.name] = read_own(path)
    return files


def own_files(own: Path) -> list[Path]:
    """Return what lies in the folder `own`, hidden files apart. Raises TemplateRefused."""
    if not own.is_dir():
        raise TemplateRefused(own.name, "Den Ordner für eigene Vorlagen gibt es nicht.")
    return sorted(path for path in own.iterdir() if not path.name.startswith("."))


def read_own(path: Path) -> bytes:
    """Return the bytes of a town's own template or picture. Raises TemplateRefused."""
    if path.is_symlink():
        raise TemplateRefused(path.name, "Verweise auf andere Orte sind hier nicht erlaubt.")
    if path.is_dir():
        raise TemplateRefused(path.name, "Unterordner werden nicht gelesen.")
    if path.name not in TEMPLATES and path.suffix.lower() not in PICTURES:
        known = ", ".join(TEMPLATES)
        raise TemplateRefused(
            path.name, f"Unbekannter Dateiname; möglich sind {known} und Bilder (SVG, PNG, JPEG)."
        )
    if path.stat().st_size > MAX_BYTES:
        raise TemplateRefused(path.name, "Die Datei ist größer als 2 MB.")
    content = path.read_bytes()
    if path.suffix == ".typ" and _FOREIGN.search(content):
        raise TemplateRefused(
            path.name, "Eingebunden werden nur Vorlagen dieses Ordners; Pakete und eval gibt es nicht."
        )
    return content


@functools.cache
def _built_in() -> Files:
    return {name: (BUILT_IN / name).read_bytes() for name in TEMPLATES}
