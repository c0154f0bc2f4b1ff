"""The network for programs that draw networks: GraphML, and Kumu's JSON."""

from __future__ import annotations

import io
import itertools

import msgspec
import networkx
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import door
from ratslinde.desk.landscape.network.asking import Asked, asked_network
from ratslinde.desk.landscape.network.exporting import marked_lines
from ratslinde.desk.landscape.network.wording import actor_lines, tie_lines
from ratslinde.desk.landscape.pictures import attached
from ratslinde.integration.landscape.rules.network import KnownTie
from ratslinde.ui.pictures.svg import one_line


@require_GET
@door("landscape.read")
def graphml(request: HttpRequest) -> HttpResponse:
    """GraphML for Gephi, yEd or R; `directed` says of each edge whether its direction means something."""
    asked = asked_network(request)
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for each in marked_lines(request, asked):
        key, name, kind = each.actor.key, one_line(each.actor.name), one_line(each.actor.kind)
        standing = ", ".join(each.standings)
        found.add_node(key, label=name, kind=kind, answered=each.actor.answered, standing=standing)
    for line in tie_lines(asked.shown):
        found.add_edge(
            line.source.key, line.target.key, kind=line.known.kind, state=str(line.state),
            directed=line.known.directed, **_said(line.known),
        )  # fmt: skip
    target = io.BytesIO()
    networkx.write_graphml_xml(found, target)
    return attached(target.getvalue(), "netzwerk.graphml", "application/graphml+xml")


@require_GET
@door("landscape.read")
def kumu(request: HttpRequest) -> HttpResponse:
    """Kumu's import: it knows elements by their labels, so the same name has a number from the second time on."""
    asked = asked_network(request)
    labels = _labels(asked)
    content = {
        "elements": [
            {
                "label": labels[line.actor.key],
                "type": one_line(line.actor.kind) or "Akteur",
                "tags": list(line.standings),
            }
            for line in marked_lines(request, asked)
        ],
        "connections": [
            {
                "from": labels[line.source.key],
                "to": labels[line.target.key],
                "type": f"{line.kind} ({line.state})",
                "direction": "directed" if line.known.directed else "undirected",
                **_said(line.known),
            }
            for line in tie_lines(asked.shown)
        ],
    }
    return attached(msgspec.json.encode(content), "netzwerk_kumu.json", "application/json")


def _said(known: KnownTie) -> dict[str, str | int]:
    """What somebody has said about the tie besides that there is one; what nobody has said is left out."""
    said = {"strength": known.strength, "start": known.start, "end": known.end}
    return {
        name: value if isinstance(value, int) else value.isoformat()
        for name, value in said.items()
        if value is not None
    }


def _labels(asked: Asked) -> dict[str, str]:
    taken: dict[str, str] = {}
    for line in actor_lines(asked.shown):
        name = one_line(line.actor.name)
        tries = (f"{name} ({number})" for number in itertools.count(2))
        taken[name if name not in taken else next(each for each in tries if each not in taken)] = (
            line.actor.key
        )
    return {key: label for label, key in taken.items()}
