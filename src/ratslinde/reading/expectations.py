"""What a form expects and a document does not state: marked on the field, and said in a German sentence."""

from __future__ import annotations

import msgspec

from ratslinde.reading.agenda.gaps import missing_numbers
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Document, Entry, Field
from ratslinde.reading.rules import load

_RULES = load("expected")
_CONTRADICTIONS = {
    "time-impossible": "Zeile {line}: Hier steht eine Uhrzeit, die es nicht gibt.",
    "weekday-differs": "Zeile {line}: Wochentag und Datum passen nicht zusammen.",
    "place-is-day": "Zeile {line}: Als Ort steht hier ein Tag oder eine Uhrzeit.",
}
_ONE_MISSING = "In der Zählung fehlt TOP {numbers}."
_MISSING = "In der Zählung fehlen TOP {numbers}."
_UNKNOWN = "Zeile {line}: Die Art des Dokuments wurde nicht erkannt."


def with_expected(document: Document) -> Document:
    """Return the document, every expected field without a value marked to be checked."""
    missing = [
        name
        for name in _RULES["fields"][document.kind]
        if name in document.values and _empty(document.values[name]) and document.values[name].sure
    ]
    if not missing:
        return document
    marked = {name: stated(None, "not-stated-expected", None) for name in missing}
    return msgspec.structs.replace(document, values={**document.values, **marked})


def warnings_of(documents: tuple[Document, ...]) -> tuple[str, ...]:
    """Return a sentence for each document that lacks something its form expects."""
    return tuple(warning for document in documents for warning in _warnings(document))


def _warnings(document: Document) -> list[str]:
    if document.kind == "other":
        return [_UNKNOWN.format(line=document.span.first_line)] if document.span else []
    names = [_RULES["names"][name] for name in _RULES["fields"][document.kind] if _lacks(document, name)]
    rows = [entry for part in ("agenda", "items") for entry in document.entries(part)]
    unclear = [str(entry.value("number")) for entry in rows if entry.value("public") is None]
    found = [f"Nicht gefunden wurde {_joined(names)}."] if names else []
    if unclear:
        found.append(f"Nicht angegeben ist, ob öffentlich: TOP {', '.join(unclear)}.")
    if document.value("subtype") == "beschlussvorlage" and not document.value("proposal_text"):
        found.append("Nicht gefunden wurde der Beschlussvorschlag.")
    found += _contradictions(document)
    if missing := missing_numbers([str(entry.value("number")) for entry in rows]):
        one = len(missing) == 1 and "bis" not in missing[0]
        found.append((_ONE_MISSING if one else _MISSING).format(numbers=_joined(missing)))
    return [_about(document, sentence) for sentence in (*found, *document.doubts)]


def _contradictions(document: Document) -> list[str]:
    """A sentence for each line with a value that cannot be: each line once, in printed order."""
    found = {
        (field.span.first_line, _CONTRADICTIONS[field.rule])
        for field in document.values.values()
        if field.span and field.rule in _CONTRADICTIONS
    }
    return [sentence.format(line=line) for line, sentence in sorted(found)]


def _about(document: Document, sentence: str) -> str:
    name = document.value("title") or document.value("body")
    kind = _RULES["kinds"][document.kind]
    return f"{kind} „{name}“: {sentence}" if name else f"{kind}: {sentence}"


def _lacks(document: Document, name: str) -> bool:
    field = document.values.get(name)
    return _empty(field) if field else not document.entries(name)


def _empty(field: Field) -> bool:
    return field.value is None


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} und {names[-1]}"


def uncertain(entry: Entry) -> int:
    """Return how many values of an entry and of all below it should be checked."""
    return sum(1 for _, field in entry.walk() if not field.sure)
