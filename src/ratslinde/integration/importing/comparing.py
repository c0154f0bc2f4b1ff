"""The dry run: each statement beside what stands, with differences, duplicates, and what would be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.choosing import certain_of, each_once
from ratslinde.integration.importing.differing import differing
from ratslinde.integration.importing.filling import fills
from ratslinde.integration.importing.fitting import contradiction
from ratslinde.integration.importing.halves import asks, with_halves
from ratslinde.integration.importing.hints import Hints
from ratslinde.integration.importing.identifying import add_problem, blocks, by_id, look_up
from ratslinde.integration.importing.models import Decision, ImportRow, Verdict
from ratslinde.integration.importing.newer import LaterWords
from ratslinde.integration.importing.profiling import Profiles, References
from ratslinde.integration.importing.rules.likeness.similarity import Match, matches
from ratslinde.integration.importing.settling import Differences, keep_what_is_newer, waits_for_newer
from ratslinde.integration.importing.sparing import spare_what_is_whole
from ratslinde.integration.importing.standing import MODELS, Standing
from ratslinde.integration.importing.wording import in_words, is_quiet, label_of
from ratslinde.integration.landscape.actions.setting import saying_whole

WHOLE_SHEETS = ("services", "organizations", "locations", "taxonomies", "taxonomy_terms", "service_areas")
"""Sheets of HSDS: what they say of an offer's sites is all there is."""


