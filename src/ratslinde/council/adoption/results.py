"""The result of an item is proposed from the words of the minutes; what they leave open is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ratslinde.council.adoption.drafting import Adoption, text
from ratslinde.council.adoption.outcomes import Vocabulary
from ratslinde.council.adoption.passages import Passage, below_title, lines_of, sentences_in, sentences_of
from ratslinde.council.meetings.rules import Votes, vote_in_words
from ratslinde.kernel.text import shortened
from ratslinde.reading import Entry, Field, Span

_SEVERAL = ("vote-of-several", "vote-in-parts")  # rules of the reader
_ASKED = "Bitte eintragen, was beschlossen wurde, oder leer lassen."


class Result(Struct, frozen=True, kw_only=True):
    """`value` is proposed, '' where somebody has to enter it; `read` holds the words that it follows from."""

    value: str
    read: Field


def result_of(adoption: Adoption, entry: Entry, *, words: Vocabulary) -> Result | None:
    """What became of the item, as far as the minutes say; None where they say nothing of it."""
    vote = next(iter(entry.entries("vote")), None)
    lines = below_title(adoption, entry)
    return (
        _of_kind(lines_of(adoption, entry.span), words)
        or _of_vote(adoption, vote, words)
        or _of_line(lines, words)
        or (_of_told(lines, words) if vote is None else _of_count(vote, text(entry, "decision_text"), words))
    )


def _of_kind(lines: Sequence[Passage], words: Vocabulary) -> Result | None:
    """The outcome that an extract of minutes names in its head ('Beschlussart: ungeändert beschlossen')."""
    for span, line in lines:
        if outcome := words.labelled_kind(line):
            return _proposed(outcome, "result-kind", "Steht hinter der Beschriftung.", line, span, sure=True)
    return None


def _of_vote(adoption: Adoption, vote: Entry | None, words: Vocabulary) -> Result | None:
    """The outcome that the result of the vote names itself."""
    if vote is None:
        return None
    stated = [field for field in vote.values.values() if field.value is not None]
    written = " ".join(line for _, line in lines_of(adoption, vote.span)) or text(vote, "result")
    found, span = words.in_result(written), vote.span
    if len(found) > 1 or any(field.rule in _SEVERAL for field in vote.values.values()):
        return _open("Zu diesem Punkt nennt die Niederschrift mehrere Ergebnisse.", written, span)
    if not found:
        return None
    sure = all(field.sure for field in stated)
    reason = (
        "So steht es im Abstimmungsergebnis." if sure else "Die Abstimmung steht in einem Satz des Textes."
    )
    return _proposed(found[0], "result-of-vote", reason, written, span, sure=sure)


def _of_line(lines: Sequence[Passage], words: Vocabulary) -> Result | None:
    """The outcome that a line of its own names ('vertagt')."""
    found = {outcome: (span, line) for span, line in _beginning(lines) if (outcome := words.alone(line))}
    if not found:
        return None
    (span, line), several = next(iter(found.values())), len(found) > 1
    if several:
        return _open("Zu diesem Punkt nennt die Niederschrift mehrere Ergebnisse.", line, span)
    return _proposed(next(iter(found)), "result-alone", "So steht es in dieser Zeile.", line, span, sure=True)


def _beginning(lines: Sequence[Passage]) -> list[Passage]:
    """Lines that begin something: the last word of a sentence may stand on a line of its own, too."""
    above = ["", *(line.strip() for _, line in lines)]
    return [
        each
        for each, before in zip(lines, above, strict=False)
        if not before or before.endswith(":") or ":" in each[1]
    ]


def _of_told(lines: Sequence[Passage], words: Vocabulary) -> Result | None:
    """The outcome that the text tells where nobody voted ('Der Punkt wird vertagt.')."""
    told = {outcome: span for span, line in sentences_in(lines) for outcome in words.in_sentences([line])}
    if not told:
        return None
    outcome, span = next(iter(told.items()))
    if len(told) > 1:
        return _open(f"Der Text nennt mehreres: {', '.join(told)}.", outcome, span)
    return _proposed(
        outcome, "result-told", "So steht es in einem Satz der Niederschrift.", outcome, span, sure=False
    )


def _of_count(vote: Entry, decision: str, words: Vocabulary) -> Result:
    """The outcome that follows from the vote over a decision that is stated (§ 50 Abs. 1 GO NRW), to be checked."""
    counted = vote_in_words(_votes(vote))
    manner = words.manner(text(vote, "result")) or words.manner(
        counted.replace("mit Mehrheit", "mehrheitlich")
    )
    told = words.in_sentences(sentences_of(decision))
    said = text(vote, "result") or counted
    if counted in ("abgelehnt", "kein Beschluss") and not text(vote, "result") and decision:
        return _following(counted, said, vote.span)
    outcome = "beschlossen" if not told or "beschlossen" in told else told[0]
    if not decision or not manner or (len(told) > 1 and outcome != "beschlossen"):
        return _open(f"Die Niederschrift nennt nur die Abstimmung ({said or 'Stimmen'}).", said, vote.span)
    counts = any(each.counted for each in words.outcomes if each.outcome == outcome)
    return _following(f"{manner} {outcome}" if counts else outcome, said, vote.span)


def _following(outcome: str, said: str, span: Span | None) -> Result:
    reason = f"Die Niederschrift nennt nur die Abstimmung ({said}). Bitte prüfen, ob es so ausging."
    return _proposed(outcome, "result-of-count", reason, said, span, sure=False)


def _proposed(value: str, rule: str, reason: str, read: str, span: Span | None, *, sure: bool) -> Result:
    return Result(value=value, read=Field(value=read, rule=rule, reason=reason, span=span, sure=sure))


def _open(reason: str, read: str, span: Span | None) -> Result:
    said = shortened(read) or "–"
    field = Field(value=said, rule="result-open", reason=f"{reason} {_ASKED}", span=span, sure=False)
    return Result(value="", read=field)


def _votes(vote: Entry) -> Votes:
    yes, no, abstain = (
        value if isinstance(value := vote.value(name), int) else None for name in ("yes", "no", "abstain")
    )
    return Votes(yes=yes, no=no, abstain=abstain)
