"""The network as a file, for reports and for other programs."""

from __future__ import annotations

import io
import itertools

import msgspec
import networkx
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import door
from ratslinde.desk.landscape.coverage.exporting import as_csv
from ratslinde.desk.landscape.network.asking import Asked, asked_network
from ratslinde.desk.landscape.network.drawing import MOST_DRAWN, drawn_network
from ratslinde.desk.landscape.network.wording import actor_lines, tie_lines
from ratslinde.desk.landscape.pictures import as_png, as_svg, attached
from ratslinde.kernel import tables
from ratslinde.kernel.errors import Refused
from ratslinde.ui.pictures.svg import one_line

ACTORS = ("Nr.", "Akteur", "Art", "gefragt am", "geantwortet am", "verbunden mit")
TIES = ("Akteur", "Art", "mit", "Stärke", "Stand", "genannt von", "seit", "bis")
EDGES = ("from", "to", "type", "strength", "confirmed")


@require_GET
@door("landscape.read")
def network_svg(request: HttpRequest) -> HttpResponse:
    """The picture that is shown, without links."""
    return as_svg(_picture(asked_network(request)), name="netzwerk")


@require_GET
@door("landscape.read")
def network_png(request: HttpRequest) -> HttpResponse:
    """The picture that is shown, in points."""
    return as_png(_picture(asked_network(request)), name="netzwerk")


@require_GET
@door("landscape.read")
def actors_csv(request: HttpRequest) -> HttpResponse:
    """The table of actors; who was never asked has no day."""
    rows: list[list[tables.Cell]] = [
        [
            line.number, line.actor.name, line.actor.kind or None, line.actor.asked_on, line.actor.answered_on,
            line.partners,
        ]
        for line in actor_lines(asked_network(request).shown)
    ]  # fmt: skip
    return as_csv(request, "netzwerk_akteure", ACTORS, rows)


@require_GET
@door("landscape.read")
def ties_csv(request: HttpRequest) -> HttpResponse:
    """The table of ties."""
    rows: list[list[tables.Cell]] = [
        [
            line.source.name, line.kind, line.target.name, line.known.strength, str(line.state), line.named_by,
            line.known.start, line.known.end,
        ]
        for line in tie_lines(asked_network(request).shown)
    ]  # fmt: skip
    return as_csv(request, "netzwerk_bindungen", TIES, rows)


@require_GET
@door("landscape.read")
def edges_csv(request: HttpRequest) -> HttpResponse:
    """Edges as programs for networks read them."""
    rows: list[list[tables.Cell]] = [
        [line.source.name, line.target.name, line.known.kind, line.known.strength, str(line.state)]
        for line in tie_lines(asked_network(request).shown)
    ]
    return as_csv(request, "netzwerk_kanten", EDGES, rows)


@require_GET
@door("landscape.read")
def graphml(request: HttpRequest) -> HttpResponse:
    """GraphML for Gephi, yEd or R; `directed` says of each edge whether its direction means something."""
    asked = asked_network(request)
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for actor in actor_lines(asked.shown):
        key, name, kind = actor.actor.key, one_line(actor.actor.name), one_line(actor.actor.kind)
        found.add_node(key, label=name, kind=kind, answered=actor.actor.answered)
    for line in tie_lines(asked.shown):
        strength = {} if line.known.strength is None else {"strength": line.known.strength}
        found.add_edge(
            line.source.key, line.target.key, kind=line.known.kind, state=str(line.state),
            directed=line.known.directed, **strength,
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
            {"label": labels[line.actor.key], "type": one_line(line.actor.kind) or "Akteur"}
            for line in actor_lines(asked.shown)
        ],
        "connections": [
            {
                "from": labels[line.source.key],
                "to": labels[line.target.key],
                "type": f"{line.kind} ({line.state})",
                "direction": "directed" if line.known.directed else "undirected",
            }
            for line in tie_lines(asked.shown)
        ],
    }
    return attached(msgspec.json.encode(content), "netzwerk_kumu.json", "application/json")


def _picture(asked: Asked) -> str:
    drawn = drawn_network(asked, standalone=True)
    if drawn is None:
        raise Refused(
            f"Ein Bild gibt es für 1 bis {MOST_DRAWN} Akteure. Bitte die Umgebung eines Akteurs wählen oder die "
            "Tabellen nehmen."
        )
    return drawn.svg


def _labels(asked: Asked) -> dict[str, str]:
    taken: dict[str, str] = {}
    for line in actor_lines(asked.shown):
        name = one_line(line.actor.name)
        tries = (f"{name} ({number})" for number in itertools.count(2))
        taken[name if name not in taken else next(each for each in tries if each not in taken)] = (
            line.actor.key
        )
    return {key: label for label, key in taken.items()}