class Comparison:
    """Compares the rows of a run, kind by kind, so that each refers to what the earlier ones were found to be."""

    def __init__(self, body: Body, rows: Sequence[ImportRow]) -> None:
        self.standing = Standing(body)
        self.rows = {row.number: row for row in rows}
        self.names = {key: str(row) for key, row in self.standing.by_public_id.items()}
        self.names.update({f"@{row.number}": row.label for row in rows})
        self._references = References(self.rows)
        self._profiles = Profiles(self.standing, self._references)
        self._claimed: dict[str, ImportRow] = {}
        self._later, self._hints = LaterWords(body), Hints(body)

    def carry_out(self) -> None:
        """Fill verdict, target, candidates and differences of every row; nothing is saved."""
        for kind in MODELS:
            rows = [row for row in self.rows.values() if row.kind == kind and row.carried_at is None]
            candidates = self._candidates(kind, rows)
            for row in rows:
                self._judge(kind, row, candidates.get(f"@{row.number}", []))
            for row in rows:  # a part may stand before what it belongs to
                self._tell(kind, row)

    def _candidates(self, kind: str, rows: Sequence[ImportRow]) -> dict[str, list[Match]]:
        if kind not in ("actor", "offer", "place"):
            return {}
        profiles = [self._profiles.of(kind, row) for row in rows if not blocks(row)]
        known, town = self.standing.profiles(kind), self.standing.town
        found = matches(kind, profiles, known, apart=self.standing.apart, town=town)
        return with_halves(rows, found, stated=profiles, known=known, town=town) if kind == "actor" else found

    def _judge(self, kind: str, row: ImportRow, found: Sequence[Match]) -> None:
        found = each_once(row, found, self._references)
        row.candidates = [self._shown(kind, each) for each in found]
        row.differences, row.target, row.target_revision = [], "", None
        row.problems = [each for each in row.problems if not each.get("passing")]
        look_up(self.standing, row)
        certain = self._known_by_id(kind, row) or certain_of(found, claimed=self._claimed)
        if blocks(row) or self._refers_to_nothing(row):
            row.verdict = Verdict.BLOCKED
        elif row.decision == Decision.SKIP:
            row.verdict = Verdict.SKIPPED
        elif row.decision == Decision.NEW:
            row.verdict = Verdict.NEW
        elif row.decision == Decision.SAME:
            self._same(row, row.identity["chosen"])
        elif certain:
            self._same(row, certain)
        else:
            row.verdict = Verdict.OPEN if row.candidates or asks(row) else Verdict.NEW

    def _same(self, row: ImportRow, target: str) -> None:
        """The row is about that other one: of this run, or one that stands."""
        target = self.rows[int(target[1:])].result or target if target.startswith("@") else target
        other = self._claimed.get(target)
        row.target = f"@{other.number}" if other is not None else target
        if row.target.startswith("@"):
            row.verdict = Verdict.TOGETHER
            return
        stands: Any = self.standing.by_public_id.get(target)
        if stands is None or stands.archived_at is not None:
            row.verdict = Verdict.BLOCKED
            add_problem(row, "Dieser Eintrag ist abgelegt. Bitte zuerst wieder hervorholen.", blocks=True)
            return
        self._claimed[target] = row
        row.target_revision = stands.revision
        row.verdict = Verdict.UNCHANGED

    def _tell(self, kind: str, row: ImportRow) -> None:
        """What would change, or whether a new row can be."""
        if row.verdict == Verdict.NEW:
            self._check(kind, row, {})
        if row.verdict == Verdict.TOGETHER:
            self._tell_together(row)
        if row.verdict != Verdict.UNCHANGED or row.target.startswith("@"):
            return
        stands: Any = self.standing.by_public_id[row.target]
        if kind in ("taxonomy", "term", "space") and str(stands.standard_id) != row.identity.get(
            "standard_id"
        ):
            return  # the town's own word stays as it is
        found = differing(stands, self._references.resolved(row.values), whole=row.sheet in WHOLE_SHEETS)
        if row.origin:  # a column that only names it does not rename it, nor tells better where it lies
            found.pop("name", None)
            if getattr(stands, "space_id", None):
                found.pop("space", None), found.pop("space_by_hand", None)
        found = spare_what_is_whole(row, self._settled(kind, row, stands, found))
        found = keep_what_is_newer(self._later, row, stands, found)
        row.differences = [self._difference(kind, name, *pair) for name, pair in found.items()]
        if found:
            row.verdict = Verdict.OPEN if waits_for_newer(row) else Verdict.CHANGED
            self._check(kind, row, {name: getattr(stands, name) for name in _columns(stands)})

    def _settled(self, kind: str, row: ImportRow, stands: Any, found: Differences) -> Differences:
        return (
            self._hints.settle(row, stands, found)
            if kind == "offer" and row.sheet not in WHOLE_SHEETS
            else found
        )

    def _tell_together(self, row: ImportRow) -> None:
        """A further row about one that stands changes nothing where all that it says is there."""
        stands: Any = self.standing.by_public_id.get(self._references.resolved(row.target))
        if stands is not None and not fills(stands, self._references.resolved(row.values)):
            row.verdict = Verdict.UNCHANGED

    def _difference(self, kind: str, name: str, before: Any, after: Any) -> dict[str, Any]:
        return {
            "field": name,
            "label": label_of(kind, name),
            "before": in_words(kind, name, before, self.names),
            "after": in_words(kind, name, after, self.names) or "nicht bekannt",
            "value": after,
            "quiet": is_quiet(name) and after not in ("", False, "more"),
        }

    def _check(self, kind: str, row: ImportRow, stands: Mapping[str, Any]) -> None:
        """A row that contradicts itself, also with what stands, cannot be taken over."""
        sentence = contradiction(kind, {**stands, **saying_whole(row.values)}) if kind == "offer" else ""
        if sentence:
            row.verdict = Verdict.BLOCKED
            add_problem(row, sentence, blocks=True)

    def _known_by_id(self, kind: str, row: ImportRow) -> str:
        return by_id(self.standing, kind, row, taxonomy=self._references.resolved(row.values.get("taxonomy")))

    def _refers_to_nothing(self, row: ImportRow) -> bool:
        """An offer whose actor is not taken over is not either."""
        actor = row.values.get("actor", "")
        if not (row.kind == "offer" and actor.startswith("@")):
            return False
        provider = self.rows[int(actor[1:])]
        if provider.verdict in (Verdict.BLOCKED, Verdict.SKIPPED):
            add_problem(row, f"Der Anbieter „{provider.label}“ wird nicht übernommen.", blocks=True)
            return True
        return False

    def _shown(self, kind: str, match: Match) -> dict[str, Any]:
        row: Any = self.standing.by_public_id.get(match.key)
        other = self.rows[int(match.key[1:])] if match.key.startswith("@") else None
        where = f"{other.sheet}, Zeile {other.line}" if other else ""
        actor = getattr(row, "actor", None)
        return {
            "key": match.key, "label": self.names.get(match.key, match.key), "grade": match.grade,
            "reasons": list(match.reasons), "where": where, "kind": kind, "actor": actor.name if actor else "",
        }  # fmt: skip


def _columns(row: Any) -> list[str]:
    return [field.name for field in row._meta.concrete_fields if not field.is_relation]
