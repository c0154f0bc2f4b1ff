"""Sentences about somebody in a cell of free text: a birth date, or a name with what is never kept of a person.

Who advises on it is not meant: between a name and "Duldung" in "Frau Demir berät zu Duldung" stands what they do.
"""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.cases import CASE, names_case
from ratslinde.integration.importing.rules.persons.mentions import Span, counted, headed, mentions
from ratslinde.integration.importing.rules.persons.needs import tells_a_need
from ratslinde.integration.importing.rules.persons.one_person import CITIES, NATIONAL, countries

_BORN = (
    r"(\bgeb(\.|oren)|\bgeburts(datum|tag|jahr)|\bgeb\b\.?-?dat\w*\.?|\bjahrgang|\*)\s*(am|im jahr|:|,)?\s*"
)
_BIRTH = re.compile(
    rf"{_BORN}(\d{{1,2}}\.\s?\d{{1,2}}\.\s?(19|20)?\d\d|\d{{1,2}}\.? [A-Za-zä]+ (19|20)\d\d|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_YEAR_OF_BIRTH = re.compile(rf"{_BORN}(19|20)\d\d\b", re.IGNORECASE)
_SPECIAL = re.compile(
    r"\b(geduldet\w*|duldung|aufenthalts(erlaubnis|titel|gestattung|status)|niederlassungserlaubnis|asylbewerber\w*"
    r"|asylantrag|subsidiär\w* schutz\w*|subsidiär schutzberechtigt\w*|flüchtlingseigenschaft"
    r"|anerkannte[rn]? flüchtling\w*"
    r"|abschiebungsverbot\w*|fiktionsbescheinigung"
    r"|abgelehnt\w*|abschiebung|ausreisepflichtig\w*|bamf-?(nr|az)|azr|muslim\w*|moslem\w*|christlich\w*|christ(in)?"
    r"|jesid\w*|jüdisch\w*|alevit\w*|konvertiert\w*|traumatisiert\w*|depressi\w*|schwanger(e[rnms]?)?|hiv|suchtkrank\w*"
    r"|(schwer)?behindert(e[rnms]?)?|vorbestraft\w*|krank|diagnose|verschuldet|obdachlos"
    r"|(syr|afghan|irak|iran|eritre|somal|ukrain|kurd|rumän|bulgar|türk|albanisch|alban)\w*"
    r" (staatsangehörig\w*|staatsbürger\w*|pass))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:ist |wurde )?(?:geduldet|abgelehnt|schwanger|krank|(?:schwer)?behindert|traumatisiert|verschuldet|obdachlos"
    r"|vorbestraft|ausreisepflichtig|muslim(?:in)?|moslem|konvertiert)[ \t]*(?:$|[.,;)–-])"
    r"|(?:asylantrag|duldung|aufenthalts\w+|fiktionsbescheinigung|niederlassungserlaubnis)"
    r" (?:ist |wurde )?(?:abgelehnt|läuft|gestellt|beantragt|erteilt|verlängert|abgelaufen|bis \d|seit \d)"
    r"|(?:duldung|asylantrag|subsidiärer schutz|muslim(?:isch)?)[ .]*$",
    re.IGNORECASE,
)
"""What is said of somebody rather than of a topic: 'Duldung bis 3.4.', but not 'Duldung und Arbeit'."""
_TOPIC = re.compile(
    r"\b(zu|zum|zur|bei|beim|über|rund|fragen|thema|themen|berät|beraten|beratung|spricht|hilft|helfen|unterstützt"
    r"|begleitet|informiert|leitet|ansprech\w*|sprechstunde|zuständig\w*|kontakt|anmeldung|telefon|tel|offen|auch"
    r"|für (alle|menschen|personen|frauen|männer|kinder|jugendliche|familien|eltern|geduldete|geflüchtete|\w+te))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<!\b[Ff]am)(?<!\b[Dd]r)(?<!\b[Pp]rof)(?<!\b[A-ZÄÖÜ])[.!?](?=\s+[A-ZÄÖÜ])|\n|;")
_FROM = re.compile(
    r"[\s,(:–-]*(\d{1,2}( jahre| kinder\w*)?[\s,]*)?(aus( dem| der)? )?(?P<land>[^\W\d_][\w-]+|\w+isch(e[rn]?)?)\b",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"\bazr\W*(nr|nummer|zahl)?\W*\d{6,}|\bbamf\W*(az|nr|kennziffer)?\W*\d{6,}", re.IGNORECASE
)
_OF_OFFICE = re.compile(
    r"\b(vorstand|vorsitz\w*|team|leitung|ansprech\w*|kontakt|dozent\w*|referent\w*|gegründet)\b",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(
    r"\b(?:privat(?:e[rnms]?|adresse|anschrift|handy|mail|nummer|nr|telefon|tel)?\b\W*(?=[\w ]{0,12}\d|[^\s@]+@)"
    r"|nicht (?:zu )?(?:veröffentlichen|weitergeben|weiterzugeben|öffentlich)|vertraulich)",
    re.IGNORECASE,
)
"""What its writer wanted nobody to read, and numbers of people's homes: 'privat 02599 …', but not 'privater Träger'."""
_DIGIT = re.compile(r"\d")
_HEADING = re.compile(r"[:(–-]\s|\s\(")
_SHORTEST = 8
_MANY = 3
"""So many names in a cell are a list of people."""
_NEAR = 60
"""Characters between a name and what is said of it."""


def personal_text(text: str) -> str:
    """What of a person the text holds, in words without the words themselves; '' for nothing."""
    if names_case(text):
        return CASE
    if len(text) < _SHORTEST or " " not in text:
        return ""
    if _DIGIT.search(text):
        if _BIRTH.search(text):
            return "ein Geburtsdatum"
        if _REGISTER.search(text):
            return "eine Nummer aus einem Register über Menschen"
    names = [*mentions(text)]
    if len({text[begin:end] for begin, end in names}) >= _MANY and not _OF_OFFICE.search(text):
        return "eine Reihe von Namen einzelner Menschen"
    if any(_is_from(text[end:]) for _, end in (*names, *counted(text))):
        return "eine Herkunft neben dem Namen eines Menschen"
    if any(tells_a_need(text, begin, end) for begin, end in names):
        return "die Lage eines Menschen neben seinem Namen"
    if any(_is_confidential(text, span) for span in names):
        return "eine vertrauliche Angabe neben dem Namen eines Menschen"
    return _sensitive(text) if names or _HEADING.search(text) else ""


def _sensitive(text: str) -> str:
    if not (_YEAR_OF_BIRTH.search(text) or _SPECIAL.search(text)):
        return ""
    for sentence in _SENTENCE.split(text):
        names = [*mentions(sentence)]
        if names and _YEAR_OF_BIRTH.search(sentence):
            return "ein Geburtsjahr neben dem Namen eines Menschen"
        if any(_says(sentence, span) for span in names) or _heads(sentence):
            return "eine besonders geschützte Angabe neben dem Namen eines Menschen"
    return ""


def _heads(sentence: str) -> bool:
    """'zwirbel, ruhlia: duldung bis 3.4.2026', also where nobody knows the name; a question is none about somebody."""
    return "?" not in sentence and any(
        _STATE.match(sentence[end:].lstrip(" :(–-")) for _, end in headed(sentence)
    )


def _is_from(behind: str) -> bool:
    """'… aus Syrien', '… (34, syrisch)'"""
    found = _FROM.match(behind)
    land = key_of(found["land"]) if found else ""
    return land in countries() or land in CITIES or bool(NATIONAL.fullmatch(land))


def _is_confidential(text: str, span: Span) -> bool:
    begin, end = span
    near = text[max(0, begin - _NEAR) : end + _NEAR]
    return bool(_CONFIDENTIAL.search(near))


def _says(text: str, span: Span) -> bool:
    """Whether something special is said of whom the name is, behind it or straight before it."""
    begin, end = span
    for found in _SPECIAL.finditer(text):
        if begin <= found.start() < end:
            continue
        between = text[end : found.start()] if found.start() >= end else text[found.end() : begin]
        is_before = found.start() < begin
        if len(between) > (2 if is_before else _NEAR) or (is_before and ":" in between):
            continue
        if not _TOPIC.search(between):
            return True
    return False
