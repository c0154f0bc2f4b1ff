"""What somebody has struck through in a sheet: it is no longer so, and is not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from ratslinde.integration.importing.rules.files import archives

_STYLES = "xl/styles.xml"


class Unstruck(NamedTuple):
    """The values of a row's cells, and where among them something was struck through, as the clerk finds it."""

    values: tuple[Any, ...]
    left_out: tuple[str, ...] = ()


def has_struck(data: bytes, names: Sequence[str]) -> bool:
    """Whether any style of the workbook strikes through: only then each cell has to be asked how it looks."""
    return _STYLES in names and b"<strike" in archives.read_entry(data, _STYLES)


def unstruck(sheet: str, line: int, cells: Iterable[Any]) -> Unstruck:
    """The values of those cells that stand; a row that is struck through as a whole says nothing."""
    row = [*cells]
    struck = [at for at, cell in enumerate(row) if cell.value not in (None, "") and _is_struck(cell)]
    if not struck:
        return Unstruck(tuple(cell.value for cell in row))
    stands = [
        at
        for at, cell in enumerate(row)
        if at not in struck and str(cell.value or "").strip(" .0123456789-–")
    ]
    if not stands:
        return Unstruck((), (f"{sheet}, Zeile {line} (durchgestrichen)",))
    told = tuple(f"{sheet}, Zelle {get_column_letter(at + 1)}{line} (durchgestrichen)" for at in struck)
    return Unstruck(tuple(None if at in struck else cell.value for at, cell in enumerate(row)), told)


def _is_struck(cell: Any) -> bool:
    """`cell`: of a read-only sheet, where an empty one has no font."""
    return bool(cell.font and cell.font.strike)
