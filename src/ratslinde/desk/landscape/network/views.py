"""The network: picture, figures in sentences, and the table twin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.network.asking import ACTORS, LEFT_OUT, STATES, TIES, Asked, asked_network
from ratslinde.desk.landscape.network.drawing import MOST_DRAWN, drawn_network, meanings
from ratslinde.desk.landscape.network.reckoning import reckoned
from ratslinde.desk.landscape.network.standing import standings
from ratslinde.desk.landscape.network.wording import actor_lines, names, tie_lines
from ratslinde.integration.landscape.queries.network import sees_names, why_no_names
from ratslinde.integration.landscape.rules.network import TieState
from ratslinde.integration.landscape.rules.network_figures import Figures, field_ties, figures
from ratslinde.integration.landscape.rules.network_ranking import limits_on
from ratslinde.ui.paging import PARAMETER, Paging, page_number
from ratslinde.verbs import Actor as Account

MOST_RANKED = 15
SIZE = 20
"""Rows of the table twin on a page that shows much else."""
TABLE = "tabelle"
Row = TypeVar("Row")


@require_GET
@door("landscape.read")
def network(request: HttpRequest) -> HttpResponse:
    """Who works with whom, how sure that is, and what would fall apart without whom."""
    asked = asked_network(request)
    whole, key = asked.whole.network, asked.whole.coordination
    found = figures(whole, coordination=key)
    marked = standings(actor(request), asked)
    context = {
        "title": "Netzwerk",
        "asked": asked,
        "drawn": drawn_network(asked, marked),
        "most": MOST_DRAWN,
        "meanings": meanings(),
        "states": STATES,
        "leaving_out": [(LEFT_OUT, "weglassen")],
        "left_out": LEFT_OUT if asked.left_out else "",
        "everybody": [(line.actor.key, line.actor.name) for line in actor_lines(whole)],
        "around": whole.actors.get(asked.actor),
        "coordinating": whole.actors.get(key),
        "figures": found,
        "pairs": [(state, found.pairs.get(state, 0)) for state in TieState],
        "parts": [part for part in found.components if len(part) > 1],
        "without": [part for part in found.without or () if len(part) > 1],
        "loose": sum(len(part) == 1 for part in found.without or ()) - len(found.isolates),
        "isolates": names(whole, found.isolates),
        "fields": _fields(asked),
        **_twin(request, asked, marked),
        **_named(actor(request), asked, found),
    }
    return page(request, "desk_network/network.html", context, trail=TRAIL)


def _twin(request: HttpRequest, asked: Asked, marked: Any) -> dict[str, Any]:
    """One page of one half of the table twin, and how much there is of both."""
    actors, ties = actor_lines(asked.shown, marked), tie_lines(asked.shown)
    rows, paging = _one_page(request, asked, ties if asked.table == TIES else actors)
    return {
        "number_of_actors": len(actors),
        "number_of_ties": len(ties),
        "actors": rows if asked.table == ACTORS else [],
        "ties": rows if asked.table == TIES else [],
        "paging": paging,
        "tables": ((ACTORS, "Akteure", len(actors)), (TIES, "Verbindungen", len(ties))),
        "anchor": TABLE,
    }


def _one_page(request: HttpRequest, asked: Asked, rows: Sequence[Row]) -> tuple[Sequence[Row], Paging]:
    last = max(1, -(-len(rows) // SIZE))
    query = (*asked.chosen, ("groesse", request.GET.get("groesse", "")), (TABLE, asked.table))
    paging = Paging(
        number=min(page_number(request.GET.get(PARAMETER)), last),
        size=SIZE,
        total=len(rows),
        query=tuple(each for each in query if each[1]),
        anchor=TABLE,
    )
    return rows[paging.first : paging.first + SIZE], paging


def _named(account: Account, asked: Asked, found: Figures) -> dict[str, Any]:
    """What is said about single actors, for those who may see it; else the sentence why not."""
    whole = asked.whole.network
    why = why_no_names(account, whole, found)
    known = {key: actor.name for key, actor in whole.actors.items()}
    named = sees_names(account)
    result = None if why else reckoned(whole)
    return {
        "why_no_names": why,
        "named": named,
        "limits": limits_on(whole.day),
        "holding": names(whole, found.articulation) if named else [],
        "bridges": [((one, known[one]), (other, known[other])) for one, other in found.bridges]
        if named
        else [],
        "reckoned": result,
        "ranked": [(row, known[row.key]) for row in ((result.ranks if result else None) or [])[:MOST_RANKED]],
    }


def _fields(asked: Asked) -> dict[str, Any]:
    words = dict(asked.whole.fields)
    found = field_ties(asked.whole.network, fields=list(words))
    return {
        "single": [(words[field], key, asked.whole.network.actors[key].name) for field, key in found.single],
        "empty": [words[field] for field in found.empty],
        "strangers": [(words[one], words[other]) for one, other in found.strangers],
    }
