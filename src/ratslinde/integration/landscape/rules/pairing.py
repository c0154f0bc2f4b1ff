"""Which of the given rows means which of those that stand: by what says most first, each row at most once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Given = TypeVar("Given")
Standing = TypeVar("Standing")


def paired(
    given: Sequence[Given],
    standing: Sequence[Standing],
    *,
    by: Sequence[tuple[Callable[[Given], Hashable], Callable[[Standing], Hashable]]],
) -> list[Standing | None]:
    """For each given row the standing one that it means, or None. `by`: keys of both, the surest first."""
    found: list[Standing | None] = [None] * len(given)
    left = list(standing)
    for key_given, key_standing in by:
        for at, each in enumerate(given):
            key = key_given(each)
            if found[at] is not None or key is None:
                continue
            match = next((number for number, row in enumerate(left) if key_standing(row) == key), None)
            if match is not None:
                found[at] = left.pop(match)
    return found
