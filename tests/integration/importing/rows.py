"""Rows of a list read without a town around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.integration.importing.rules.headers import assign, kind_of
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.reading.rows import Mapped, read_rows
from ratslinde.integration.importing.rules.stated import Stated, Words
from ratslinde.integration.importing.rules.tables import Row, Table


def read(header: Sequence[str], *rows: Sequence[str], **words: Any) -> list[Stated]:
    """All that the rows state, with the columns as they explain themselves."""
    table = Table("Liste", tuple(header), tuple(Row(at, tuple(row)) for at, row in enumerate(rows, 2)))
    kind = kind_of(table.sheet, header)
    known = {"terms": {}, "spaces": {}, "names": {}, **words}
    return read_rows([Mapped(table, kind, assign(KINDS[kind], header))], Words(**known)).stated


def told(stated: Stated) -> list[tuple[str, str]]:
    """(column, sentence) of each problem."""
    return [(problem.column, problem.sentence) for problem in stated.problems]
