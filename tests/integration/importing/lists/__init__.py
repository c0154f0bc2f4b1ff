"""Lists as people hand them in: about people, and about organisations, offers and places. All are invented."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.integration.importing.files import csv_file, excel_file

_FOLDER = Path(__file__).parent


@dataclass
class GivenList:
    """One file. `lines`: by the sheet; `kept`, `gone`: words that are found afterwards, or not."""

    title: str
    name: str = "liste.csv"
    lines: dict[str, list[str]] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The bytes of a CSV file, or of a spreadsheet where it has named sheets."""
        if [*self.lines] == [""]:
            return csv_file(*self.lines[""])
        sheets = {name: [*csv.reader(lines, delimiter=";")] for name, lines in self.lines.items()}
        return excel_file(**sheets)


def people() -> list[GivenList]:
    """Lists that are refused, or of which what names somebody is dropped."""
    found = [*_lists("people.txt")]
    for each in found:
        each.gone, each.kept = each.kept, []
    return found


def organizations() -> list[GivenList]:
    """Lists that are read."""
    return [*_lists("organizations.txt")]


def _lists(name: str) -> Iterator[GivenList]:
    _, *blocks = (_FOLDER / name).read_text(encoding="utf-8").split("\n== ")
    for block in blocks:
        title, *lines = block.strip("\n").split("\n")
        yield _list(GivenList(title), lines)


def _list(made: GivenList, lines: list[str]) -> GivenList:
    sheet = ""
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == "--":
            sheet = rest
        elif mark == "@":
            made.name = rest
        elif mark in (">", "<"):
            (made.kept if mark == ">" else made.gone).extend(rest.split())
        else:
            made.lines.setdefault(sheet, []).append(line)
    return made
