"""The text sections of a paper: proposal, costs, financing, explanations."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.papers.financial_form import costs_of_form, financing_of_form
from ratslinde.reading.papers.head import NOTHING_SAID
from ratslinde.reading.papers.sections import Section
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import paragraphs
from ratslinde.reading.text.lines import Line, span_of, strip_blank

_RULES = load("papers")
_LETTERHEAD = re.compile(alternatives(_RULES["letterhead"]))
_SUBHEADING = re.compile(alternatives(_RULES["proposal_subheadings"]) + ":?")
_ONCE = ("proposal", "resolution", "costs")  # a second section of these says something else


class Texts:
    """The text sections of a paper, the first line of the proposal taken off when it is a sub-heading."""

    def __init__(self, sections: list[Section]) -> None:
        self.subheading = NOTHING
        self.lines: dict[str, list[list[Line]]] = {}
        self.doubtful = {section.key for section in sections if section.doubtful}
        self.kinds_of_costs = [
            (section.name, body)
            for section in sections
            if section.key == "costs" and (body := strip_blank(list(section.lines)))
        ]
        for section in sections:
            if body := strip_blank(list(section.lines)):
                self.lines.setdefault(section.key, []).append(body)
        if "proposal" not in self.lines and "resolution" in self.lines:
            self.lines["proposal"] = [self.lines["resolution"].pop(0)]
        self._take_subheading()

    def _take_subheading(self) -> None:
        for block in self.lines.get("proposal", [])[:1]:
            if _SUBHEADING.fullmatch(block[0].text):
                self.subheading = stated(block[0].text.rstrip(":"), "section", span_of(block[:1]))
                block[:] = strip_blank(block[1:])

    def field(self, key: str) -> Field:
        """Return the text below the headings of a key, its paragraphs parted by empty lines."""
        blocks = [block for block in self.lines.get(key, []) if block]
        again = key in _ONCE and len(blocks) > 1
        blocks = blocks[:1] if again else blocks
        lines = [line for block in blocks for line in [*block, Line(0, 0, "")]]
        kept = [line for line in lines if not _LETTERHEAD.fullmatch(line.text)]
        text = paragraphs(line.text for line in kept)
        if not text or NOTHING_SAID.fullmatch(text):
            return NOTHING
        rule = "section-cleaned" if len(kept) < len(lines) else "section"
        joined = "section-again" if again else "section-joined"
        rule = "section-open" if key in self.doubtful else rule
        return stated(text, rule if len(blocks) == 1 and not again else joined, span_of(lines))

    def costs(self) -> Field:
        """Return the sections on costs, else what the form of financial effects states."""
        field = self._named_costs() or self.field("costs")
        blocks = self.lines.get("financial_form", [])
        in_form = costs_of_form([line for block in blocks for line in block])
        if field.value and in_form.value:
            return stated(field.value, "section-again", field.span)
        if in_form.value and "financial_form" in self.doubtful:
            return stated(in_form.value, "section-open", in_form.span)
        if in_form.value and len(blocks) > 1:
            return stated(in_form.value, "section-joined", in_form.span)
        return field if field.value else in_form

    def _named_costs(self) -> Field | None:
        """Several kinds of costs, each behind its name; None for one alone."""
        names = [name for name, _ in self.kinds_of_costs]
        if len(set(names)) < 2:
            return None
        told = [
            f"{name}: {paragraphs(line.text for line in body)}"
            if index
            else paragraphs(line.text for line in body)
            for index, (name, body) in enumerate(self.kinds_of_costs)
        ]
        lines = [line for _, body in self.kinds_of_costs for line in body]
        return stated("\n\n".join(told), "section-joined", span_of(lines))

    def financing(self) -> Field:
        """Return what the form of financial effects states, else the section on financing."""
        form = [
            line
            for key in ("financial_form", "costs", "financing")
            for block in self.lines.get(key, [])
            for line in block
        ]
        return financing_of_form(form) or self.field("financing")
