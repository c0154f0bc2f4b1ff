"""Long lists: one page of rows, and how to get to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from ratslinde.ui.paging import PARAMETER, Paging, page_number

SIZE = 30


def one_page(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any]) -> tuple[list[Any], Paging]:
    """The rows of the asked page, and the paging with everything else that is asked."""
    asked = tuple((key, str(value)) for key, value in request.GET.items() if key != PARAMETER and value)
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    last = max(1, -(-total // SIZE))
    number = min(page_number(request.GET.get(PARAMETER)), last)
    paging = Paging(number=number, size=SIZE, total=total, query=asked)
    return list(rows[paging.first : paging.first + SIZE]), paging


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number out of the address, or None."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 9 else None
