"""The cell of a town: with its postal code, with a quarter, or mistyped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel.text import collapse

_CODE = r"(?:D[-\s]?)?(?P<code>\d{5})"
_FRONT = re.compile(rf"{_CODE}(?:[\s,;/–-]+(?P<town>[^\W\d_][^\d]*))?", re.IGNORECASE)
_BEHIND = re.compile(rf"(?P<town>[^\W\d_][^\d]*?)[\s,;/–-]+{_CODE}", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?P<town>[^()]+?)\s*\((?:OT |Ortsteil |Stadtteil )?(?P<quarter>[^()]+)\)", re.IGNORECASE
)
_WITH_CODE = re.compile(r"(?<!\d)(\d{5})\s+([^\W\d_][^\d,;()\n]+)")
_LONGEST = 120
_OFTEN = 3
"""A spelling that stands so many times as often as another one is meant where both have one postal code."""


def read_town(read: Cells, _column: Column, text: str) -> str:
    """The town; postal code and quarter go where they belong."""
    code, town = code_and_town(text)
    if code:
        read.values.setdefault("postal_code", code)
    return _without_quarter(read, town)


def read_postal_code(read: Cells, _column: Column, text: str) -> str:
    """The postal code; a town behind it goes where it belongs."""
    code, town = code_and_town(text)
    if code and town:
        read.values.setdefault("locality", _without_quarter(read, town))
    return code or text


def code_and_town(text: str) -> tuple[str, str]:
    """('59999', 'Lindenhagen') of '59999 Lindenhagen', 'D-59999 Lindenhagen' or 'Lindenhagen, 59999'."""
    given = collapse(text)
    if len(given) > _LONGEST:
        return "", given
    bare = _QUARTER.fullmatch(given)
    found = _FRONT.fullmatch(given) or _BEHIND.fullmatch(bare["town"] if bare else given)
    if found is None:
        return "", given
    behind = f" ({bare['quarter']})" if bare and "(" not in (found["town"] or "") else ""
    return found["code"], f"{(found['town'] or '').strip(' ,;/')}{behind}".strip()


def check_town(read: Cells) -> None:
    """Leave out a town that is probably mistyped, and ask."""
    town = read.values.get("locality", "")
    meant = read.rows.words.misspelt.get(key_of(town), "")
    if meant:
        del read.values["locality"]
        sentence = (
            f"„{town}“ ist vielleicht ein Schreibfehler: Zu dieser Postleitzahl gehört hier „{meant}“. Der Ort wurde "
            "weggelassen. Bitte in der Liste berichtigen oder beim Ort eintragen."
        )
        read.problem("locality", sentence)


def misspelt_towns(texts: Iterable[str], known: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Towns, as `key_of` writes them, that are one letter away from another one of the same postal code, to that one.

    `texts`: cells with postal code and town. `known`: the towns in which known places lie, by postal code.
    """
    towns: dict[str, Counter[str]] = defaultdict(Counter)
    spelled = {key_of(town): town for several in known.values() for town in several}
    sure = frozenset(spelled)
    for code, several in known.items():
        towns[code].update(map(key_of, several))
    for code, town in (found for text in texts for found in _WITH_CODE.findall(text)):
        towns[code][key_of(town)] += 1
        spelled.setdefault(key_of(town), town.strip())
    return {rare: spelled[meant] for often in towns.values() for rare, meant in _misspelt(often, sure)}


def _misspelt(often: Counter[str], sure: frozenset[str]) -> Iterator[tuple[str, str]]:
    for pair in combinations(often, 2):
        rare, meant = sorted(pair, key=lambda key: (key in sure, often[key]))
        is_rare = meant in sure or often[meant] >= _OFTEN * often[rare]
        if rare not in sure and is_rare and is_one_letter_off(rare, meant):
            yield rare, meant


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is missing, too many, another one, or two have changed places."""
    short, long = sorted((one, other), key=len)
    at = next(
        (at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    if len(short) < len(long):
        return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (swapped and short[at + 2 :] == long[at + 2 :])


def _without_quarter(read: Cells, town: str) -> str:
    """The town; a quarter in brackets is the place's social space where one is called so, else a remark."""
    found = _QUARTER.fullmatch(town)
    if found is None:
        return town
    space = read.rows.words.spaces.get(key_of(found["quarter"]))
    if space:
        read.quarter = space
    else:
        read.beside += [found["quarter"]]
    return found["town"]
