"""A reading as plain JSON values: each value under its key, its origin beside it under `_fields`."""

from __future__ import annotations

from typing import Any

import msgspec

from ratslinde.reading.outcome import Document, Entry, Field, Reading


def to_json(reading: Reading) -> dict[str, Any]:
    """Return `{"documents": [...], "warnings": [...]}`.

    Every object has, beside its values, `_span` and `_fields`: for each value its span (page, first and
    last line, or null), `sure`, and the rule with a German sentence that says why.
    """
    return {
        "documents": [_document(document) for document in reading.documents],
        "warnings": list(reading.warnings),
    }


def _document(document: Document) -> dict[str, Any]:
    return {"kind": document.kind, **_entry(document)}


def _entry(entry: Entry) -> dict[str, Any]:
    answer: dict[str, Any] = {name: _plain(field) for name, field in entry.values.items()}
    for name, part in entry.parts.items():
        answer[name] = _part(part)
    answer["_span"] = msgspec.to_builtins(entry.span)
    answer["_fields"] = {name: _origin(field) for name, field in entry.values.items()}
    return answer


def _part(part: tuple[Entry, ...] | Entry | None) -> Any:
    if part is None:
        return None
    if isinstance(part, Entry):
        return _entry(part)
    return [_entry(entry) for entry in part]


def _plain(field: Field) -> Any:
    return list(field.value) if isinstance(field.value, tuple) else field.value


def _origin(field: Field) -> dict[str, Any]:
    return {
        "span": msgspec.to_builtins(field.span),
        "sure": field.sure,
        "rule": field.rule,
        "reason": field.reason,
    }
