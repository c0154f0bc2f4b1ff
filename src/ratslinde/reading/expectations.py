"""What a form expects and a document does not state: marked on the field, and said in a German sentence."""

from __future__ import annotations

import msgspec

from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Document, Entry, Field
from ratslinde.reading.rules import load

_RULES = load("expected")
_UNKNOWN = "Zeile {line}: Die Art des Dokuments wurde nicht erkannt."


def with_expected(document: Document) -> Document:
    """Return the document, every expected field without a value marked to be checked."""
    missing = [
        name
        for name in _RULES["fields"][document.kind]
        if name in document.values and _empty(document.values[name])
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
    return [_about(document, sentence) for sentence in found]


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
