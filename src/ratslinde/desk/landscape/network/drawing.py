"""The network as a picture."""

from __future__ import annotations

from django.urls import reverse
from django.utils.safestring import SafeString

from ratslinde.desk.landscape.network.asking import READABLE, Asked
from ratslinde.desk.landscape.network.standing import Standings
from ratslinde.desk.landscape.network.wording import ActorLine, Standing, actor_lines
from ratslinde.integration.landscape.rules.network import MEANINGS, TieState
from ratslinde.ui.graphs import DrawnGraph, GraphEdge, GraphNode, Line, Shape, draw_graph
from ratslinde.ui.graphs.signs import sample
from ratslinde.ui.pictures.svg import element

LINES = {TieState.CONFIRMED: Line.SOLID, TieState.ONE_SIDED: Line.DASHED, TieState.UNKNOWN: Line.DOTTED}
SHAPES = {Shape.SQUARE: str(Standing.COORDINATION), Shape.RINGED: str(Standing.BRIDGE)}
"""For the legend; who is both is a square with a ring. Who is not tied in stands below under a heading of its own."""
PARTS = {
    Shape.SQUARE: (Shape.SQUARE,),
    Shape.RINGED: (Shape.RINGED,),
    Shape.RINGED_SQUARE: (Shape.SQUARE, Shape.RINGED),
}
MOST_DRAWN = 400
"""More actors are no picture any more; the surroundings of one actor are."""


def drawn_network(asked: Asked, marked: Standings, *, standalone: bool = False) -> DrawnGraph | None:
    """The picture of what is asked for, None for too many actors. A node leads to the surroundings of its actor."""
    if not 0 < len(asked.shown.actors) <= MOST_DRAWN:
        return None
    lines = actor_lines(asked.shown, marked)
    nodes = [
        GraphNode(
            key=line.actor.key,
            label=line.actor.name,
            number=line.number,
            href=_href(asked, line.actor.key),
            shape=_shape(line),
        )
        for line in lines
    ]
    edges = [GraphEdge(one=pair.one, other=pair.other, line=LINES[pair.state]) for pair in asked.shown.pairs]
    used = {pair.state for pair in asked.shown.pairs}
    parts = {part for node in nodes for part in PARTS.get(node.shape, ())}
    return draw_graph(
        nodes,
        edges,
        title="Netzwerk der Akteure",
        description=_described(asked),
        legend={line: str(state) for state, line in LINES.items() if state in used},
        shapes={shape: word for shape, word in SHAPES.items() if shape in parts},
        singles="Noch nicht verbunden" if not asked.state else f"Keine Verbindung: {asked.state_words}",
        standalone=standalone,
        natural=asked.size == READABLE,
    )


def meanings() -> list[tuple[SafeString, str, str]]:
    """(a piece of the line, state, what it means): the legend in the drawing may lie beyond the edge of its window."""
    return [(_piece(line), str(state), MEANINGS[state]) for state, line in LINES.items()]


def _piece(line: Line) -> SafeString:
    drawn = sample(line, 2, 6, onward=1)
    return element("svg", drawn, width=44, height=12, viewBox="0 0 44 12", aria_hidden="true")


def _shape(line: ActorLine) -> Shape:
    bridge = Standing.BRIDGE in line.standings
    if Standing.COORDINATION in line.standings:
        return Shape.RINGED_SQUARE if bridge else Shape.SQUARE
    return Shape.RINGED if bridge else Shape.DISC


def _href(asked: Asked, key: str) -> str:
    """The surroundings; from there on to the actor's own page."""
    if key == asked.actor:
        return reverse("desk_landscape:actor", args=[key])
    return f"?{asked.around(key)}#netz"


def _described(asked: Asked) -> str:
    counts = [sum(pair.state == state for pair in asked.shown.pairs) for state in TieState]
    return (
        f"{len(asked.shown.actors)} Akteure, {counts[0]} bestätigte, {counts[1]} einseitige und {counts[2]} unbekannte "
        "Verbindungen. Alle stehen auch in den Tabellen darunter."
    )
