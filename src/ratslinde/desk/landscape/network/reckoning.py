"""Ranks of large networks: the worker reckons them, tells how far it is, and they are kept until something changes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, said
from ratslinde.integration.landscape.queries.network import network_picture, stored_network, why_no_names
from ratslinde.integration.landscape.rules.network import Network
from ratslinde.integration.landscape.rules.network_figures import figures
from ratslinde.integration.landscape.rules.network_ranking import AT_ONCE, Rank, ranks
from ratslinde.journal.queue import handles, later
from ratslinde.kernel.errors import Refused

TASK = "network.rank"


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """`ranks` is None while they are not known; `percent` is how far the worker is, None before it was asked."""

    ranks: Sequence[Rank] | None = None
    percent: int | None = None


def reckoned(found: Network) -> Reckoned:
    """The ranks: at once for a town's usual network, else what the worker has left."""
    if len(found.actors) * len(found.pairs) <= AT_ONCE:
        return Reckoned(ranks=ranks(found))
    key = fingerprint(found)
    kept = cache.get(_kept(key))
    if kept is not None:
        return Reckoned(ranks=[Rank(**row) for row in kept])
    return Reckoned(percent=_noted(key))


@require_POST
@door("cooperation.edit")
def begin(request: HttpRequest) -> HttpResponse:
    """Ask the worker for the ranks of a large network."""
    found = network_picture(actor(request), the_body()).network
    reason = why_no_names(actor(request), found, figures(found))
    if reason:
        raise Refused(reason)
    key = fingerprint(found)
    if cache.get(_kept(key)) is None:
        _note(key, 0)
        later(TASK, key=key)
    return said(
        request, "Es wird gerechnet. Der Stand steht auf dieser Seite.", go=reverse("desk_network:network")
    )


@handles(TASK)
def rank_network(key: str) -> None:
    """Reckon the ranks of the network with that fingerprint; one that has changed meanwhile is asked for anew."""
    found = stored_network(the_body())
    if fingerprint(found) == key:
        rows = ranks(found, progress=lambda share: _note(key, int(100 * share)))
        cache.set(_kept(key), [asdict(row) for row in rows], timeout=None)
    _path(key).unlink(missing_ok=True)


def fingerprint(found: Network) -> str:
    """The same for the same actors and pairs, whatever else is known of them."""
    pairs = [f"{pair.one} {pair.other}" for pair in found.pairs]
    return hashlib.sha256("\n".join([*sorted(found.actors), "", *pairs]).encode()).hexdigest()[:40]


def _kept(key: str) -> str:
    return f"network.ranks.{key}"


def _note(key: str, percent: int) -> None:
    """In a file: the worker's transaction is one that nobody else can look into."""
    _path(key).parent.mkdir(parents=True, exist_ok=True)
    _path(key).write_text(str(percent))


def _noted(key: str) -> int | None:
    try:
        return int(_path(key).read_text())
    except (OSError, ValueError):
        return None


def _path(key: str) -> Path:
    return Path(settings.RATSLINDE_DATA) / "network" / f"{key}.progress"
