"""What a screen reader finds in a PDF: its tags, its headings, its fonts, its texts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
import pypdfium2


class Tag(NamedTuple):
    kind: str
    title: str
    scope: str


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """Return all tags in reading order."""
    return list(_walk(pdf.Root.StructTreeRoot.K))


def _walk(node: pikepdf.Object) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield Tag(str(node.S)[1:], str(node.get("/T", "")), _scope(node))
        yield from _walk(node.get("/K", pikepdf.Array()))


def _scope(node: pikepdf.Object) -> str:
    attributes = node.get("/A", pikepdf.Array())
    for attribute in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(attribute, pikepdf.Dictionary) and "/Scope" in attribute:
            return str(attribute.Scope)[1:]
    return ""


def headings(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Return level and text of each heading."""
    found = (tag for tag in tags(pdf) if len(tag.kind) == 2 and tag.kind[0] == "H" and tag.kind[1].isdigit())
    return [(int(tag.kind[1]), tag.title) for tag in found]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the fonts of all pages."""
    return [font for page in pdf.pages for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()]


def text(pdf: bytes) -> str:
    """Return the text of all pages on one line, words divided at a line end joined."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    divided = "\n".join(pages).replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
    return " ".join(divided.replace("-\n", "").split())


def page_count(pdf: bytes) -> int:
    return len(opened(pdf).pages)
