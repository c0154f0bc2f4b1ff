"""The block "Finanzielle Auswirkungen" of a paper: a form of boxes and amounts, or plain sentences."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_AMOUNT = re.compile(
    r"\([^()]*?\d[\d.,]*\s*(?:Mio\.?|Mrd\.?|Tsd\.?)?\s*(?:€|Euro|EUR|T€)[^()]*\)|(?:rund|ca\.|rd\.)?\s?\d[\d.,]*\s*(?:Mio\.?|Mrd\.?|Tsd\.?)?\s*(?:€|Euro\b|EUR\b|T€)"
)
_TOTAL = re.compile(r"^(?:Gesamtkosten|Gesamtaufwand)(?: der Maßnahme)?:\s*(?P<value>\S.*)$")
_YES_OR_NO = re.compile(r"(?:ja|nein|ja\s*/?\s*nein)\.?", re.IGNORECASE)
_OTHER_AMOUNT = re.compile(r"^(?:Jährliche|Gesamteinzahlung|Jährlicher Ertrag|Einzahlung|Ertr)")
_FUNDS = re.compile(
    r"^(?P<value>Haushaltsmittel (?:stehen|sind)\b.*?(?:zur Verfügung|vorhanden|veranschlagt|eingeplant)\.?)"
)
_ANY_BOX = r"[☐☒☑□■▢]|\[[ xX]?\]|\([ xX]?\)"
_BOX = re.compile(_ANY_BOX)
_TICK = re.compile(r"[☒☑■]|[\[(][xX][\])]")
_BOX_WORD = re.compile(rf"({_ANY_BOX})\s*(ja|nein)\b", re.IGNORECASE)
_WORD_BOX = re.compile(rf"\b(ja|nein)\s*:?\s*({_ANY_BOX})", re.IGNORECASE)
_YES_NO_FORM = re.compile(rf"(?:(?:{_ANY_BOX}|\bja\b|\bnein\b|[:,/])\s*)+", re.IGNORECASE)
_BOXES = re.compile(r"[☐☒☑]")
_FORM_WORD = re.compile(
    r"^[^a-zäöüß]*(?:Gesamt(?:kosten|aufwand)|Ja, (?:investiv|ergebniswirksam))", re.MULTILINE
)
FIRST = 200  # characters in which a form shows that it is one
_TICKED = re.compile(r"^[☒☑]\s*(?P<value>\S.*?)\s*$")


def costs_of_form(lines: list[Line]) -> Field:
    """Return what the form states as total cost, as printed; sentences when the block is no form."""
    if ticked := _yes_or_no(lines):
        return stated(ticked, "form", span_of(lines))
    if not is_form(lines):
        text = join_all(line.text for line in lines)
        return stated(text, "section", span_of(lines)) if text and not _YES_OR_NO.fullmatch(text) else NOTHING
    label_above = False
    for line in lines:
        total = _TOTAL.match(line.text)
        if total:
            return stated(total["value"], "form", span_of([line]))
        if line.text.startswith("Haushaltsmittel"):
            break
        amount = _AMOUNT.search(line.text)
        if amount and not label_above and not _OTHER_AMOUNT.match(line.text):
            return stated(amount[0].strip(), "form", span_of([line]))
        label_above = label_above or (_OTHER_AMOUNT.match(line.text) is not None and line.text.endswith(":"))
    return NOTHING


def _yes_or_no(lines: list[Line]) -> str | None:
    """Which of the boxes "ja" and "nein" is ticked, where the form holds nothing else; None where that is not plain."""
    text = " ".join(join_all(line.text for line in lines).split())
    if not _YES_NO_FORM.fullmatch(text):
        return None
    pairs = (
        _BOX_WORD.findall(text)
        if _BOX.match(text)
        else [(box, word) for word, box in _WORD_BOX.findall(text)]
    )
    ticked = [word.lower() for box, word in pairs if _TICK.fullmatch(box)]
    return ticked[0] if len(ticked) == 1 and len(pairs) == len(("ja", "nein")) else None


def financing_of_form(lines: list[Line]) -> Field | None:
    """Return the sentence on available funds or the ticked boxes; None when the block is no form."""
    if not lines or not is_form(lines):
        return None
    for line in lines:
        funds = _FUNDS.match(line.text)
        if funds and "dauerhaft im Budget" not in line.text:
            return stated(funds["value"], "form", span_of([line]))
    ticked = _ticked(lines)
    if ticked:
        return stated(", ".join(text for text, _ in ticked), "form", span_of([line for _, line in ticked]))
    return NOTHING


def _ticked(lines: list[Line]) -> list[tuple[str, Line]]:
    """The ticked boxes between "Finanzierung" and "Gegenfinanzierung"."""
    found: list[tuple[str, Line]] = []
    inside = False
    for line in lines:
        inside = (inside or "budgetiert" in line.text) and not line.text.startswith("Gegenfinanzierung")
        match = _TICKED.match(line.text)
        if inside and match:
            found.append((match["value"], line))
    return found


def is_form(lines: list[Line]) -> bool:
    """Return whether the lines are a form (boxes, or the column heads of one) and not sentences."""
    text = "\n".join(line.text for line in lines)
    return (
        bool(_BOXES.search(text))
        or "Folgekosten mit" in text
        or "Einzahlungen" in text
        or _FORM_WORD.search(text, 0, FIRST) is not None
    )
