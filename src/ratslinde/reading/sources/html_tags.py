"""What the elements of an HTML page are: left out, headings, lines of their own, lines with a gap around."""

from __future__ import annotations

import re

import lxml.html

SKIPPED = {
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "button",
    "select",
    "option",
    "svg",
    "iframe",
    "head",
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "legend"}
SPACED = {"p", "table", "ul", "ol", "dl", "section", "article", "pre", "blockquote", *HEADINGS} - {"th"}
_ROWS = {"tr", "td", "th", "tbody", "thead", "tfoot", "dd", "dt", "li"}
BLOCKS = {*SPACED, *_ROWS, "div", "main", "header", "footer", "aside", "hr", "fieldset", "form", "address"}
BLOCKS |= {"figure", "body", "html"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ROW = 2  # so many other cells make a row of a table of one that may lay out a page
FEW = 120


def hidden(node: lxml.html.HtmlElement) -> bool:
    """Return whether an element is not shown."""
    return isinstance(node.tag, str) and (
        node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None
    )


def lays_out(cell: lxml.html.HtmlElement, *, beside: int) -> bool:
    """Return whether the table in a cell is a part of the page; a small one in a row of cells holds icons and links."""
    if cell.find(".//table") is None:
        return False
    return beside < ROW or len(" ".join(cell.itertext())) > FEW
