"""Documents and papers as one line of a list, and the way to what something links to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ratslinde.portal.answers import local
from ratslinde.record.outlet import Entry


@dataclass(frozen=True, kw_only=True)
class DocumentLine:
    """A link to a document's bytes, with what somebody wants to know before following it."""

    name: str
    address: str
    page: str
    media_type: str
    size: int


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """A link to a paper, with its own document where there is one."""

    title: str
    reference: str
    kind: str
    address: str
    document: DocumentLine | None


def document_line(file: Mapping[str, Any]) -> DocumentLine:
    """The line of an OParl File, embedded or standing alone."""
    return DocumentLine(
        name=file["name"],
        address=local(file["accessUrl"]),
        page=local(file.get("web", file["accessUrl"])),
        media_type=file["mimeType"],
        size=file["size"],
    )


def document_lines(files: Iterable[Mapping[str, Any]]) -> list[DocumentLine]:
    """The lines of several Files."""
    return [document_line(file) for file in files]


def paper_line(paper: Entry) -> PaperLine:
    """The line of a paper."""
    main = paper.oparl.get("mainFile")
    return PaperLine(
        title=paper.title,
        reference=paper.oparl.get("reference", ""),
        kind=paper.oparl.get("paperType", ""),
        address=f"/{paper.path}",
        document=document_line(main) if main else None,
    )


def first_linked(entry: Entry, attribute: str, known: Mapping[str, Entry]) -> Entry | None:
    """The first object that an attribute links to, if it is among the `known` ones."""
    return next((known[each] for each in entry.linked(attribute) if each in known), None)
