"""Every text of the interface that a page of the directory can show, found in its templates and its code."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[3] / "src" / "ratslinde"
COMPONENTS = ("breadcrumb", "pagination", "empty", "alert", "button", "input", "select", "section_heading", "blocks",
              "facts", "fact", "more", "table", "moving_map", "picture_moves")  # fmt: skip


def places() -> list[Path]:
    """The files whose texts stand on the directory's pages."""
    return [
        SOURCE / "ui/templates/base.html",
        SOURCE / "ui/templates/base_public.html",
        *(SOURCE / f"ui/templates/components/{name}.html" for name in COMPONENTS),
        SOURCE / "ui/frame.py",
        *sorted((SOURCE / "portal/templates/portal/directory").glob("*.html")),
        *sorted((SOURCE / "portal/directory").glob("*.py")),
    ]


def texts() -> dict[str, str]:
    """The German texts, each with the file in which it stands."""
    found: dict[str, str] = {}
    for path in places():
        source = path.read_text()
        if path.suffix == ".html":
            source = templatize(re.sub(r"{% comment %}.*?{% endcomment %}", "", source, flags=re.DOTALL))
        for _, text, _, _ in extract("python", BytesIO(source.encode()), options={"encoding": "utf-8"}):
            for each in (text,) if isinstance(text, str) else text:
                found.setdefault(each, str(path.relative_to(SOURCE)))
    return found
