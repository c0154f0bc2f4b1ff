"""Where a text names somebody: in capitals or small letters, with the family name before or behind, by an initial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.names import OF_A_DAY, is_given
from ratslinde.integration.importing.rules.persons.organization_words import ORGANIZATION, THING

Span = tuple[int, int]
"""Where the name begins and ends."""
_CAPITAL = r"[^\W\d_a-zäöüß][\w'’-]+"
_WORD = r"[^\W\d_][\w'’-]{2,}"
_ADDRESSED = re.compile(
    rf"\b(?:frau|herrn?|familie|fam\.?|ehepaar|eheleute) (?:(?:dr|prof)\.? )*"
    rf"(?P<name>{_WORD}(?: (?P<second>{_WORD}))?|(?-i:[A-ZÄÖÜ])\.)",
    re.IGNORECASE,
)
_ADDRESSING = ("frau", "herr", "fam", "ehe")
_SHORTLY = re.compile(
    r"\b(?:Fr|Hr|Hrn|Pfr)\.? (?:(?:Dr|Prof|med)\.? )*(?P<name>[A-ZÄÖÜ][\w'’-]{2,}|[A-ZÄÖÜ]\.)"
)
"""In capitals only: 'fr. 15 uhr' is a Friday."""
_CAPITALS = re.compile(rf"\b(?=(?P<name>(?P<given>{_CAPITAL}) {_CAPITAL}))")
_SMALL = re.compile(rf"\b(?=(?P<name>(?P<first>{_WORD}) (?P<second>{_WORD})))")
_TURNED = re.compile(rf"\b(?=(?P<name>(?P<family>{_WORD}), ?(?P<given>{_WORD})))")
_HEADED = re.compile(
    rf"(?:^|[.;\n])\s*(?P<name>(?P<first>{_WORD})(?:,? (?P<second>{_WORD}))?)(?=\s*[:(–-]\s)"
)
_COUNTED = re.compile(rf"^\s*(?P<name>{_WORD})(?=,? \(?\d{{1,2}} (?:kinder|personen|pers)\b)", re.IGNORECASE)
_EVERYDAY = frozenset({
    "aber", "alle", "allein", "allen", "aller", "als", "alte", "alten", "am", "an", "auch", "auf", "aus", "bei",
    "beide", "beim", "bis", "braucht", "brauchen", "da", "dabei", "damit", "dann", "das", "dass", "dem", "den",
    "der", "des", "dessen", "die", "dies", "diese", "dieser", "dort", "dringend", "du", "durch", "ein", "eine",
    "einem", "einen", "einer", "eines", "er", "erhält", "es", "etwas", "falls", "fast", "fehlt", "für", "ganze",
    "gar", "gegen", "geht", "gemeinsam", "genug", "gern", "gibt", "haben", "hat", "hatte", "heute", "hier",
    "hilft", "ihr", "ihre", "im", "immer", "in", "ins", "ist", "jede", "jeden", "jeder", "jetzt", "junge",
    "kann", "kein", "keine", "keinen", "kommt", "können", "leben", "lebt", "man", "mehr", "mit", "muss", "nach",
    "neben", "neu", "neue", "neuen", "nicht", "nie", "noch", "nun", "nur", "ob", "oder", "oft", "ohne", "plus",
    "schnell", "schon", "sehr", "seid", "sein", "seine", "seit", "selbst", "sich", "sie", "sind", "so",
    "sofort", "sogar", "sollen", "soll", "sucht", "statt", "trotz", "über", "um", "und", "uns", "unser",
    "unter", "vom", "von", "vor", "wann", "war", "was", "weil", "wenn", "werden", "wer", "will", "wie",
    "wieder", "wir", "wird", "wo", "wohnt", "wurde", "zu", "zum", "zur", "zwei", "zwischen", "antrag", "anlass",
    "aufgabe", "beispiel", "bereich", "bericht", "bitte", "ergebnis", "film", "folge", "frage", "fragen",
    "hinweis", "info", "infos", "inhalt", "inhalte", "kontakt", "leitung", "modul", "start", "stichwort",
    "teil", "telefon", "termin", "thema", "themen", "tipp", "titel", "vortrag", "workshop", "ziel", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "montags", "dienstags", "mittwochs",
    "donnerstags", "freitags", "leistung", "leistungen", "angebot", "angebote", "zielgruppe", "sprachen", "ort",
    "zeit", "zeiten", "status",
})  # fmt: skip
"""Words behind "Familie" or before a colon that are no names."""


def mentions(text: str) -> Iterator[Span]:
    """Where somebody is named for certain: addressed, or with a given name that is known."""
    last = 0
    for begin, end in sorted({*_addressed(text), *_shortly(text), *_paired(text)}):
        if begin >= last:
            last = end
            yield begin, end


def headed(text: str) -> Iterator[Span]:
    """Where one or two words that nobody knows stand before a colon, as a record names whom it is about."""
    for found in _HEADED.finditer(text):
        words = [word for word in (found["first"], found["second"]) if word]
        if all(may_be_name(word, text) for word in words):
            yield found.span("name")


def counted(text: str) -> Iterator[Span]:
    """A first word that nobody knows, with how many belong to it: 'haddad, 4 kinder'."""
    found = _COUNTED.match(text)
    if found and may_be_name(found["name"], text):
        yield found.span("name")


def may_be_name(word: str, text: str) -> bool:
    """Whether the word may be somebody's name: none of everyday, and written as a name is in that text."""
    if word.casefold() in _EVERYDAY or (word[0].islower() and not _is_small(text)):
        return False
    key = key_of(word)
    return bool(key) and not ORGANIZATION.search(key) and not any(map(THING.fullmatch, key.split()))


def _addressed(text: str) -> Iterator[Span]:
    small = text.lower()
    if not any(word in small for word in _ADDRESSING):
        return
    for found in _ADDRESSED.finditer(text):
        first = found["name"].partition(" ")[0]
        if first[0].islower() and not may_be_name(first, text):
            continue
        if first.casefold() in _EVERYDAY:
            continue
        begin = found.start()
        second = found["second"]
        whole = second and (second[0].isupper() or is_given(second)) and second.casefold() not in _EVERYDAY
        yield begin, found.end("name") if whole or not second else found.start("second") - 1


def _shortly(text: str) -> Iterator[Span]:
    for found in _SHORTLY.finditer(text) if "r. " in text or "r " in text else ():
        if not OF_A_DAY.fullmatch(found["name"]) and may_be_name(found["name"].rstrip("."), text):
            yield found.span()


def _paired(text: str) -> Iterator[Span]:
    """A given name that is known beside another word."""
    for found in _CAPITALS.finditer(text):
        if is_given(found["given"]) and not _is_organization(found["name"], text[found.end("name") :]):
            yield found.span("name")
    for found in _TURNED.finditer(text) if "," in text else ():
        if is_given(found["given"]) and may_be_name(found["family"], text):
            yield found.span("name")
    if not _is_small(text):
        return
    for found in _SMALL.finditer(text):
        both = found["first"], found["second"]
        if any(map(is_given, both)) and all(is_given(word) or may_be_name(word, text) for word in both):
            yield found.span("name")


def _is_organization(name: str, behind: str) -> bool:
    """'Maria Hilf', 'Karl Marx' before "Straße"."""
    follows = re.match(rf" {_CAPITAL}", behind)
    return bool(ORGANIZATION.search(key_of(name + (follows[0] if follows else ""))))


def _is_small(text: str) -> bool:
    """Whether the writer cares for no capitals: there each word may be a name."""
    return text == text.lower()
