"""Where nodes stand: each part by springs from a fixed start, the parts side by side, single nodes below."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx
import numpy

Points = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]
"""One row a node: x and y."""

SEED = 7
WIDE, HIGH = 150, 88
"""Room for one node with its name."""
NARROWEST = 800
GAP = 24
_LARGE = 450
"""Beyond it networkx' springs need a package that is not there, and its other layout is quicker as well."""
_PUSHES = 80
_FEW, _EVEN = 30, 0.45
_STEPS = 100


@dataclass(frozen=True)
class Layout:
    """Places of the nodes, the size of it all, and where the single nodes begin (None without any)."""

    places: dict[str, tuple[float, float]]
    width: float
    height: float
    singles: float | None


def layout(keys: Iterable[str], edges: Iterable[tuple[str, str]]) -> Layout:
    """The same places for the same graph, in whatever order it is given; kept while a process draws the same again."""
    ends = {(min(edge), max(edge)) for edge in edges}
    return _kept(tuple(sorted(keys)), tuple(sorted(ends)))


@functools.lru_cache(maxsize=16)
def _kept(keys: tuple[str, ...], edges: tuple[tuple[str, str], ...]) -> Layout:
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(keys)
    graph.add_edges_from(edges)
    parts = sorted(
        (sorted(part) for part in networkx.connected_components(graph)), key=lambda part: (-len(part), part)
    )
    blocks = [_block(graph, part) for part in parts if len(part) > 1]
    single = [part[0] for part in parts if len(part) == 1]
    width = max([NARROWEST, *(size[0] for _, size in blocks)])
    places, bottom = _side_by_side(blocks, width)
    rows = _grid(single, width, top=bottom + GAP)
    return Layout(
        places={**places, **rows},
        width=width,
        height=max([bottom, *(y + HIGH / 2 for _, y in rows.values())]),
        singles=bottom if single else None,
    )


Block = tuple[dict[str, tuple[float, float]], tuple[float, float]]
"""Places from the block's own corner, and its width and height."""


def _block(graph: networkx.Graph[str], part: Sequence[str]) -> Block:
    room = max(math.sqrt(len(part)), 2.2)
    size = room * WIDE, room * HIGH
    points = _evened(_springs(graph, part))
    low, extent = points.min(axis=0), numpy.ptp(points, axis=0)
    points = (points - low) / numpy.where(extent > 0, extent, 1) * (size[0] - WIDE, size[1] - HIGH)
    points = _apart(points)
    points -= points.min(axis=0) - (WIDE / 2, HIGH / 2)
    width, height = numpy.add(points.max(axis=0), (WIDE / 2, HIGH / 2))
    return {key: (float(x), float(y)) for key, (x, y) in zip(part, points, strict=True)}, (
        float(width),
        float(height),
    )


def _springs(graph: networkx.Graph[str], part: Sequence[str]) -> Points:
    ordered: networkx.Graph[str] = networkx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in graph.subgraph(part).edges))
    found = _many(ordered) if len(part) > _LARGE else _few(ordered)
    return numpy.array([found[key] for key in part], dtype=numpy.float64)


def _few(graph: networkx.Graph[str]) -> Mapping[str, Any]:
    near = 1.6 / math.sqrt(len(graph))
    return networkx.spring_layout(graph, k=near, iterations=_STEPS, seed=SEED, method="force")


def _many(graph: networkx.Graph[str]) -> Mapping[str, Any]:
    return networkx.forceatlas2_layout(graph, max_iter=40, seed=SEED)


def _evened(points: Points) -> Points:
    """The points a good deal closer to an even spread, in the same order: a few far out leave no room for the rest."""
    if len(points) < _FEW:
        return points
    low, extent = points.min(axis=0), numpy.ptp(points, axis=0)
    ranks = points.argsort(axis=0).argsort(axis=0) / len(points)
    evened: Points = (1 - _EVEN) * (points - low) / numpy.where(extent > 0, extent, 1) + _EVEN * ranks
    return evened


def _apart(points: Points) -> Points:
    """The points pushed away from one another until names have some room."""
    least = numpy.array((WIDE * 0.62, HIGH * 0.62))
    for _ in range(_PUSHES):
        between = points[:, None, :] - points[None, :, :]
        lacking = least - numpy.abs(between)
        near = (lacking > 0).all(axis=2) & ~numpy.eye(len(points), dtype=bool)
        if not near.any():
            break
        along = lacking / least
        side = (along[:, :, 0] > along[:, :, 1]).astype(int)  # the axis on which less is lacking
        push = numpy.where(near, numpy.take_along_axis(lacking, side[:, :, None], 2)[:, :, 0], 0) * 0.25
        sign = numpy.sign(numpy.take_along_axis(between, side[:, :, None], 2)[:, :, 0])
        order = numpy.sign(numpy.arange(len(points))[:, None] - numpy.arange(len(points))[None, :])
        moves = push * numpy.where(sign == 0, order, sign)
        for axis in (0, 1):
            points[:, axis] += numpy.where(side == axis, moves, 0).sum(axis=1)
    return points


def _side_by_side(blocks: Sequence[Block], width: float) -> tuple[dict[str, tuple[float, float]], float]:
    """The blocks in rows, and where they end."""
    rows: list[list[Block]] = []
    left = math.inf
    for block in blocks:
        wide = block[1][0]
        if left + wide > width:
            rows.append([])
            left = 0.0
        rows[-1].append(block)
        left += wide
    places: dict[str, tuple[float, float]] = {}
    top = 0.0
    for row in rows:
        left = (width - sum(wide for _, (wide, _) in row)) / 2
        for found, (wide, _) in row:
            places |= {key: (x + left, y + top) for key, (x, y) in found.items()}
            left += wide
        top += max(high for _, (_, high) in row)
    return places, top


def _grid(keys: Sequence[str], width: float, *, top: float) -> dict[str, tuple[float, float]]:
    across = int(width // (WIDE * 1.2)) or 1
    wide = width / across
    return {
        key: ((place % across + 0.5) * wide, top + (place // across + 0.5) * HIGH)
        for place, key in enumerate(keys)
    }
