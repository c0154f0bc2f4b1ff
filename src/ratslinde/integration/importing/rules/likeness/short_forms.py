"""What is short for what: VHS for Volkshochschule (VHS), DRK for Deutsches Rotes Kreuz, Caritas for the only one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ratslinde.integration.importing.rules.likeness.association_names import ASSOCIATIONS
from ratslinde.kernel.text import spelled_out

SHORTEST, LONGEST = 3, 6
"""Letters of initials that somebody uses as a name."""


BEGINNING = 4
"""Letters from which on the beginning of a name says which one is meant."""


FEW = 5
"""Names that begin with a single word, all of which may be meant by it."""


_NO_WORD = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\(([^()]{2,20})\)")
_PART = re.compile(
    r"(?<=[a-z]{3})(?:agentur|zentrum|haus|freunde|verein|verband|dienst|hilfe|werkstatt|werk|schule|amt|generationen"
    r"|willigen|soziale|gemeinde|buero|stelle|bund|treff|cafe|bibliothek|buecherei|netzwerk)"
)
"""Parts of words that are shortened to a letter of their own: Sport-freunde, Frei-willigen-agentur."""
_LITTLE = frozenset(
    {"der", "die", "das", "und", "fuer", "in", "im", "am", "an", "von", "vom", "zu", "e", "v", "ev"}
)


def short_forms(name: str, *, short_name: str = "") -> frozenset[str]:
    """What the name may be shortened to, compact and folded; not the name itself."""
    words = _NO_WORD.sub(" ", spelled_out(_BRACKETS.sub(" ", name))).split()
    found = {compact(each) for each in (short_name, *_BRACKETS.findall(name))}
    for of in (words, [word for word in words if word not in _LITTLE]):
        letters = "".join(word[0] for word in of if not word.isdigit())
        found.update(letters[:length] for length in range(SHORTEST, min(len(letters), LONGEST) + 1))
    found.update(_beside_words([word for word in words if word not in _LITTLE]))
    return frozenset(each for each in found if len(each) >= 2) - {compact(name)}


def _beside_words(words: Sequence[str]) -> Iterator[str]:
    """Letters for the first words, also for parts of them, before the others: 'SF Erlenbach', 'DRK Kreisverband'."""
    names = [word for word in words if not word.isdigit()]
    letters = ""
    for at, word in enumerate(names[:LONGEST], 1):
        letters += _initials(word)
        if len(letters) > LONGEST:
            return
        if len(letters) > 1:
            yield letters + "".join(names[at:])
        if len(letters) >= SHORTEST:
            yield letters


@lru_cache(maxsize=20_000)
def _initials(word: str) -> str:
    return word[0] + "".join(part[0] for part in _PART.findall(word))


def compact(name: str) -> str:
    """The letters and figures of the name: 'V.H.S.' is 'vhs'."""
    return _NO_WORD.sub("", spelled_out(name))


def named_short(names: Sequence[str], forms: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """(short, long): compact names that are a short form of another, and that other."""
    at: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(forms):
        for form in each:
            at[form].append(number)
    for number, name in enumerate(names):
        yield from ((number, other) for other in at.get(name, ()))


def begins(one: str, other: str) -> bool:
    """Whether the words of `one` are the beginning of those of `other`, which says more."""
    return BEGINNING <= len(one) < len(other) and other.startswith(one)


def only_beginnings(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(short, long): names with which others begin, and those others.

    Of two words such a name says something where one other begins so, of a single word where a few do.
    """
    at: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(words):
        at[each].append(number)
    texts = sorted(at)
    for short in texts:
        if (len(short) < BEGINNING and short not in ASSOCIATIONS) or short.count(" ") > 1:
            continue
        most = 1 if " " in short else FEW
        first = bisect_left(texts, short) + 1
        begun = [each for each in texts[first : first + most + 1] if each.startswith(short)]
        if len(begun) <= most:
            yield from ((one, other) for one in at[short] for each in begun for other in at[each])
