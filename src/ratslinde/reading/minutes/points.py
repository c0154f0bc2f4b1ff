"""Points below a title ("a) Beratung", "b) Beschluss"): they name what is done, and head no text."""

from __future__ import annotations

import re

from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line

_POINT = re.compile(r"[a-z]\)\s+[A-ZÄÖÜ][\w/ -]{2,40}")


def without_points(body: list[Line]) -> list[Line]:
    """Return the lines without the points that name a decision, where a label of the decision follows them."""
    heads = [
        index
        for index, line in enumerate(body)
        if (found := label_of(line, "item")) and found.label.key == "decision"
    ]
    points = {index for index in heads if _POINT.fullmatch(body[index].text)}
    last = max(set(heads) - points, default=-1)
    return [line for index, line in enumerate(body) if index not in points or index > last]
