"""Where the links of a sheet lead whose cells only say 'Link' or 'hier'."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from html import unescape

from openpyxl.utils.cell import coordinate_from_string

from ratslinde.integration.importing.rules.files import archives
from ratslinde.integration.importing.rules.headers import key_of

WORDS = frozenset({
    "link", "hier", "hier klicken", "klick", "klicken", "zur website", "zur webseite", "zur homepage", "zur seite",
    "zum angebot", "homepage", "website", "webseite", "internetseite", "internet", "web", "url", "www", "mehr",
    "mehr infos", "weitere infos", "infos", "mail", "e mail", "email", "siehe link",
})  # fmt: skip
"""What such a cell says, by `key_of`; a name under which a link lies stays a name."""
_TAG = r"<(?:\w+:)?{name}\b[^>]*>"
_SHEETS = re.compile(_TAG.format(name="sheet"))
_RELATIONS = re.compile(_TAG.format(name="Relationship"))
_LINKS = re.compile(_TAG.format(name="hyperlink"))
_ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BOOK = "xl/workbook.xml"

Links = Mapping[str, Mapping[tuple[int, str], str]]
"""By the sheet's name: (row, column letter) to the address, without mailto."""


def links_in(data: bytes, names: Sequence[str]) -> Links:
    """The addresses to which cells of the workbook lead; none for a part that says nothing of them."""
    found = {}
    targets = _targets(data, names, _BOOK)
    for sheet in _tags(_SHEETS, data, _BOOK):
        path = targets.get(sheet.get("id", ""), "")
        path = path.lstrip("/") if path.startswith("/") else posixpath.join("xl", path)
        relations = _targets(data, names, path)
        links = _tags(_LINKS, data, path) if any(map(_leads_out, relations.values())) else []
        found[sheet.get("name", "")] = {
            (row, letter): _without_mailto(target)
            for letter, row, target in (_place(link, relations) for link in links)
            if _leads_out(target)
        }
    return found


def led(text: str, target: str) -> str:
    """The address where the cell says nothing but that there is one, else the text."""
    return target if target and key_of(text) in WORDS else text


def is_hidden(text: str, target: str) -> bool:
    """Whether a link lies behind words that stay, as behind a name: where it leads is not read."""
    return target.startswith("http") and led(text, target) == text and text.strip("/ ") not in target


def _place(link: Mapping[str, str], relations: Mapping[str, str]) -> tuple[str, int, str]:
    letter, row = coordinate_from_string(link.get("ref", "A1").partition(":")[0])
    return letter, row, relations.get(link.get("id", ""), "")


def _leads_out(target: str) -> bool:
    return target.startswith(("http://", "https://", "mailto:"))


def _without_mailto(target: str) -> str:
    return target.removeprefix("mailto:").partition("?")[0] if target.startswith("mailto:") else target


def _targets(data: bytes, names: Sequence[str], path: str) -> dict[str, str]:
    """The relations of a part: identifier to target."""
    folder, name = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found = _tags(_RELATIONS, data, relations) if relations in names else []
    return {each.get("Id", ""): each.get("Target", "") for each in found}


def _tags(tag: re.Pattern[str], data: bytes, path: str) -> list[dict[str, str]]:
    text = archives.read_entry(data, path).decode("utf-8", errors="replace")
    return [
        {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(met)}
        for met in tag.findall(text)
    ]
