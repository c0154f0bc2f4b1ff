"""The text of a decision, without the words that only tell how the vote on it went."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.parts import Parts
from ratslinde.reading.minutes.statements import sentences_in
from ratslinde.reading.minutes.subjects import part_of_line
from ratslinde.reading.minutes.telling import (
    ANNOUNCING,
    BARE,
    SENTENCE,
    is_bare_result,
    is_result,
    result_behind,
    tallies,
    tells_result,
)
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import load
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.joining import paragraphs
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of, strip_blank

SHORT = 40
_FIRST_PART = re.compile(r"\(?(?P<part>[aA1I])[.)]\s")
_NEXT_PART = {"a": "b", "A": "B", "1": "2", "I": "II"}
_DECIDING = re.compile(load("votes")["deciding"])
_DECISION = re.compile(r"(?:Der|Die|Das) ")
_GAPS = re.compile(r"\n{3,}")


def decision_of(parts: Parts, body: list[Line]) -> Field:
    """Return the text below the label of the decision, else that below a sentence that announces it."""
    lines = _without_result(parts.decision)
    text = without_result(_text(lines))
    if text:
        rule = "decision-again" if _goes_on(lines, body) else _rule(parts, lines, text)
        return stated(text, rule, span_of(lines))
    for index, line in enumerate(body):
        if ANNOUNCING.search(line.text):
            below = _without_result(_first_block(body[index + 1 :]))
            if told := without_result(_text(below)):
                return stated(told, "decision-sentence", span_of(below))
    if named := _decides(body):
        return stated(None, "stated-elsewhere", span_of([named]))
    beside = [line for vote in parts.votes if not vote.label for line in vote.lines[1:] if line.text]
    told_there = [line for line in beside if line.text.endswith(".") and not tells_result(line.text)]
    return stated(None, "stated-elsewhere", span_of(told_there)) if told_there else NOTHING


def _decides(body: list[Line]) -> Line | None:
    """The first line of the text that tells of a body what it decides; None without one."""
    return next(
        (
            line
            for line in body
            if _DECISION.match(line.text) and _DECIDING.search(line.text) and is_body(line.text)
        ),
        None,
    )


def _goes_on(lines: list[Line], body: list[Line]) -> bool:
    """Whether a decision is only the first of several parts ("a) …"), the next of which stands further down."""
    first = _FIRST_PART.match(lines[0].text)
    if not first:
        return False
    last, following = lines[-1].number, re.compile(rf"\(?{_NEXT_PART[first['part']]}[.)]\s")
    if any(following.match(line.text) for line in lines):
        return False
    return any(line.number > last and following.match(line.text) for line in body)


def without_result(text: str) -> str:
    """Return a text without the sentences and brackets at the ends of its lines that tell how a vote went."""
    return _GAPS.sub("\n\n", "\n".join(_without(line) for line in text.split("\n"))).strip()


def _without(text: str) -> str:
    for sentence in reversed(sentences_in(text)):
        if not is_bare_result(sentence):
            break
        text = text.removesuffix(sentence).rstrip()
    told, above = result_behind(text)
    return above if told else text


def _text(lines: list[Line]) -> str:
    return paragraphs(line.text for line in lines)


def _rule(parts: Parts, lines: list[Line], text: str) -> str:
    again = without_result(_text(_without_result(parts.again)))
    if again and again != text:
        return "decision-again"
    if any(line.text.isdigit() for line in lines):
        return "decision-torn"
    if _ends_with_vote(text):
        return "decision-with-vote"
    printed = strip_blank(parts.decision)
    return "decision" if printed and printed[0] is lines[0] else "decision-below-numbers"


def _ends_with_vote(text: str) -> bool:
    """Whether the last of several sentences tells of a vote, in words that were not known to end a decision."""
    lines = text.split("\n")
    sentences = sentences_in(lines[-1])
    return len(lines) + len(sentences) > 2 and SENTENCE.search(sentences[-1]) is not None


def _without_result(lines: list[Line]) -> list[Line]:
    """Return the lines above the first that tells a result; "einstimmig" alone is no decision.

    Numbers right below the label ("9 : 0") stand above the text.
    """
    lines = _below_numbers(lines)
    end = next((index for index in range(len(lines)) if _ends_decision(lines, index)), len(lines))
    above = strip_blank(lines[:end])
    if len(above) == 1 and SENTENCE.search(above[0].text) and len(above[0].text) < SHORT:
        return []
    return above


def _below_numbers(lines: list[Line]) -> list[Line]:
    printed = strip_blank(lines)
    return strip_blank(printed[1:]) if printed and BARE.fullmatch(printed[0].text) else printed


def _ends_decision(lines: list[Line], index: int) -> bool:
    """A line below a blank one may be the bare words of a result; elsewhere they end a sentence of the decision."""
    text, above = lines[index].text, lines[index - 1].text if index else "-"
    part = part_of_line(text) or ""
    if tells_result(text) or tells_result(part) or tallies(part) or (not above and is_result(text)):
        return True
    return (not above or above.endswith(".")) and tells_result(text[:1].upper() + text[1:])


def _first_block(lines: list[Line]) -> list[Line]:
    """The lines up to the first gap or label."""
    block: list[Line] = []
    for line in lines:
        if block and (not line.text or label_of(line, "item")):
            break
        if line.text:
            block.append(line)
    return block
