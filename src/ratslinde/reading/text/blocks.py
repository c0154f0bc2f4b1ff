"""Lines in blocks: what stands together without an empty line between."""

from __future__ import annotations

from ratslinde.reading.text.lines import Line


def blocks_of(lines: list[Line]) -> list[list[Line]]:
    """Return the printed lines, parted where one is empty."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
