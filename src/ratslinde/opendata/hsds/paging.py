"""Lists as HSDS sends them: pages by number (API reference 3.1, "Pagination")."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from django.http import QueryDict

from ratslinde.opendata.refusals import BadQuery

MOST, USUAL = 100, 50


def page(contents: Sequence[bytes], parameters: QueryDict) -> bytes:
    """The asked page of these objects. Raises BadQuery for a page or size that is no number from 1 on."""
    size = min(_number(parameters, "per_page", usual=USUAL), MOST)
    number = _number(parameters, "page", usual=1)
    pages = max(1, -(-len(contents) // size))
    shown = contents[(number - 1) * size : number * size]
    head = {
        "total_items": len(contents), "total_pages": pages, "page_number": number, "size": len(shown),
        "first_page": number == 1, "last_page": number >= pages, "empty": not shown,
    }  # fmt: skip
    return msgspec.json.encode(head)[:-1] + b',"contents":[' + b",".join(shown) + b"]}"


def _number(parameters: QueryDict, name: str, *, usual: int) -> int:
    text = parameters.get(name)
    if text is None:
        return usual
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", text, re.ASCII):
        raise BadQuery(f"Für „{name}“ wird eine ganze Zahl ab 1 erwartet.", debug=f"{name}={text}")
    return int(text)
