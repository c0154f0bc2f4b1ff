"""Reads of importing for the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights  # noqa: F401 - registered before anybody is asked for them
from ratslinde.integration.importing.models import (
    Decision,
    ImportRow,
    ImportRun,
    NotTheSame,
    RunState,
    Verdict,
)
from ratslinde.integration.importing.naming import called
from ratslinde.integration.importing.rules.likeness.similarity import matches
from ratslinde.integration.importing.rules.template import Lists
from ratslinde.integration.importing.settling import waits_for_newer
from ratslinde.integration.importing.standing import MODELS, profile_of, rows_of, town_words
from ratslinde.integration.landscape.models import SocialSpace, Term
from ratslinde.kernel.selecting import among
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require

MERGED = ("actor", "offer")
"""Kinds whose duplicates can be merged."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two rows that may be the same, the older one first, and why."""

    kind: str
    first: Any
    second: Any
    grade: str
    reasons: tuple[str, ...]


def runs(account: Account, body: Body) -> QuerySet[ImportRun]:
    """The imports, newest first."""
    require(account, "landscape.import")
    return ImportRun.objects.filter(body=body).select_related("account").defer("tables")


def run(account: Account, public_id: str) -> ImportRun:
    """The import of that public id. Raises ImportRun.DoesNotExist."""
    require(account, "landscape.import")
    return ImportRun.objects.select_related("body", "account").get(public_id=public_id)


def counts(of: ImportRun) -> dict[str, int]:
    """How many rows there are of each verdict; rows that only name what is there already are not counted."""
    rows = _shown(of).order_by().values_list("verdict").annotate(number=Count("pk"))
    return dict.fromkeys(Verdict.values, 0) | dict(rows)


def rows(of: ImportRun, *, verdict: str = "", kind: str = "", problems: bool = False) -> QuerySet[ImportRow]:
    """The rows to look at, in the order of the file."""
    found = _shown(of)
    found = found.filter(verdict=verdict) if verdict else found
    found = found.filter(kind=kind) if kind else found
    return found.exclude(problems=[]) if problems else found


def _shown(of: ImportRun) -> QuerySet[ImportRow]:
    rows = of.rows.exclude(verdict=Verdict.UNCHANGED, origin__gt="")
    return rows.filter(carried_at=None) if of.state == RunState.REVIEW else rows


def learns(of: ImportRun) -> bool:
    """Whether something was decided that the next list need not be asked about."""
    return of.rows.filter(decision=Decision.SAME, carried_at=None).exists()


def waiting_for_newer(of: ImportRun) -> int:
    """In how many rows something newer stands than what the list says, so that somebody has to decide."""
    return sum(map(waits_for_newer, of.rows.filter(verdict=Verdict.OPEN, carried_at=None).only("problems")))


def carried(of: ImportRun) -> int:
    """How many rows are carried out, also of a run that stopped half way."""
    return of.rows.exclude(carried_at=None).count()


def stayed(of: ImportRun) -> int:
    """How many rows stayed although the run was taken back."""
    return of.rows.exclude(kept="").count()


def done(of: ImportRun) -> int:
    """How many of the `total` rows of a run under way are carried out."""
    return carried(of) if of.state == RunState.CARRYING else 0


def lists(account: Account, body: Body) -> Lists:
    """The town's words for the template, in their order."""
    require(account, "landscape.read")
    found: dict[str, list[str]] = {}
    for term in Term.objects.filter(body=body, active=True).select_related("taxonomy"):
        found.setdefault(term.taxonomy.key, []).append(term.name)
    spaces = SocialSpace.objects.filter(body=body, archived_at=None, valid_until=None)
    return Lists(terms=found, spaces=[space.name for space in spaces])


def duplicates(account: Account, body: Body, *, kind: str) -> list[Pair]:
    """Pairs of rows that may be the same and that nobody has said are not, the surest first."""
    require(account, "landscape.read")
    held = {row.public_id: row for row in rows_of(kind, body) if row.archived_at is None}
    apart = frozenset(NotTheSame.objects.filter(body=body).values_list("first", "second"))
    names = called(body)
    found = matches(
        kind, [profile_of(kind, row, names) for row in held.values()], [], apart=apart, town=town_words(body)
    )
    pairs = [
        Pair(kind=kind, first=held[match.key], second=held[key], grade=match.grade, reasons=match.reasons)
        for key, several in found.items()
        for match in several
    ]
    return sorted(pairs, key=lambda pair: (pair.grade != "certain", pair.grade != "likely", pair.first.name))


def parted(account: Account, body: Body) -> list[Pair]:
    """The pairs that somebody has said are not the same, the last said first."""
    require(account, "landscape.read")
    kinds = (*MERGED, "place")
    said = list(NotTheSame.objects.filter(body=body, kind__in=kinds).order_by("-said_at", "-pk"))
    held = {kind: _held(kind, body, [each for each in said if each.kind == kind]) for kind in kinds}
    return [
        Pair(kind=each.kind, first=held[each.kind][each.first], second=held[each.kind][each.second],
             grade="", reasons=())
        for each in said
        if each.first in held[each.kind] and each.second in held[each.kind]
    ]  # fmt: skip


def _held(kind: str, body: Body, said: Sequence[NotTheSame]) -> dict[str, Any]:
    whose = {public_id for each in said for public_id in (each.first, each.second)}
    rows = rows_of(kind, body).filter(among("public_id", whose), archived_at=None)
    return {row.public_id: row for row in rows}


def kind_counts(of: ImportRun) -> Mapping[str, int]:
    """How many rows there are of each kind."""
    return dict(_shown(of).order_by().values_list("kind").annotate(number=Count("pk")))


def entry(account: Account, kind: str, public_id: str) -> Any:
    """The row of that public id, with what comparing looks at. Raises its model's DoesNotExist."""
    require(account, "landscape.read")
    model: Any = MODELS[kind]
    found = model._default_manager.select_related("body").get(public_id=public_id)
    return rows_of(kind, found.body).get(pk=found.pk)


def names_of(*rows: Any) -> dict[str, str]:
    """What the rows refer to, public id to name."""
    found: dict[str, str] = {}
    for row in rows:
        linked: list[Any] = [
            getattr(row, name, None) for name in ("kind", "parent", "place", "form", "actor")
        ]
        linked += [
            each for name in ("fields", "groups") if hasattr(row, name) for each in getattr(row, name).all()
        ]
        for site in row.sites.all() if hasattr(row, "sites") else ():
            linked += [site.place, *site.spaces.all()]
        found.update({each.public_id: str(each) for each in linked if hasattr(each, "public_id")})
    return found
