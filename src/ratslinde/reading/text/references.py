"""Numbers of papers (Vorlagen, Drucksachen) as the towns print them."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:(?:[A-ZÄÖÜ]{1,3}\d{1,3}/)?(?:(?!Nr\b)(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}|[IVX]{1,4})[ /.-]\s?){0,3}"
    r"\d{1,6}(?:\s?[/-]\s?[\dA-Z][\dA-Za-z.]{0,9}){1,4}"
    r"(?:\s(?:N\s?\d{1,2}|E\s?\d{1,2}|-\s?\d{1,2}))?(?:\s\([A-Z]{2}\))?"
    r"|(?<!\w)[IVXL]{1,6}/(?!(?:19|20)\d\d(?!\d))\d{2,5}(?!\w))"  # term and number ("XVII/0412")
)
_WORD = (
    r"(?:\w*[Dd]rucks(?:ache)?n?|Drs|DS|\w*[Vv]orlagen?|Antrag|Anfrage)[ .:-]*(?:-?(?:Nr|Nummer)\.?)?:?\s*"
)
_ENCLOSED = r"(?:\s+mit\s+\d{1,2}\s+Anlagen?(?:\s*\([^()]*\))?|\s*[-–,;]\s[^()]{3,60}(?=\)))?"
REFERENCE = re.compile(_NUMBER)
_LABELLED = re.compile(rf"\s*[(\[]?\s*{_WORD}(?P<number>{_NUMBER}|\d{{1,6}}){_ENCLOSED}\s*[)\]]?\s*$")
_LETTERED = re.compile(
    r"\s*\((?P<number>(?!(?:Nr|BGBl|GVBl|GVOBl|ABl|Art|Abs|EU|EG|EWG)\b)[A-ZÄÖÜ]{2,}\w*[ /-](?:(?!\()[^)])*\d)\)\s*$"
)  # "(VL-23/2026)": letters in front make it plain that a number in brackets is that of a paper
_TRAILING = re.compile(rf"\s+(?P<number>{_NUMBER})\s*$")
_LEADING = re.compile(rf"^\s*(?:{_WORD})?(?P<number>{_NUMBER})\s*[:,–-]?\s+(?=\S)")
TAIL = 90  # only so much of a title's end is searched for a number
_YEARS = re.compile(r"(?:19|20)\d\d\s?[/-]\s?(?:(?:19|20)\d\d|\d\d)$")
_DATE_PIECE = re.compile(r"^\d{1,2}/\d{2}$|^\d{1,2}-\d{1,2}$")


def is_reference(text: str) -> bool:
    """Return whether the whole text is the number of a paper; years ("2024/2025") are not."""
    text = text.strip(" ()")
    return REFERENCE.fullmatch(text) is not None and not _YEARS.search(text) and not _DATE_PIECE.match(text)


def looks_like_number(text: str) -> bool:
    """Return whether a text behind the label of a paper's number can be that number ("1338", "2020/0926")."""
    return re.fullmatch(rf"{_NUMBER}|\d{{1,7}}|[A-Z]{{1,3}}[ -]?\d{{1,6}}", text.strip()) is not None


def split_title(text: str) -> tuple[str, str | None]:
    """Return a printed title without the number of its paper, and that number.

    The number stands at the end: in brackets or behind a word such as "Vorlage" or "Drucks. Nr.", or bare
    when it cannot be taken for years.
    """
    end = max(len(text) - TAIL, 0)
    labelled = _LABELLED.search(text, end)
    if labelled and labelled.start() > 0:
        before = text[: labelled.start()]
        if _in_brackets(labelled[0]) or not _is_speech(before):
            return before.strip(), labelled["number"]
    lettered = _LETTERED.search(text, end)
    if lettered and lettered.start() > 0 and is_reference(lettered["number"]):
        return text[: lettered.start()].strip(), lettered["number"].strip()
    trailing = _TRAILING.search(text, end)
    if trailing and is_reference(trailing["number"]) and not _is_speech(text[: trailing.start()]):
        return text[: trailing.start()].strip(), trailing["number"].strip()
    return text, None


def _in_brackets(text: str) -> bool:
    return text.rstrip().endswith((")", "]"))


def _is_speech(before: str) -> bool:
    """Whether the number belongs to the title ("Haushalt bis 3/4", "Nr. 7/2020")."""
    return (
        re.search(
            r"(?:\bNr\.?|\bbis|\bvom|\bzu|\bzur|\bzum|\bder|§+|Bebauungsplans?|Flurstücke?s?|Flurst\.|Flur|Gemarkung|Parzelle|Hausnummer|Drucksache|Vorlage|Jahre?n?)$",
            before,
        )
        is not None
    )


def leading_reference(text: str) -> tuple[str, str | None]:
    """Return a title without the number of the paper in front of it, and that number."""
    match = _LEADING.match(text)
    if match and is_reference(match["number"]):
        return text[match.end() :].strip(), match["number"].strip()
    return text, None
