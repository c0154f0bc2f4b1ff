"""What the reader calls the parts of a paper."""

from __future__ import annotations

from ratslinde.council.adoption.drafting import text
from ratslinde.council.papers.models import PaperType
from ratslinde.reading import Document

BLOCKS = {
    "proposal": "proposal_text",
    "costs": "costs_text",
    "financing": "financing_text",
    "explanation": "explanation_text",
}
"""The paper's field → what was read into it."""


def paper_type(document: Document) -> PaperType:
    """Whether the document says that it only informs; else it wants a decision."""
    stated = text(document, "subtype")
    informs = "mitteilung" in stated or "bericht" in stated or "information" in stated
    return PaperType.INFORMATION if informs else PaperType.DECISION
