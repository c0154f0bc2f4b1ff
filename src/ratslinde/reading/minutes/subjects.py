"""What a vote was about: the item itself, a motion to change it, a matter of procedure, or a part."""

from __future__ import annotations

import re
from typing import Literal

from ratslinde.reading.rules import alternatives, load

Subject = Literal["main", "plain", "asked", "motion", "procedure", "part"]
_RULES = load("votes")
_SUBJECTS = _RULES["subjects"]
_MAIN = re.compile(rf"\b{alternatives(_SUBJECTS['main'])}(?!\w)")
_MOTION = re.compile(rf"\b{alternatives(_SUBJECTS['motion'])}")
_ASKED = re.compile(rf"\b{alternatives(_SUBJECTS['asked'])}")
_BEGIN = re.compile(alternatives(_SUBJECTS["begin"]))
_PROCEDURE = re.compile(rf"\b{alternatives(_SUBJECTS['procedure'])}(?!\w)")
_PROPOSING = re.compile(rf"\b{alternatives(_SUBJECTS['proposing'])}(?!\w)")
_TALK = re.compile(rf"\b{alternatives(_SUBJECTS['talk'])}(?!\w)")
_REFERS_BACK = re.compile(rf"^{alternatives(_SUBJECTS['refers_back'])}\b")
_NAMES = alternatives(_RULES["clauses"]["names"])
_ID = r"(?:\d{1,2}|[a-hA-H]|[IVX]{1,4})"
_IN_FRONT = alternatives([*_RULES["clauses"]["names"], *_RULES["clauses"]["in_front"]])
_CLAUSE = re.compile(
    rf"(?:(?:^|(?<=[zZ]u )|(?<=[üÜ]ber )|(?<=[zZ]u den )){_IN_FRONT}|\b{_NAMES})\s*\(?(?P<of>{_ID})\b"
    r"|(?<!\w)[zZ]u \(?(?P<letter>[a-h](?=\))|[IVX]{1,4}(?=[.)])|\d{1,2}(?=\)|\.(?!\d)))"
)
_PART_LINE = re.compile(
    rf"(?:[zZ]u |[üÜ]ber )?(?:(?i:{_IN_FRONT})\s*\(?{_ID}\b"
    r"|\(?[a-h](?=\))|\(?\d{1,2}(?=\)|\.\s)|(?<=u )(?:\d{1,2}|[IVX]{1,4})(?=\.?:))"
    r"\s*\)?\.?\s*[:–-]?\s*(?P<rest>\S.*)"
)


def of_label(subject: str, above: str, *, decided: bool) -> Subject:
    """Return what a labelled vote was about: by the label, else by the text above that is no decision.

    `decided`: a decision with its label stands between this vote and the one before it.
    """
    if _CLAUSE.search(subject):
        return "part"
    named = _named(subject, subject)
    if named:
        return named
    if decided:
        return "plain"
    said = _named(above, above if _PROPOSING.search(above) else "")
    return said if said in ("procedure", "motion", "asked") else "plain"


def of_sentence(text: str, before: str) -> Subject | None:
    """Return what the vote in a sentence was about; None where it only talks of a vote."""
    if _TALK.search(text):
        return None
    said = f"{before} {text}" if _REFERS_BACK.match(text) else text
    named = _named(said, said if _PROPOSING.search(said) else "")
    if named in ("procedure", "motion"):
        return named
    return "part" if _CLAUSE.search(text) else _named(text, "") or "plain"


def of_counts(before: str) -> Subject:
    """Return what bare counts ("7 : 3") were about, by the text before them."""
    return _named(before, before if _PROPOSING.search(before) else "") or "plain"


def _named(text: str, proposed: str) -> Subject | None:
    """What a text names; a matter of procedure counts only in what is `proposed`."""
    if _PROCEDURE.search(proposed):
        return "procedure"
    if _MOTION.search(text):
        return "motion"
    if _MAIN.search(text):
        return "main"
    return "asked" if _ASKED.search(text) else None


def puts_motion(text: str) -> bool:
    """Return whether a line puts a motion ("Änderungsantrag der …", "Frau Muster beantragt …")."""
    return _BEGIN.match(text) is not None


def is_aside(text: str) -> bool:
    """Return whether a sentence tells of a motion or of procedure, beside the vote on the item."""
    return of_sentence(text, "") in ("motion", "procedure")


def part_of_line(text: str) -> str | None:
    """Return what stands behind the name of a part ("Ziffer 1: einstimmig"), None without such a name."""
    found = _PART_LINE.fullmatch(text)
    return found["rest"] if found else None


def clauses_in(text: str) -> set[str]:
    """Return the parts that a text names."""
    return {found["of"] or found["letter"] for found in _CLAUSE.finditer(text)}
