"""The numbers of a vote: how many were for, how many against, how many abstained."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.minutes.short_counts import short_counts
from ratslinde.reading.rules import alternatives, load

_RULES = load("votes")
NUMBERS: dict[str, int] = load("words")["numbers"]
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
KEYS = ("yes", "no", "abstain")
ANY = f"(?:{'|'.join(alternatives(_RULES[key]) for key in KEYS)})"
_NUMBER = rf"(?P<n>\d{{1,3}}|(?:{_WORDS})(?=\s))"
_BEFORE = {
    key: re.compile(
        rf"(?<![\w.,/:]){_NUMBER}\s*(?:x\s*)?(?:\w+\s+)?{alternatives(_RULES[key])}(?!\w)", re.IGNORECASE
    )
    for key in KEYS
}
_BEHIND = {
    key: re.compile(
        rf"(?<!\w){alternatives(_RULES[key])}\s*(?:(?:stimm|votier)t?en\s+)?(?:[:=|]?\s*(?P<n>\d{{1,3}})(?![\w.,]\d)|:\s*(?P<word>{_WORDS})(?!\w))",
        re.IGNORECASE,
    )
    for key in KEYS
}
_WORDS_FIRST = re.compile(
    rf"^\D*?(?<!\w){ANY}\s*[:=|]?\s*\d|^.*?(?<!\w){ANY}\s*[:=|]\s*\d", re.IGNORECASE | re.DOTALL
)
BESIDE = alternatives(_RULES["beside"])
_BESIDE = re.compile(
    rf"(?<!\w)(?:{BESIDE}\s*[:=|]?\s*\d{{1,3}}|\d{{1,3}}\s+{BESIDE}(?!\s*[:=|]?\s*\d))(?!\w)", re.IGNORECASE
)
_TRIPLE = re.compile(
    r"(?<![\d.,:/])(?P<yes>\d{1,3})\s?(?P<mark>[:/])\s?(?P<no>\d{1,3})(?:\s?(?P=mark)\s?(?P<abstain>\d{1,3}))?(?![\d:/]|\s*Uhr|\.\d)"
)
_AGAINST = re.compile(
    rf"(?<![\w.,:/])(?:mit\s+)?(?P<yes>\d{{1,3}}|{_WORDS})\s*(?:Stimmen\s+(?:gegen|zu|:)\s*(?P<all>\d{{1,3}}|{_WORDS})\b|(?:gegen|zu|:)\s*(?P<no>\d{{1,3}}|{_WORDS})\s+Stimmen?\b)",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\bmit\s+(?P<n>\d{{1,3}}|{_WORDS})\s+Stimmen(?=,?\s+(?:bei|und|gegen|ohne|angenommen|beschlossen|zugestimmt)\b|,)",
    re.IGNORECASE,
)
_ONLY_AGAINST = re.compile(rf"\bgegen\s+(?P<n>\d{{1,3}}|{_WORDS})\s+Stimmen?\b", re.IGNORECASE)
_HEADER = re.compile(rf"(?P<keys>(?:{ANY}\s*[:|/]?\s*){{3}})(?:{BESIDE}\s*[:|/]?\s*)*", re.IGNORECASE)
_ROW = re.compile(r"(\d{1,3})[\s|/]+(\d{1,3})[\s|/]+(\d{1,3})(?![\w.,:])")
_EACH = re.compile(ANY, re.IGNORECASE)
_KIND = {key: re.compile(rf"{alternatives(_RULES[key])}(?=:? 1\Z)", re.IGNORECASE) for key in KEYS}
_OTHER = re.compile(rf"{_RULES['other_numbers']}|\((?:(?!{ANY})[^()])*\)", re.IGNORECASE)
_LONE = re.compile(r"(?<![\w.,:/-])\d{1,3}(?![\w]|[.,:/-]\d)")
_PLAIN = re.compile(r"(?<!\w)(?:Ja|Nein|dafür|dagegen)$", re.IGNORECASE)


class Counts(msgspec.Struct, frozen=True):
    """The three numbers of a vote; None where nothing is printed."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None

    @property
    def any(self) -> bool:
        return self.told > 0

    @property
    def told(self) -> int:
        """How many of the three are printed."""
        return sum(getattr(self, key) is not None for key in KEYS)


