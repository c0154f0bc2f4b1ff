"""What somebody made to keep the server busy, and how long the processor works for it: python bench/hostile.py.

Texts for the reader, for the blocks and the press of the desk, and mails that came back. Exit code 1 beyond a limit.
What is found in them say the tests of the same texts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from measuring.databases import CHECKOUT
from measuring.figures import calibration, processor_seconds, report

READER_LIMIT, BLOCKS_LIMIT, MAIL_LIMIT, PRESS_LIMIT = 10, 5, 5, 20  # seconds of the processor
MAIL_SIZE = 50_000_000


class Attempt(NamedTuple):
    """What is tried, what is done with it, and the seconds that it may take."""

    what: str
    act: Callable[[], object]
    limit: float


def main() -> int:
    """Print the figures beside their limits; returns the exit code."""
    sys.path.insert(0, str(CHECKOUT))
    print(calibration())
    attempts = (*for_the_reader(), *for_the_blocks(), *for_the_mailbox(), *for_the_press())
    within = [report(each.what, processor_seconds(each.act), limit=each.limit) for each in attempts]
    return 0 if all(within) else 1


def for_the_reader() -> Iterator[Attempt]:
    """Files that are read in."""
    from tests.reading.hostile import DEEP, NASTY

    from ratslinde.reading import ReadingError, read_bytes, to_json

    def read(data: bytes, *, name: str) -> None:
        with suppress(ReadingError):
            to_json(read_bytes(data, name=name))

    for name, hostile in NASTY.items():
        yield Attempt(f"reader: {name}", partial(read, hostile.text.encode(), name="a.txt"), READER_LIMIT)
    for markup in DEEP:
        what = f"reader: deep HTML of {len(markup) // 1000} kB"
        yield Attempt(what, partial(read, markup, name="a.html"), READER_LIMIT)


def for_the_blocks() -> Iterator[Attempt]:
    """Texts of the desk."""
    from tests.kernel.hostile import HOSTILE

    from ratslinde.kernel.blocks import parse

    for unit, text in HOSTILE.items():
        yield Attempt(f"blocks: {unit!r} {len(text) // len(unit)} times", partial(parse, text), BLOCKS_LIMIT)


def for_the_mailbox() -> Iterator[Attempt]:
    """Mails that came back, or look like it."""
    from tests.post.reports import NO_REPORTS, huge

    from ratslinde.post.reports import read_report

    mails = {"a report of 50 MB": huge("0123456789abcd", size=MAIL_SIZE), **NO_REPORTS}
    for name, mail in mails.items():
        yield Attempt(f"mailbox: {name}", partial(read_report, mail), MAIL_LIMIT)


def for_the_press() -> Iterator[Attempt]:
    """Texts of the desk that are printed."""
    from tests.printing.hostile import CREATED, LONG, long_paper

    from ratslinde.printing import render

    for name in LONG:
        yield Attempt(f"press: {name}", partial(render, long_paper(name), created=CREATED), PRESS_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
