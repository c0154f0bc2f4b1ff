"""Networks as files for programs that draw networks."""

from __future__ import annotations

import json

import networkx

from ratslinde.ui.graphs import Connection, Element, graphml, kumu

CLUB = Element(key="a", label="Verein\nim Hof", kind="", facts={"answered": True}, tags=("Brücke",))
FIELD = Element(key="b", label="Sprache", kind="Feld")
TIE = Connection(source="a", target="b", words="bietet an", codes={"kind": "offers"}, facts={"strength": 2})


def test_graphml_says_the_codes_and_the_facts():
    found = networkx.parse_graphml(graphml([CLUB, FIELD], [TIE]).decode())
    assert dict(found.nodes["a"]) == {"label": "Verein im Hof", "kind": "", "answered": True}
    assert dict(found.edges["a", "b"]) == {"kind": "offers", "strength": 2}
    assert not found.is_directed()


def test_graphml_keeps_every_edge_between_the_same_two_where_there_may_be_several():
    twice = [TIE, Connection(source="a", target="b", words="berät")]
    found = networkx.parse_graphml(graphml([CLUB, FIELD], twice, several=True).decode())
    assert found.is_directed()
    assert found.number_of_edges("a", "b") == 2


def test_kumu_says_the_words_and_the_facts():
    found = json.loads(kumu([CLUB, FIELD], [TIE], kindless="Akteur"))
    assert found["elements"] == [
        {"label": "Verein im Hof", "type": "Akteur", "tags": ["Brücke"]},
        {"label": "Sprache", "type": "Feld"},
    ]
    assert found["connections"] == [
        {
            "from": "Verein im Hof", "to": "Sprache", "type": "bietet an", "direction": "undirected", "strength": 2,
        }
    ]  # fmt: skip


def test_every_element_has_a_label_of_its_own_also_where_somebody_is_called_like_a_numbered_one():
    names = ("Sprache", "Sprache (2)", "Sprache", "Sprache")
    elements = [Element(key=str(at), label=name, kind="Feld") for at, name in enumerate(names)]
    found = json.loads(kumu(elements, [Connection(source="2", target="3", words="bei", directed=True)]))
    assert [each["label"] for each in found["elements"]] == [
        "Sprache", "Sprache (2)", "Sprache (3)", "Sprache (4)",
    ]  # fmt: skip
    assert found["connections"] == [
        {"from": "Sprache (3)", "to": "Sprache (4)", "type": "bei", "direction": "directed"}
    ]
