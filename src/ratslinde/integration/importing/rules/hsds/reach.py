"""How to reach an actor or an offer, out of HSDS objects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules import cells, reaching
from ratslinde.integration.importing.rules.stated import Problem, Stated


def reach(stated: Stated, found: Mapping[str, Any], *, website: str) -> None:
    """Website, mail and the first phone; what is none is said and left out."""
    given = {"website": (found.get(website), reaching.url), "email": (found.get("email"), reaching.email)}
    for name, (text, reader) in given.items():
        if not text:
            continue
        try:
            reader(str(text))
        except cells.Unreadable as error:
            stated.problems.append(Problem(name, str(error)))
        else:
            stated.values[name] = (
                str(text) if re.match(r"(?i)https?://|\S+@", str(text)) else reader(str(text))
            )
    phones = [each for each in found.get("phones", []) if isinstance(each, dict) and each.get("number")]
    if phones:
        stated.values["phone"] = str(phones[0]["number"])
    if len(phones) > 1:
        stated.left_out.append(f"{stated.sheet}.phones (weitere)")
