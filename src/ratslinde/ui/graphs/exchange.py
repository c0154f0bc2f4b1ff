"""A network for programs that draw networks: GraphML for Gephi, yEd or R, and Kumu's JSON."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
import networkx

from ratslinde.ui.pictures.svg import one_line

Facts = Mapping[str, str | int]


@dataclass(frozen=True, kw_only=True)
class Element:
    """A node. `facts`: what GraphML says besides; `tags`: Kumu's, None for a network that marks nobody."""

    key: str
    label: str
    kind: str
    facts: Facts = field(default_factory=dict)
    tags: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True)
class Connection:
    """An edge between two keys. `words`: its type for Kumu; `codes`: what GraphML says instead; `facts`: both."""

    source: str
    target: str
    words: str
    directed: bool = False
    codes: Facts = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)


def graphml(
    elements: Iterable[Element], connections: Iterable[Connection], *, several: bool = False
) -> bytes:
    """The network as GraphML. `several`: edges go from one to the other, and two nodes may have more than one."""
    found: networkx.Graph[str] = networkx.MultiDiGraph() if several else networkx.Graph()
    for each in elements:
        found.add_node(each.key, label=one_line(each.label), kind=one_line(each.kind), **each.facts)
    for tie in connections:
        found.add_edge(tie.source, tie.target, **tie.codes, **tie.facts)
    target = io.BytesIO()
    networkx.write_graphml_xml(found, target)
    return target.getvalue()


def kumu(elements: Sequence[Element], connections: Iterable[Connection], *, kindless: str = "") -> bytes:
    """The network for Kumu's import, which knows elements by their labels. `kindless`: the type of what has none."""
    labels = _labels(elements)
    content = {
        "elements": [_element(each, labels, kindless=kindless) for each in elements],
        "connections": [_connection(each, labels) for each in connections],
    }
    return msgspec.json.encode(content)


def _element(each: Element, labels: Mapping[str, str], *, kindless: str) -> dict[str, object]:
    said = {"label": labels[each.key], "type": one_line(each.kind) or kindless}
    return {**said, **({} if each.tags is None else {"tags": list(each.tags)})}


def _connection(each: Connection, labels: Mapping[str, str]) -> dict[str, str | int]:
    return {
        "from": labels[each.source],
        "to": labels[each.target],
        "type": each.words,
        "direction": "directed" if each.directed else "undirected",
        **each.facts,
    }


def _labels(elements: Iterable[Element]) -> dict[str, str]:
    """By key, a label that nobody else has: the same name has a number from the second time on."""
    taken: dict[str, str] = {}
    for each in elements:
        name = one_line(each.label)
        numbered = (f"{name} ({number})" for number in itertools.count(2))
        label = next(label for label in itertools.chain([name], numbered) if label not in taken)
        taken[label] = each.key
    return {key: label for label, key in taken.items()}
