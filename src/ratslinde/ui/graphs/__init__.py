"""Networks drawn on the server: nodes and edges in, SVG out, always the same for the same; or files for programs that
draw them. No word of any trade."""

from __future__ import annotations

from ratslinde.ui.graphs.drawing import draw_graph
from ratslinde.ui.graphs.exchange import Connection, Element, graphml, kumu
from ratslinde.ui.graphs.values import DrawnGraph, GraphEdge, GraphNode, Line, Shape

__all__ = [
    "Connection",
    "DrawnGraph",
    "Element",
    "GraphEdge",
    "GraphNode",
    "Line",
    "Shape",
    "draw_graph",
    "graphml",
    "kumu",
]
