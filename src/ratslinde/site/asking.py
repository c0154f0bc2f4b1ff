"""Questions to the person at the terminal, where there is one."""

from __future__ import annotations

import sys

from ratslinde.site.wording import say


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def yes(question: str) -> bool:
    """Ask; only a plain yes is one, and an empty answer or none is a no."""
    try:
        answer = input(f"{question} {say('[j/N]', '[y/N]')} ")
    except EOFError:
        return False
    return answer.strip().lower() in ("j", "ja", "y", "yes")
