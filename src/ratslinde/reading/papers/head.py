"""The head of a paper: kind, title, number, departments, whom to ask."""

from __future__ import annotations

import re
from itertools import takewhile

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated, unsure
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Entry, Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.joining import join
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("papers")
NOTHING_SAID = re.compile(alternatives(_RULES["nothing"]) + r"\.?", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:Tel(?:efon)?\.?:?\s*)?(?P<number>(?:\+49|0)\s?[\d(][\d ()/–-]{4,}\d|\b\d{2,4}-\d{2,5}\b)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BEHIND_NAME = re.compile(r"\s*[|;·•]|\s*,\s*(?:Tel|E-?Mail|Zimmer|Raum)|\s{2,}|\s+(?:Tel|E-?Mail)\b")
_SUBTYPES = [
    (rule["value"], re.compile(alternatives(rule["names"]), re.IGNORECASE)) for rule in _RULES["subtype"]
]
_LETTERHEAD_OFFICE = re.compile(alternatives(_RULES["letterhead_offices"]))
HEAD_LINES = 30
LETTERHEAD_LINES = 6


def subtype_of(lines: list[Line], facts: Head, *, proposes: bool) -> Field:
    """Return the kind of paper: as labelled, as headed, else by whether it proposes a decision."""
    labelled = facts.first("paper_kind")
    if labelled and labelled.lines:
        return of_fact(labelled, _subtype(labelled.text) or labelled.text.lower())
    for line in [line for line in lines if line.text][:HEAD_LINES]:
        for text in dict.fromkeys((line.text, *(cell.text for cell in line.cells))):
            kind = heading_kind(text)
            value = kind if kind in ("antrag", "anfrage") else _subtype(text)
            if value and kind:
                return stated(value, "kind-heading", span_of([line]))
    value, rule = (
        ("beschlussvorlage", "subtype-proposing") if proposes else ("mitteilung", "subtype-informing")
    )
    return stated(value, rule, span_of(lines))


def _subtype(text: str) -> str | None:
    return next((value for value, pattern in _SUBTYPES if pattern.fullmatch(text.strip(" :"))), None)


def department_of(facts: Head, *keys: str) -> Field:
    """Return the department behind the first of these labels that says something; the others are unsure."""
    for key in keys:
        fact = facts.first(key)
        if fact and fact.lines and not NOTHING_SAID.fullmatch(fact.text):
            return of_fact(fact) if key == keys[0] else unsure(of_fact(fact))
    return NOTHING


def lead_of(facts: Head, lines: list[Line]) -> Field:
    """Return the lead department: at its label, else the one that the head or the letterhead names."""
    labelled = department_of(facts, "lead_department")
    if labelled.value is not None:
        return labelled
    offices = [one for one in facts.all("office") if one.lines and not NOTHING_SAID.fullmatch(one.text)]
    if offices:
        own = next((one for one in offices if one.name.casefold().endswith("amt")), None)
        return of_fact(own) if own else unsure(of_fact(offices[-1]))
    answering = department_of(facts, "responsible")
    if answering.value is not None:
        return unsure(answering)
    for line in letterhead(lines):
        for text in [cell.text for cell in line.cells] or [line.text]:
            if _LETTERHEAD_OFFICE.fullmatch(text):
                return stated(text, "letterhead", span_of([line]))
    return NOTHING


def letterhead(lines: list[Line]) -> list[Line]:
    """Return the lines above the first label and above the line that names the kind of the paper."""
    printed = [line for line in lines if line.text][:LETTERHEAD_LINES]
    return list(takewhile(lambda line: not (label_of(line, "paper") or heading_kind(line.text)), printed))


def participants_of(facts: Head) -> Field:
    """Return the participating departments: () when the label stands there with nothing behind it."""
    fact = facts.first("participating_departments")
    if fact is None:
        return NOTHING
    texts = _whole([line.text for line in fact.lines if not NOTHING_SAID.fullmatch(line.text)])
    entries = tuple(entry.strip() for text in texts for entry in re.split(r"[;|]", text) if entry.strip())
    return stated(entries, "label" if entries else "label-empty", fact.span)


def _whole(texts: list[str]) -> list[str]:
    """Join a name that was broken ("Amt für Klimaschutz und") with the line below."""
    whole: list[str] = []
    for text in texts:
        if whole and OPEN_END.search(whole[-1]):
            whole[-1] = join(whole[-1], text)
        else:
            whole.append(text)
    return whole


def contact_of(facts: Head) -> Entry | None:
    """Return name, phone and email of whom to ask; None when nobody is named."""
    fact = facts.first("contact")
    phone, email = facts.first("phone"), facts.first("email")
    found = [one for one in (fact, phone, email) if one and one.lines]
    if not found:
        return None
    text = fact.text if fact else ""
    values = {
        "name": optional(_contact_name(text), "label", fact.span if fact else None),
        "phone": _contact_part(_PHONE, fact, phone),
        "email": _contact_part(_EMAIL, fact, email),
    }
    return Entry(values, span=found[0].span)


def _contact_name(text: str) -> str:
    name = _EMAIL.sub("", _PHONE.sub("", text))
    return _BEHIND_NAME.split(name)[0].strip(" ,;|·•/-(")


def _contact_part(pattern: re.Pattern[str], fact: Fact | None, own: Fact | None) -> Field:
    for source in (fact, own):
        match = pattern.search(source.text) if source else None
        if match and source:
            rule = "label" if source is own else "contact-line"
            return stated(match.groupdict().get("number", match[0]) or match[0], rule, source.span)
    return of_fact(own)
