"""A paper that is there already: found again by its number, or by session, title and text."""

from __future__ import annotations

import datetime
import re
from itertools import accumulate, takewhile

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption, text
from ratslinde.council.adoption.papers_read import BLOCKS, paper_type
from ratslinde.council.bodies.queries import organization_named
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from ratslinde.kernel.text import collapse, fold, shortened
from ratslinde.reading import Document

_ALIKE = 0.5
"""The share of words that two versions of a text have in common at least; our choice, no law gives a number."""
_SHORT = 60  # characters that are named in a hint; of a longer text only its name

Turn = tuple[int, datetime.date | None]
"""A body's turn in a paper's way: its primary key and the day."""


def paper_there(adoption: Adoption, document: Document) -> Paper | None:
    """The paper of the town that the document is of, or None.

    Without a number on both sides it has the same title and a session in common, and its texts are alike: two
    papers of one session may both be called "Mitteilungen". Where one side names no session, the text decides alone.
    """
    reference, title = text(document, "reference", limit=50), text(document, "title", limit=1000)
    if reference and (found := adoption.body.papers.filter(reference=reference).first()):
        return found
    turns = _turns(adoption, document)
    for paper in _namesakes(adoption, title, reference=reference):
        shared, known = _alike(paper, document), _turns_of(paper)
        if shared is not False and (turns & known or (shared and not (turns and known))):
            return paper
    return None


def _namesakes(adoption: Adoption, title: str, *, reference: str) -> list[Paper]:
    papers = adoption.body.papers.filter(reference="") if reference else adoption.body.papers.all()
    titles = papers.values_list("pk", "title")
    fits = [pk for pk, known in titles if rules.same_title(known, title)]
    return list(adoption.body.papers.filter(pk__in=fits).order_by("pk"))


def told(adoption: Adoption, paper: Paper, document: Document) -> str:
    """What is said about it: that it stays as it is, and what the document states otherwise or beyond it."""
    name = paper.reference or f"„{shortened(paper.title)}“"
    other = _otherwise(adoption, paper, document)
    stays = f"Die Vorlage {name} gibt es schon; sie bleibt, wie sie ist."
    return f"{stays} Anders steht im Dokument: {', '.join(other)}." if other else stays


def _otherwise(adoption: Adoption, paper: Paper, document: Document) -> list[str]:
    stated = {
        "reference": text(document, "reference", limit=50),
        "title": text(document, "title", limit=1000),
        "paper_type": paper_type(document) if text(document, "subtype") else "",
        "proposal_heading": text(document, "proposal_subheading", limit=100),
        "lead": text(document, "lead_department"),
        **{name: text(document, key) for name, key in BLOCKS.items()},
    }
    other = [
        _named(paper, name, value) for name, value in stated.items() if value and _differs(paper, name, value)
    ]
    return other + _ways(adoption, paper, document)


def _differs(paper: Paper, name: str, value: str) -> bool:
    if name == "lead":
        return paper.lead is None or all(
            not rules.same_title(each.name, value) for each in paper.lead.names.all()
        )
    return _letters(str(getattr(paper, name))) != _letters(value)


def _named(paper: Paper, name: str, value: str) -> str:
    """The field and what the document says: a short value whole, a long one from where it begins to differ."""
    columns = {column.name: column for column in paper._meta.concrete_fields}
    label = str(columns[name].verbose_name)
    if len(value) <= _SHORT:
        return f"{label} („{value}“)"
    rest = _from_difference(value, known=str(getattr(paper, name)))
    return f"{label} (ab „{shortened(rest)}“)" if rest else f"{label} (kürzer)"


def _from_difference(value: str, *, known: str) -> str:
    """The text from the first word that is not in the known one; '' where the known one only goes on longer."""
    both = zip(_letters(value), _letters(known), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    words = list(re.finditer(r"\S+", value))
    seen = accumulate(len(_letters(word[0])) for word in words)
    return next((value[word.start() :] for word, end in zip(words, seen, strict=True) if end > common), "")


def _ways(adoption: Adoption, paper: Paper, document: Document) -> list[str]:
    return ["Beratungsfolge"] if _turns(adoption, document) - _turns_of(paper) else []


def _turns(adoption: Adoption, document: Document) -> set[Turn]:
    found = set()
    for entry in document.entries("consultations"):
        day = rules.day(entry.value("date"))
        body = organization_named(adoption.body, collapse(text(entry, "body")), day=day)
        if body is not None:
            found.add((body.pk, day))
    return found


def _turns_of(paper: Paper) -> set[Turn]:
    steps = paper.consultations.select_related("meeting")
    return {
        (
            step.organization_id,
            clock.town_time(step.meeting.start).date() if step.meeting and step.meeting.start else step.date,
        )
        for step in steps
    }


def _alike(paper: Paper, document: Document) -> bool | None:
    """Whether a block that both have is the same text, or nearly; None where they have none in common."""
    both = [
        (_words(getattr(paper, name)), _words(text(document, key)))
        for name, key in BLOCKS.items()
        if getattr(paper, name) and text(document, key)
    ]
    if not both:
        return None
    return any(len(own & other) >= _ALIKE * len(own | other) for own, other in both)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _letters(text: str) -> str:
    """The letters and digits alone: a print breaks lines and hyphenates differently from what was typed."""
    return re.sub(r"[\W_]+", "", fold(text))
