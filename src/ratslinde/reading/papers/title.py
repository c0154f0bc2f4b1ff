"""The title of a paper, and a sentence below it that is none of it."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.agenda.titles import opens_sentence
from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.issues import issue_of
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.facts import Fact, Head, fits
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of
from ratslinde.reading.text.quoting import quoted

_NOISE = re.compile(alternatives(load("papers")["head_noise"]))
_FORM_LINE = re.compile(r"[A-ZÄÖÜ][\w/-]+(?: [\w/-]+){0,2}\s?:\s+\S")  # perhaps a label that is not known
_HEADING = re.compile(r"\w*[Aa](?:ntrag|nfrage)\b[^:]{3,80}:\s+(?P<title>[A-ZÄÖÜ„\"].{7,})")
LONGEST_TITLE = 250
SHORTEST = 8
TITLE_LINES = 15  # a sentence further down is not looked for: such a title is to be checked for its length


class Title(msgspec.Struct, frozen=True):
    """The title of a paper, and the lines of a sentence that stands below it."""

    field: Field
    below: tuple[Line, ...] = ()

    def doubts(self) -> tuple[str, ...]:
        """Return a German sentence with the words that stand below the title, nothing when none do."""
        if not self.below:
            return ()
        words = quoted(line.text for line in self.below)
        return (f"Unter dem Titel steht Text, der nicht übernommen wird: „{words}“.",)


def title_of(facts: Head, lines: list[Line], *, whole: bool = False) -> Title:
    """Return the title: labelled, else in the heading, else the free lines above the table or above all labels.

    `whole`: no table or section ends the head, so the text of the paper stands in it, behind its title.
    """
    fact = facts.first("title")
    if fact and fact.lines:
        title, below = _parted(fact.lines)
        field = of_fact(msgspec.structs.replace(fact, lines=title))
        if any(_FORM_LINE.match(line.text) for line in title[1:]):
            field = stated(field.value, "title-loose", field.span)
        return _title(field, below)
    named = next((one for one in facts.all("item_number") if _names_item(one)), None)
    if named:
        return Title(of_fact(named))
    if heading := _in_heading(lines):
        return Title(heading)
    blocks = _loose_blocks(facts)
    if not blocks:
        return Title(NOTHING)
    blocks, told = _without_sentences(blocks)
    first_label = facts.facts[0].at.number if facts.facts else 0
    lower = [block for block in blocks if block[0].number > first_label]
    chosen = blocks[-1] if not lower else lower[0] if whole else lower[-1]
    rule = "title-before-consultations" if lower else "title-above-labels"
    title, below = _parted(tuple(chosen))
    field = optional(join_all(line.text for line in title), rule, span_of(title))
    return _title(field, (*below, *(line for line in told if line.number > title[-1].number)))


def _in_heading(lines: list[Line]) -> Field | None:
    """The title behind the words that name the kind of the paper ("Antrag gemäß § 24 GO: Neue Bänke")."""
    for line in [line for line in lines if line.text][:TITLE_LINES]:
        found = _HEADING.fullmatch(line.text) if heading_kind(line.text) else None
        if found:
            return stated(found["title"], "title-in-heading", span_of([line]))
    return None


def _names_item(fact: Fact) -> bool:
    """Whether the title, not the number, stands behind "TOP:"."""
    if not fact.lines or fact.lines[0].number != fact.at.number or ":" not in fact.at.text:
        return False
    return (
        len(fact.text) >= SHORTEST and not fits(fact.text, "number") and not number_of(Line(0, 0, fact.text))
    )


def title_below(lines: list[Line], last_row: int) -> Field:
    """Return the first block of lines below the last row of the table, when it is no text: the title stands there."""
    block: list[Line] = []
    for line in lines:
        if line.number <= last_row or (not line.text and not block):
            continue
        if not line.text:
            break
        block.append(line)
    text = join_all(line.text for line in block)
    if len(text) > LONGEST_TITLE or text.endswith((".", ":", ",")) or _NOISE.fullmatch(text):
        return NOTHING
    return optional(text, "title-below-consultations", span_of(block))


def _without_sentences(blocks: list[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The blocks that can be a title, where one can, and the lines of those that are sentences."""
    titles = [block for block in blocks if not opens_sentence(join_all(line.text for line in block))]
    if not titles:
        return blocks, []
    return titles, [line for block in blocks if block not in titles for line in block]


def _title(field: Field, below: tuple[Line, ...]) -> Title:
    """The title, to be checked where a sentence stands below it."""
    return Title(stated(field.value, "title-sentence", field.span), below) if below else Title(field)


def _parted(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a title, and those from the first that begins a sentence."""
    for index in range(1, min(len(lines), TITLE_LINES)):
        text = join_all(line.text for line in lines[index:])
        if not OPEN_END.search(lines[index - 1].text) and opens_sentence(text):
            return lines[:index], lines[index:]
    return lines, ()


def _loose_blocks(facts: Head) -> list[list[Line]]:
    """The lines of the head without label, in blocks without an empty line between; known noise left out."""
    blocks: list[list[Line]] = []
    for line in facts.rest:
        if _is_letterhead(line) or _is_form_row(facts, line):
            continue
        if blocks and line.number - blocks[-1][-1].number == 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_letterhead(line: Line) -> bool:
    """Whether a line, or one of its columns, is known to be no title: towns, offices, kinds, place and date."""
    if len(line.cells) > 1 and issue_of([line], head=True):
        return True
    return any(
        _NOISE.fullmatch(text) or heading_kind(text)
        for text in (line.text, *(cell.text for cell in line.cells))
    )


def _is_form_row(facts: Head, line: Line) -> bool:
    """Whether a line stands between labels with values as such a row, its label not known ("Zimmer", "214")."""
    if len(line.cells) < 2:
        return False
    lefts = [cell.left for cell in line.cells[:2]]
    beside = (fact.at for fact in facts.facts if abs(fact.at.number - line.number) == 1)
    return any([cell.left for cell in row.cells[:2]] == lefts for row in beside)
