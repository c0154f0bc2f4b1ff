"""Where the links of a sheet lead whose cells only say 'Link' or 'hier'."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

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
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})(?::|$)")
_WORKBOOK = "/officeDocument"
"""How the type of the relation ends that leads to the workbook; not every program calls it xl/workbook.xml."""

Links = Mapping[str, Mapping[tuple[int, str], str]]
"""By the sheet's name: (row, column letter) to the address, without mailto."""


def links_in(data: bytes, names: Sequence[str]) -> Links:
    """The addresses to which cells of the workbook lead; none for a part that says nothing of them."""
    roots = _relations_of(data, names, "")
    book = next(
        (each.get("Target", "").lstrip("/") for each in roots if each.get("Type", "").endswith(_WORKBOOK)), ""
    )
    if book not in names:
        return {}
    targets = _targets(data, names, book)
    found = {}
    for sheet in _tags(_SHEETS, data, book):
        path = _path(targets.get(sheet.get("id", ""), ""), folder=posixpath.dirname(book))
        relations = _targets(data, names, path)
        leads_out = path in names and any(map(_leads_out, relations.values()))
        links = _tags(_LINKS, data, path) if leads_out else []
        found[sheet.get("name", "")] = dict(_placed(links, relations))
    return found


def led(text: str, target: str) -> str:
    """The address where the cell says nothing but that there is one, else the text."""
    return target if target and key_of(text) in WORDS else text


def is_hidden(text: str, target: str) -> bool:
    """Whether a link lies behind words that stay, as behind a name: where it leads is not read."""
    return target.startswith("http") and led(text, target) == text and text.strip("/ ") not in target


def _placed(
    links: Iterable[Mapping[str, str]], relations: Mapping[str, str]
) -> Iterator[tuple[tuple[int, str], str]]:
    """((row, column letter), address) of the links; one of a whole column or row lies at no cell."""
    for link in links:
        cell, target = _CELL.match(link.get("ref", "")), relations.get(link.get("id", ""), "")
        if cell and _leads_out(target):
            yield (int(cell[2]), cell[1]), _without_mailto(target)


def _path(target: str, *, folder: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def _leads_out(target: str) -> bool:
    return target.startswith(("http://", "https://", "mailto:"))


def _without_mailto(target: str) -> str:
    return target.removeprefix("mailto:").partition("?")[0] if target.startswith("mailto:") else target


def _targets(data: bytes, names: Sequence[str], path: str) -> dict[str, str]:
    """The relations of a part: identifier to target."""
    return {each.get("Id", ""): each.get("Target", "") for each in _relations_of(data, names, path)}


def _relations_of(data: bytes, names: Sequence[str], path: str) -> list[dict[str, str]]:
    folder, name = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    return _tags(_RELATIONS, data, relations) if relations in names else []


def _tags(tag: re.Pattern[str], data: bytes, path: str) -> list[dict[str, str]]:
    text = archives.read_entry(data, path).decode("utf-8", errors="replace")
    return [
        {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(met)}
        for met in tag.findall(text)
    ]
