"""Networks drawn on the server: nodes and edges in, SVG out, always the same for the same. No word of any trade."""

from __future__ import annotations

from ratslinde.ui.graphs.drawing import draw_graph
from ratslinde.ui.graphs.values import DrawnGraph, GraphEdge, GraphNode, Line, Shape

__all__ = ["DrawnGraph", "GraphEdge", "GraphNode", "Line", "Shape", "draw_graph"]