def counts_in(text: str, *, bare: bool) -> Counts:
    """Return the numbers of a vote in a text; `bare` ones such as "9:0" count only in a labelled result."""
    if row := _row_in(text):
        return row
    short = Counts(**short_counts(text)) if bare else Counts()
    return max(_in_words(text, bare=bare), short, key=lambda counts: counts.told)


def _in_words(text: str, *, bare: bool) -> Counts:
    text = _BESIDE.sub(" ", text)
    counts = _one_way(text, words=bare)
    against = _AGAINST.search(text)
    if against and counts.yes is None and counts.no is None:
        return Counts(number(against["yes"]), number(against["no"] or against["all"]), counts.abstain)
    counts = _with_stimmen(counts, text)
    if counts.any:
        return counts
    triple = _TRIPLE.search(text) if bare else None
    if not triple:
        told = (_first(_BEHIND[key], text, words=True) for key in KEYS)
        return Counts(*(one[0] if one else None for one in told))
    abstain = triple["abstain"]
    return Counts(int(triple["yes"]), int(triple["no"]), int(abstain) if abstain else None)


def _row_in(text: str) -> Counts | None:
    """The counts of a table with one row ("Ja Nein Enthaltung Befangen 9 2 1 0"), None where there is none."""
    header = _HEADER.search(text)
    row = _ROW.match(text[header.end() :].strip()) if header else None
    if not header or not row:
        return None
    keys = [key_of(word) for word in _EACH.findall(header["keys"])]
    return Counts(**dict(zip(keys, map(int, row.groups()), strict=True)))


def _one_way(text: str, *, words: bool) -> Counts:
    """The counts with numbers on one side of their words; one of the other side counts where it is free."""
    ways = (_BEHIND, _BEFORE) if _WORDS_FIRST.match(text) else (_BEFORE, _BEHIND)
    found = {key: _first(ways[0][key], text, words=words) for key in KEYS}
    taken = {told[1] for told in found.values() if told}
    for key in KEYS:
        other = None if found[key] or not taken else _first(ways[1][key], text, words=words)
        if other and other[1] not in taken:
            found[key] = other
    return Counts(**{key: told[0] if told else None for key, told in found.items()})


def counted_again(text: str) -> bool:
    """Return whether the same kind of vote is counted twice in a text, with different numbers."""
    patterns = _BEHIND if _WORDS_FIRST.match(text) else _BEFORE
    return any(
        len({found["n"] or found["word"] for found in patterns[key].finditer(text)}) > 1 for key in KEYS
    )


def numbers_left(text: str, counts: Counts) -> bool:
    """Return whether a text of a vote has a number that is none of its counts, and no name, sum, day or time."""
    if _row_in(text):
        return False
    known = {str(getattr(counts, key)) for key in KEYS}
    return any(found[0] not in known for found in _LONE.finditer(_OTHER.sub(" ", _BESIDE.sub(" ", text))))


def key_of(word: str) -> str:
    """Return what a word that matched ANY counts: yes, no or abstain. Some words count only in front of a number."""
    asked = (f"{word}: 1", f"{word} 1")
    return next(key for key in reversed(KEYS) if any(_KIND[key].match(text) for text in asked))


def number(word: str) -> int:
    """Return the number that digits or a German word stand for."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _with_stimmen(counts: Counts, text: str) -> Counts:
    """The counts with those told as plain "Stimmen" ("mit 9 Stimmen bei …", "gegen 2 Stimmen")."""
    votes, against = _FOR.search(text), _ONLY_AGAINST.search(text)
    if votes and counts.yes is None:
        counts = msgspec.structs.replace(counts, yes=number(votes["n"]))
    if against and counts.no is None:
        counts = msgspec.structs.replace(counts, no=number(against["n"]))
    return counts


def _first(pattern: re.Pattern[str], text: str, *, words: bool) -> tuple[int, int] | None:
    """The first number of a kind and where it begins; without `words`, "ein Ja" in running text is no vote."""
    for match in pattern.finditer(text):
        group = "n" if match["n"] else "word"
        if match[group].isdigit() or words or not _PLAIN.search(match[0]):
            return number(match[group]), match.start(group)
    return None
