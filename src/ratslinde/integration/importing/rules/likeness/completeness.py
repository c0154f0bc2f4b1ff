"""Whether a value says less than the one that stands: a number without its area code, a name without its rest."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.likeness.profiles import web_key
from ratslinde.integration.importing.rules.likeness.short_forms import compact, short_forms
from ratslinde.integration.importing.rules.likeness.spellings import begins_so, same_spelling, spelled_words
from ratslinde.kernel.text import spelled_out

_NO_DIGIT = re.compile(r"\D")


def says_less(field: str, before: str, after: str) -> bool:
    """Whether `after` is only a part of `before`, or a short form of it, so that it must not take its place unasked."""
    if not before or not after or before == after:
        return False
    found = _LESS.get(field)
    return found is not None and found(before, after)


def _number(before: str, after: str) -> bool:
    whole, part = _NO_DIGIT.sub("", before), _NO_DIGIT.sub("", after)
    return 0 < len(part) < len(whole) and whole.endswith(part)


def _name(before: str, after: str) -> bool:
    """A name that leaves words out, or letters."""
    whole, part = spelled_words(before), spelled_words(after)
    if len(part) < len(whole) and set(part) <= set(whole):
        return True
    if compact(after) in short_forms(before) or begins_so(part, whole):
        return True
    return len(after) < len(before) and same_spelling(part, whole)


def _page(before: str, after: str) -> bool:
    return web_key(before).startswith(f"{web_key(after)}/")


def _street(before: str, after: str) -> bool:
    """A street without its number."""
    return spelled_out(before).startswith(spelled_out(after)) and not any(map(str.isdigit, after))


_LESS = {"phone": _number, "name": _name, "website": _page, "street_address": _street}
