"""Ranks of large networks: the worker reckons them, tells how far it is, and they are kept until something changes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.network.coordination import NETWORK
from ratslinde.integration.landscape.queries.network import network_picture, stored_network, why_no_names
from ratslinde.integration.landscape.rules.network import Network
from ratslinde.integration.landscape.rules.network_figures import figures
from ratslinde.integration.landscape.rules.network_ranking import AT_ONCE, Rank, ranks
from ratslinde.journal.models import Task
from ratslinde.journal.queue import MOST_ATTEMPTS, handles, later
from ratslinde.kernel.errors import Refused

TASK = "network.rank"
"""Seconds until the page of a reckoning looks again by itself."""


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """`ranks` is None while they are not known; `percent` is how far the worker is, None while it is not at it."""

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
    return Reckoned(percent=_noted(key) if _asked_for(key) else None)


@require_POST
@door("cooperation.edit")
def begin(request: HttpRequest) -> HttpResponse:
    """Ask the worker for the ranks of a large network."""
    found = network_picture(actor(request), the_body()).network
    reason = why_no_names(actor(request), found, figures(found))
    if reason:
        raise Refused(reason)
    key = fingerprint(found)
    if cache.get(_kept(key)) is None and not _asked_for(key):
        later(TASK, key=key)
    return HttpResponseRedirect(reverse("desk_network:reckoning"))


@require_GET
@door("cooperation.edit")
def reckoning(request: HttpRequest) -> HttpResponse:
    """How far the worker is. The page looks again by itself, and nothing is lost by leaving it."""
    found = network_picture(actor(request), the_body()).network
    state = reckoned(found)
    if state.percent is None:
        return HttpResponseRedirect(f"{reverse('desk_network:network')}#bruecken")
    context = {
        "title": "Das Netz wird gerechnet", "percent": state.percent, "actors": len(found.actors),
        "pairs": len(found.pairs),
    }  # fmt: skip
    return page(request, "desk_network/reckoning.html", context, trail=NETWORK, under_way=True)


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


def _asked_for(key: str) -> bool:
    """Whether the worker has it before it; one that was given up may be asked for again."""
    rows = Task.objects.filter(handler=TASK, key=key, done_at=None, attempts__lt=MOST_ATTEMPTS)
    return rows.exists()


def _kept(key: str) -> str:
    return f"network.ranks.{key}"


def _note(key: str, percent: int) -> None:
    """In a file: the worker's transaction is one that nobody else can look into."""
    _path(key).parent.mkdir(parents=True, exist_ok=True)
    _path(key).write_text(str(percent))


def _noted(key: str) -> int:
    try:
        return int(_path(key).read_text())
    except (OSError, ValueError):
        return 0


def _path(key: str) -> Path:
    return Path(settings.RATSLINDE_DATA) / "network" / f"{key}.progress"
