"""German compounds into their parts: Baumpflanzaktion → baum, pflanz, aktion, and baumpflanz, pflanzaktion.

The word list behind it takes 100 MB and a second to load, so only the worker and `rebuild_index` come here; what they
find stands in the index, and a page that answers a question needs neither.
"""

from __future__ import annotations

from functools import lru_cache

from ratslinde.record.searching.analysis import masculine

Cut = tuple[int, int]
SHORTEST, LONGEST = 7, 60  # letters of a word that is looked at
_LINKS = ("", "es", "en", "er", "s", "n", "e")
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))

# The word list knows every abbreviation and ending: of the short ones only these make compounds.
_SHORT = frozenset(
    "amt art bad bau bus ehe eis gas hof kur müll not ort pkw lkw rad rat see tag tal tor tür uhr weg zoo zug".split()
)
_ENDINGS = frozenset(
    "rung lung tung nung sung ungen heit keit schaft isch ische lich liche rinn rinnen innen erin igkeit ation ierung "
    "erung elung enheit bare baren tion ionen eren ende enden endem ender endes ehen uren rade stag dung".split()
)
# "Durchführung" is no kind of "Führung": a word that begins so is cut elsewhere or not at all.
_PREFIXES = frozenset(
    "über durch unter gegen wieder weiter nieder fest zurück zusammen hinter wider miss voll fort bereit".split()
)
_WHOLE = frozenset(  # nobody who asks for "Tag" or "Haus" means these
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag haushalt haushalts haushalte".split()
)


@lru_cache(maxsize=200_000)
def parts(plain: str) -> tuple[str, ...]:
    """The parts of a word in lower case, and the runs of neighbouring parts; empty when it is no compound."""
    word = masculine(plain)
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return ()
    word, cuts = _best_cuts(word)
    fine = [piece for cut in cuts for piece in _finer(word, cut)]
    runs = {*cuts, *((first[0], last[1]) for at, first in enumerate(fine) for last in fine[at:])}
    return tuple(sorted({word[start:end] for start, end in runs} - {word}))


def _best_cuts(word: str) -> tuple[str, tuple[Cut, ...]]:
    cuts = _cut(word)
    for written, umlaut in _UMLAUTS:
        if not cuts and written in word:
            word = word.replace(written, umlaut)
            cuts = _cut(word)
    return word, cuts


def _finer(word: str, cut: Cut) -> list[Cut]:
    """A part that is itself a compound, in its parts: haushaltsplan → haushalt, plan."""
    start, end = cut
    inner = _cut(word[start:end]) if end - start >= SHORTEST else ()
    return [(start + first, start + last) for first, last in inner] or [cut]


@lru_cache(maxsize=50_000)
def _cut(word: str) -> tuple[Cut, ...]:
    """The cuts with the fewest parts, then the longest last one (the head of a German word), then the shortest links."""
    best: dict[int, tuple[Cut, ...]] = {}
    if word in _WHOLE:
        return ()
    for start in range(len(word) - 3, -1, -1):
        for end in range(len(word) - (start == 0), start + 2, -1):
            rest = ((),) if end == len(word) else _rests(word, end, best)
            if rest and _is_part(word[start:end], first=start == 0):
                best[start] = min([((start, end), *rest[0]), *filter(None, [best.get(start)])], key=_weakness)
    return best.get(0, ())


def _rests(word: str, end: int, best: dict[int, tuple[Cut, ...]]) -> list[tuple[Cut, ...]]:
    starts = [end + len(link) for link in _LINKS if word.startswith(link, end)]
    return sorted((best[start] for start in starts if start in best), key=_weakness)


def _weakness(cuts: tuple[Cut, ...]) -> tuple[int, int, int]:
    head = cuts[-1][1] - cuts[-1][0]
    return len(cuts), -head, -sum(end - start for start, end in cuts)


def _is_part(piece: str, *, first: bool) -> bool:
    if len(piece) < 4:
        return piece in _SHORT
    if piece in _ENDINGS or (first and piece in _PREFIXES):
        return False
    return _is_word(piece)


def _is_word(piece: str) -> bool:
    import simplemma  # here, so that no web process ever loads the word list

    return bool(simplemma.is_known(piece, "de"))
