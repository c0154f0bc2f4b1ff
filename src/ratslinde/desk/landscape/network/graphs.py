"""The network for programs that draw networks: GraphML, and Kumu's JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import door
from ratslinde.desk.landscape.network.asking import asked_network
from ratslinde.desk.landscape.network.exporting import marked_lines
from ratslinde.desk.landscape.network.wording import ActorLine, TieLine, tie_lines
from ratslinde.desk.landscape.pictures import as_graphml, as_kumu
from ratslinde.integration.landscape.rules.network import KnownTie
from ratslinde.ui.graphs import Connection, Element


@require_GET
@door("landscape.read")
def graphml(request: HttpRequest) -> HttpResponse:
    """`directed` says of each edge whether its direction means something."""
    return as_graphml(*_network(request), name="netzwerk", several=True)


@require_GET
@door("landscape.read")
def kumu(request: HttpRequest) -> HttpResponse:
    """The same for Kumu."""
    return as_kumu(*_network(request), name="netzwerk", kindless="Akteur")


def _network(request: HttpRequest) -> tuple[list[Element], list[Connection]]:
    asked = asked_network(request)
    elements = [_element(line) for line in marked_lines(request, asked)]
    return elements, [_connection(line) for line in tie_lines(asked.shown)]


def _element(line: ActorLine) -> Element:
    actor = line.actor
    return Element(
        key=actor.key,
        label=actor.name,
        kind=actor.kind,
        facts={"answered": actor.answered, "standing": ", ".join(line.standings)},
        tags=line.standings,
    )


def _connection(line: TieLine) -> Connection:
    known = line.known
    return Connection(
        source=line.source.key,
        target=line.target.key,
        words=f"{line.kind} ({line.state})",
        directed=known.directed,
        codes={"kind": known.kind, "state": str(line.state), "directed": known.directed},
        facts=_said(known),
    )


def _said(known: KnownTie) -> dict[str, str | int]:
    """What somebody has said about the tie besides that there is one; what nobody has said is left out."""
    said = {"strength": known.strength, "start": known.start, "end": known.end}
    return {
        name: value if isinstance(value, int) else value.isoformat()
        for name, value in said.items()
        if value is not None
    }
