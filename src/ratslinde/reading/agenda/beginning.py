"""How the items of a document begin: with which number, and how it looks."""

from __future__ import annotations

from ratslinde.reading.agenda.heads import Style, style_of
from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.text.lines import Line


def opening_style(lines: list[Line]) -> Style | None:
    """Return how the first number 1 with a title looks, None when nothing is counted from 1."""
    starts = ((line, start[0]) for line in lines if (start := number_of(line)) and start[1])
    return next((style_of(number, line) for line, number in starts if number.parts == (1,)), None)


def first_number(lines: list[Line]) -> tuple[int, ...]:
    """Return the number that the items begin with: later than 1 where only a second part is printed."""
    numbers = [start[0].parts for line in lines if (start := number_of(line)) and start[1]]
    if not numbers or (1,) in numbers or len(numbers[0]) > 1:
        return (1,)
    first = numbers[0]
    counted = {(first[0] + 1,), (*first, 1)}
    return first if len(numbers) > 1 and numbers[1] in counted else (1,)
