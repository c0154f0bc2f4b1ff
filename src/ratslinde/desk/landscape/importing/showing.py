"""The rows of a run as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ratslinde.desk.landscape.offers.in_words import age_words
from ratslinde.integration.importing.models import ImportRow, ImportRun, Newer, Verdict
from ratslinde.integration.importing.settling import waits_for_newer
from ratslinde.integration.importing.standing import MODELS, words_of
from ratslinde.integration.importing.wording import in_words, is_quiet, label_of
from ratslinde.integration.landscape.models import Offer

KIND_WORDS = {
    "actor": "Akteur", "offer": "Angebot", "place": "Ort", "space": "Sozialraum", "taxonomy": "Begriffsliste",
    "term": "Begriff",
}  # fmt: skip
KIND_TITLES = {
    "actor": "Akteure", "offer": "Angebote", "place": "Orte", "space": "Sozialräume", "taxonomy": "Begriffslisten",
    "term": "Begriffe",
}  # fmt: skip
GRADES = {"certain": "sicher", "likely": "wahrscheinlich", "possible": "möglich"}
_BADGES = {
    Verdict.NEW: ("success", "add"), Verdict.CHANGED: ("info", "edit"), Verdict.UNCHANGED: ("", "check"),
    Verdict.BLOCKED: ("danger", "danger"), Verdict.OPEN: ("warning", "warning"), Verdict.SKIPPED: ("", "close"),
    Verdict.TOGETHER: ("info", "add"),
}  # fmt: skip
_FIRST = ("sites", "place", "languages")
"""What is told first of a new row: when, where, and in which language."""
_TOLD_ELSEWHERE = ("key", "geometry", "name", "age_from", "age_to")
MOST_TOLD = 8
"""So many values are told at once, the others behind a word that says how many they are."""


class Badge(NamedTuple):
    """A verdict in words, with kind and icon of its badge."""

    words: str
    kind: str
    icon: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """A row: its badge, what the file says (`facts`, then `more`), what would change, and what one can choose.

    `options`: (value, words) for the select; `chosen` the value that stands.
    """

    row: ImportRow
    badge: Badge
    kind: str
    facts: list[tuple[str, str]]
    more: list[tuple[str, str]]
    differences: list[dict[str, Any]]
    options: list[tuple[str, str]]
    chosen: str
    target: str

    @property
    def waits_for_newer(self) -> bool:
        """Whether it is to be decided between what stands and an older list."""
        return waits_for_newer(self.row)

    @property
    def field(self) -> str:
        """The name of the row's control."""
        return f"zeile-{self.row.number}"

    @property
    def where(self) -> str:
        """'Vereine, Zeile 7'."""
        return f"{self.row.sheet}, Zeile {self.row.line}"


def told(run: ImportRun, rows: list[ImportRow]) -> list[Told]:
    """The rows in words; a fixed number of queries for all names."""
    names = {**words_of(run.body).names, **_names(run, rows)}
    return [_told(row, names) for row in rows]


def verdict_options(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(verdict, words, how many) of those that occur."""
    return [(value, str(Verdict(value).label), counts[value]) for value in Verdict.values if counts[value]]


def _told(row: ImportRow, names: dict[str, str]) -> Told:
    kind, icon = _BADGES[Verdict(row.verdict)]
    facts = facts_of(row, names)
    chosen = (
        f"same:{row.identity['chosen']}"
        if row.decision == "same" and "chosen" in row.identity
        else row.decision
    )
    return Told(
        row=row,
        badge=Badge(str(Verdict(row.verdict).label), kind, icon),
        kind=KIND_WORDS[row.kind],
        facts=facts[:MOST_TOLD],
        more=facts[MOST_TOLD:],
        differences=[each for each in row.differences if not each["quiet"]],
        options=_options(row),
        chosen=_newer(row) or chosen or _best(row),
        target=names.get(row.target, ""),
    )


def facts_of(row: ImportRow, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """(title, words) of what the row states, in their order; both ends of an age are told as one."""
    facts = [
        (label_of(row.kind, name), _ages(row) if name == "ages" else in_words(row.kind, name, value, names))
        for name, value in sorted(row.values.items(), key=lambda each: _rank(row.kind, each[0]))
        if not is_quiet(name) and name not in _TOLD_ELSEWHERE
    ]
    return [fact for fact in facts if fact[1]]


def _ages(row: ImportRow) -> str:
    return age_words(Offer(**{name: row.values.get(name) for name in ("ages", "age_from", "age_to")}))


def _rank(kind: str, field: str) -> tuple[int, int, str]:
    """The first ones, then as the entry itself is ordered, whatever order the database kept them in."""
    own = [each.name for each in MODELS[kind]._meta.get_fields()]
    first = _FIRST.index(field) if field in _FIRST else len(_FIRST)
    return first, own.index(field) if field in own else len(own), field


def _options(row: ImportRow) -> list[tuple[str, str]]:
    if row.kind not in ("actor", "offer", "place") or row.verdict == Verdict.BLOCKED:
        return []
    waits = waits_for_newer(row)
    newer = [(str(each), str(each.label)) for each in Newer] if waits or row.identity.get("newer") else []
    if waits:
        return newer
    same = [(f"same:{each['key']}", f"dasselbe wie „{each['label']}“") for each in row.candidates]
    return [*newer, *same, ("new", "neu anlegen"), ("skip", "überspringen")]


def _newer(row: ImportRow) -> str:
    """What is newer stays unless somebody says otherwise; '' where nothing newer stands."""
    return str(row.identity.get("newer") or (Newer.KEEP if waits_for_newer(row) else ""))


def _best(row: ImportRow) -> str:
    """What is chosen before anybody has: the likely one, nothing where it is only possible."""
    if row.verdict == Verdict.OPEN:
        likely = [each["key"] for each in row.candidates if each["grade"] != "possible"]
        return f"same:{likely[0]}" if likely else ""
    if row.verdict in (Verdict.CHANGED, Verdict.UNCHANGED, Verdict.TOGETHER):
        return f"same:{row.target}"
    return "new" if row.verdict == Verdict.NEW else ""


def _names(run: ImportRun, rows: list[ImportRow]) -> dict[str, str]:
    names = {f"@{number}": label for number, label in run.rows.values_list("number", "label")}
    for row in rows:
        names.update({each["key"]: each["label"] for each in row.candidates})
    return names
