"""Texts of the desk that somebody made to keep it busy: bench/hostile.py times them."""

from __future__ import annotations

from ratslinde.kernel.blocks import MAX_CHARACTERS

_UNITS = (
    "- a\n", "a\n\n", "## a\n", "1. a\n", "1. a\nb\n", "- a\nb\n", "1. a\n\nb\n",
    "1. a\n2. b\n", "a\n", "-", " ", "- - ",
)  # fmt: skip
HOSTILE = {unit: (unit * MAX_CHARACTERS)[:MAX_CHARACTERS] for unit in _UNITS}
"""By what is repeated in it, each as long as a text may be."""
