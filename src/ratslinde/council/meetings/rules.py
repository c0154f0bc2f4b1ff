"""Checks on meetings and agendas, and the wording of results. Pure."""

from __future__ import annotations

from msgspec import Struct


class Check(Struct, frozen=True, kw_only=True):
    """The outcome of a rule: how serious (`info`, `warn`, `block`), what is wrong, and where the rule comes from."""

    level: str
    sentence: str
    source: str
    field: str = ""


class Votes(Struct, frozen=True, kw_only=True):
    """Numbers as far as they were stated; None is not zero."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None


def vote_in_words(votes: Votes) -> str:
    """'einstimmig bei 8 Enthaltungen', 'mit Mehrheit', 'abgelehnt'; '' when yes or no is not stated.

    Abstentions are not counted for the majority; a tie is a rejection (§ 50 Abs. 1 GO NRW; test vectors of the rules).
    """
    if votes.yes is None or votes.no is None:
        return ""
    if votes.yes <= votes.no:
        return "abgelehnt" if votes.yes or votes.no else "kein Beschluss"
    if votes.no:
        return "mit Mehrheit"
    abstained = votes.abstain or 0
    if not abstained:
        return "einstimmig"
    return f"einstimmig bei {abstained} {'Enthaltung' if abstained == 1 else 'Enthaltungen'}"


def agenda_checks(items: list[tuple[str, str, bool, str]]) -> list[Check]:
    """Checks on (number, title, public, public title) of each item, in order (R113, R124, R304 of the rules)."""
    found = []
    if not items:
        found.append(
            Check(level="warn", sentence="Die Tagesordnung ist noch leer.", source="§ 48 Abs. 1 GO NRW")
        )
    seen: set[tuple[bool, str]] = set()
    for number, title, public, public_title in items:
        if (public, number) in seen:
            found.append(
                Check(
                    level="warn",
                    sentence=f"Die Nummer {number} kommt zweimal vor.",
                    source="§ 48 Abs. 1 GO NRW",
                )
            )
        seen.add((public, number))
        if not title.strip():
            found.append(
                Check(level="block", sentence=f"TOP {number} hat keinen Titel.", source="§ 48 Abs. 1 GO NRW")
            )
        if not public and not public_title:
            sentence = f"TOP {number} (nichtöffentlich) hat keinen neutralen Titel und wird deshalb nicht angekündigt."
            found.append(
                Check(level="info", sentence=sentence, source="§ 48 Abs. 1 GO NRW, LT-Drs. 17/12161")
            )
    return found


def place_withdrawn() -> Check:
    """What is said about a meeting at a place that was taken back from the public."""
    sentence = "Der Sitzungsort wurde zurückgenommen und wird öffentlich nicht genannt."
    return Check(level="warn", sentence=sentence, source="§ 48 Abs. 1 GO NRW", field="location")
