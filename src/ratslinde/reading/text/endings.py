"""How a text ends that was broken: with a mark that something follows, or with a word that nothing ends with."""

from __future__ import annotations

import re

from ratslinde.reading.rules import alternatives, load

OPEN_END = re.compile(
    rf"(?:[,/+&:–(\u00ad]|[^\W\d_]-|\d-|(?<!\w){alternatives(load('words')['open_ends'])})$"
)
