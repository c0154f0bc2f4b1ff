"""The dry run: each statement beside what stands, with differences, duplicates, and what would be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.differing import differing
from ratslinde.integration.importing.fitting import contradiction
from ratslinde.integration.importing.models import Decision, ImportRow, Verdict
from ratslinde.integration.importing.rules.grading import CERTAIN
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.profiles import Profile
from ratslinde.integration.importing.rules.similarity import Match, matches
from ratslinde.integration.importing.standing import MODELS, Standing, is_uuid, point_of
from ratslinde.integration.importing.wording import in_words, is_quiet, label_of

WHOLE_SHEETS = ("services", "organizations", "locations", "taxonomies", "taxonomy_terms", "service_areas")
"""Sheets of HSDS: what they say of an offer's sites is all there is."""


class Comparison:
    """Compares the rows of a run, kind by kind, so that each refers to what the earlier ones were found to be."""

    def __init__(self, body: Body, rows: Sequence[ImportRow]) -> None:
        self.standing = Standing(body)
        self.rows = {row.number: row for row in rows}
        self.names = {key: str(row) for key, row in self.standing.by_public_id.items()}
        self.names.update({f"@{row.number}": row.label for row in rows})
        self._claimed: dict[str, ImportRow] = {}

    def carry_out(self) -> None:
        """Fill verdict, target, candidates and differences of every row; nothing is saved."""
        for kind in MODELS:
            rows = [row for row in self.rows.values() if row.kind == kind]
            candidates = self._candidates(kind, rows)
            for row in rows:
                self._judge(kind, row, candidates.get(f"@{row.number}", []))
            for row in rows:  # a part may stand before what it belongs to
                self._tell(kind, row)

    def resolved(self, value: Any) -> Any:
        """The value with references to rows of the run as public ids, where those rows stand already."""
        if isinstance(value, dict):
            return {key: self.resolved(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.resolved(each) for each in value]
        if isinstance(value, str) and value.startswith("@") and value[1:].isdigit():
            row = self.rows[int(value[1:])]
            return self.resolved(row.target) if row.target else value
        return value

    def _candidates(self, kind: str, rows: Sequence[ImportRow]) -> dict[str, list[Match]]:
        if kind not in ("actor", "offer", "place"):
            return {}
        able = [row for row in rows if not _blocks(row)]
        return matches(
            kind,
            [self._profile(kind, row) for row in able],
            self.standing.profiles(kind),
            apart=self.standing.apart,
        )

    def _profile(self, kind: str, row: ImportRow) -> Profile:
        values = self.resolved(row.values)
        place = values if kind == "place" else self._place(values.get("place"))
        if kind == "offer":
            place = self._place(
                next((site["place"] for site in values.get("sites", []) if site["place"]), None)
            )
        return Profile(
            key=f"@{row.number}",
            name=values.get("name", ""),
            ids=frozenset(key for key in (row.own_id, row.identity.get("standard_id", "")) if key),
            website=values.get("website") or row.identity.get("website", ""),
            email=values.get("email") or row.identity.get("email", ""),
            phone=values.get("phone") or row.identity.get("phone", ""),
            owner=values.get("actor", "") if kind == "offer" else "",
            point=point_of(place.get("latitude"), place.get("longitude")),
            address=place.get("street_address", "") if kind != "offer" else "",
        )

    def _place(self, key: Any) -> Mapping[str, Any]:
        if not isinstance(key, str):
            return {}
        if key.startswith("@"):
            values: Mapping[str, Any] = self.rows[int(key[1:])].values
            return values
        row = self.standing.by_public_id.get(key)
        return vars(row) if row else {}

    def _judge(self, kind: str, row: ImportRow, found: Sequence[Match]) -> None:
        row.candidates = [self._shown(kind, each) for each in found]
        row.differences, row.target, row.target_revision = [], "", None
        row.problems = [each for each in row.problems if not each.get("passing")]
        self._look_up(row)
        certain = self._by_id(kind, row) or next((each.key for each in found if each.grade == CERTAIN), "")
        if _blocks(row) or self._refers_to_nothing(row):
            row.verdict = Verdict.BLOCKED
        elif row.decision == Decision.SKIP:
            row.verdict = Verdict.SKIPPED
        elif row.decision == Decision.NEW:
            row.verdict = Verdict.NEW
        elif row.decision == Decision.SAME:
            self._same(row, row.identity["chosen"])
        elif certain and not (certain in self._claimed and not certain.startswith("@")):
            self._same(row, certain)
        else:
            row.verdict = Verdict.OPEN if row.candidates else Verdict.NEW

    def _same(self, row: ImportRow, target: str) -> None:
        """The row is about that other one: of this run, or one that stands."""
        other = self._claimed.get(target)
        row.target = f"@{other.number}" if other is not None else target
        if row.target.startswith("@"):
            row.verdict = Verdict.TOGETHER
            return
        stands: Any = self.standing.by_public_id.get(target)
        if stands is None or stands.archived_at is not None:
            row.verdict = Verdict.BLOCKED
            _problem(row, "Dieser Eintrag ist abgelegt. Bitte zuerst wieder hervorholen.", blocks=True)
            return
        self._claimed[target] = row
        row.target_revision = stands.revision
        row.verdict = Verdict.UNCHANGED

    def _tell(self, kind: str, row: ImportRow) -> None:
        """What would change, or whether a new row can be."""
        if row.verdict == Verdict.NEW:
            self._check(kind, row, {})
        if row.verdict != Verdict.UNCHANGED:
            return
        stands: Any = self.standing.by_public_id[row.target]
        if kind in ("taxonomy", "term", "space") and str(stands.standard_id) != row.identity.get(
            "standard_id"
        ):
            return  # the town's own word stays as it is
        found = differing(stands, self.resolved(row.values), whole=row.sheet in WHOLE_SHEETS)
        if row.origin:  # a column that only names it does not rename it
            found.pop("name", None)
        row.differences = [self._difference(kind, name, *pair) for name, pair in found.items()]
        row.verdict = Verdict.CHANGED if found else Verdict.UNCHANGED
        self._check(kind, row, {name: getattr(stands, name) for name in _columns(stands)})

    def _difference(self, kind: str, name: str, before: Any, after: Any) -> dict[str, Any]:
        return {
            "field": name,
            "label": label_of(kind, name),
            "before": in_words(kind, name, before, self.names),
            "after": in_words(kind, name, after, self.names),
            "value": after,
            "quiet": is_quiet(name),
        }

    def _check(self, kind: str, row: ImportRow, stands: Mapping[str, Any]) -> None:
        """A row that contradicts itself, also with what stands, cannot be taken over."""
        sentence = contradiction(kind, {**stands, **row.values}) if kind == "offer" else ""
        if sentence:
            row.verdict = Verdict.BLOCKED
            _problem(row, sentence, blocks=True)

    def _by_id(self, kind: str, row: ImportRow) -> str:
        for key in (row.own_id, row.identity.get("standard_id", "")):
            found = self.standing.by_id.get((kind, key)) if key else None
            if found is not None:
                return found.public_id
        if kind == "taxonomy":
            return self._first(kind, lambda each: each.key == row.values.get("key"))
        if kind == "term":
            taxonomy = self.resolved(row.values.get("taxonomy"))
            names = {key_of(row.values["name"]), key_of(row.values["code"])}
            return self._first(
                kind,
                lambda each: (
                    each.taxonomy.public_id == taxonomy and names & {key_of(each.name), key_of(each.code)}
                ),
            )
        if kind == "space":
            return self._first(kind, lambda each: key_of(each.name) == key_of(row.values.get("name", "")))
        return ""

    def _first(self, kind: str, fits: Any) -> str:
        return next((row.public_id for row in self.standing.rows[kind] if fits(row)), "")

    def _look_up(self, row: ImportRow) -> None:
        """Links of an HSDS file to what it does not hold: found by the UUID, or left out."""
        for name, value in list(row.values.items()):
            if isinstance(value, str) and value.startswith("uuid:") and is_uuid(value[5:]):
                kind = {"actor": "actor", "parent": row.kind, "space": "space"}[name]
                found = self.standing.by_id.get((kind, value[5:]))
                if found is not None:
                    row.values[name] = found.public_id
                elif name == "actor":
                    _problem(row, "Der Anbieter steht weder in der Datei noch im Bestand.", blocks=True)
                else:
                    del row.values[name]

    def _refers_to_nothing(self, row: ImportRow) -> bool:
        """An offer whose actor is not taken over is not either."""
        actor = row.values.get("actor", "")
        if not (row.kind == "offer" and actor.startswith("@")):
            return False
        provider = self.rows[int(actor[1:])]
        if provider.verdict in (Verdict.BLOCKED, Verdict.SKIPPED):
            _problem(row, f"Der Anbieter „{provider.label}“ wird nicht übernommen.", blocks=True)
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


def _blocks(row: ImportRow) -> bool:
    return any(each["blocks"] for each in row.problems)


def _problem(row: ImportRow, sentence: str, *, blocks: bool) -> None:
    """A problem of this comparison: the next one finds it anew, or not."""
    row.problems = [*row.problems, {"column": "", "sentence": sentence, "blocks": blocks, "passing": True}]
