"""How OParl 1.1 objects stand inside and beside each other (spec 2.5.1 and chapter 3; see the type tables); and which
attributes of HSDS 3.1 objects have others inside.

`parts`: attributes whose objects are embedded. `back`: the attribute that the embedded object shows, standing alone,
for the object it is embedded in; a trailing `[]` marks a list. `reverse`: attributes filled from links that other
objects hold. `internal`: what `omit_internal=true` leaves out (exactly the seven attributes of the spec's list).
`always`: mandatory lists, sent although they are empty. `web`: the page of objects that have none of their own.
"""

from __future__ import annotations

import msgspec

from ratslinde.record.values import Kind


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The frame of one type."""

    name: str
    parts: tuple[str, ...] = ()
    back: dict[tuple[str, str], str] = {}
    reverse: dict[str, tuple[Kind, str]] = {}
    internal: tuple[str, ...] = ()
    lists: dict[str, str] = {}
    ordered_in: tuple[str, str] | None = None
    has_body: bool = False
    always: tuple[str, ...] = ()
    web: str | None = None


BODY_LISTS = {
    "organization": "organization", "person": "person", "meeting": "meeting", "paper": "paper",
    "agendaItem": "agendaItem", "consultation": "consultation", "file": "file", "locationList": "location",
    "legislativeTermList": "legislativeTerm", "membership": "membership",
}  # fmt: skip

HOME = ""
"""The path of the portal's first page. No object has it for its own: two would fight for it."""
_FILE_BACK = {
    ("meeting", "invitation"): "meeting[]",
    ("meeting", "resultsProtocol"): "meeting[]",
    ("meeting", "verbatimProtocol"): "meeting[]",
    ("meeting", "auxiliaryFile"): "meeting[]",
    ("agendaItem", "resolutionFile"): "agendaItem[]",
    ("agendaItem", "auxiliaryFile"): "agendaItem[]",
    ("paper", "mainFile"): "paper[]",
    ("paper", "auxiliaryFile"): "paper[]",
}
_LOCATION_BACK = {
    ("body", "location"): "bodies[]",
    ("organization", "location"): "organizations[]",
    ("person", "locationObject"): "persons[]",
    ("meeting", "location"): "meetings[]",
    ("paper", "location"): "papers[]",
}

SHAPES: dict[str, Shape] = {
    "system": Shape(name="System", lists={"body": "body"}, web=HOME),
    "body": Shape(
        name="Body",
        parts=("location", "legislativeTerm"),
        internal=("legislativeTerm",),
        lists=BODY_LISTS,
        always=("legislativeTerm",),
        web=HOME,
    ),
    "legislativeTerm": Shape(name="LegislativeTerm", back={("body", "legislativeTerm"): "body"}),
    "organization": Shape(
        name="Organization",
        parts=("location",),
        reverse={"membership[]": ("membership", "organization")},
        lists={"meeting": "meeting", "consultation": "consultation"},
        has_body=True,
    ),
    "person": Shape(
        name="Person", parts=("locationObject", "membership"), internal=("membership",), has_body=True
    ),
    "membership": Shape(name="Membership", back={("person", "membership"): "person"}),
    "meeting": Shape(
        name="Meeting",
        parts=(
            "location",
            "invitation",
            "resultsProtocol",
            "verbatimProtocol",
            "auxiliaryFile",
            "agendaItem",
        ),
        internal=("auxiliaryFile", "agendaItem"),
    ),
    "agendaItem": Shape(
        name="AgendaItem",
        parts=("resolutionFile", "auxiliaryFile"),
        back={("meeting", "agendaItem"): "meeting"},
        reverse={"consultation": ("consultation", "agendaItem")},
        internal=("auxiliaryFile",),
        ordered_in=("meeting", "agendaItem"),
    ),
    "paper": Shape(
        name="Paper",
        parts=("mainFile", "auxiliaryFile", "location", "consultation"),
        internal=("auxiliaryFile", "location"),
        has_body=True,
    ),
    "consultation": Shape(name="Consultation", back={("paper", "consultation"): "paper"}),
    "file": Shape(name="File", back=_FILE_BACK),
    "location": Shape(name="Location", back=_LOCATION_BACK),
    "taxonomy": Shape(name="taxonomy"),
    "term": Shape(name="taxonomy_term", parts=("taxonomy_detail",)),
    "socialSpace": Shape(name="service_area"),
    "place": Shape(name="location"),
    "actor": Shape(name="organization", parts=("locations", "attributes.taxonomy_term")),
    "offer": Shape(
        name="service",
        parts=(
            "organization",
            "service_areas",
            "service_at_locations.location",
            "attributes.taxonomy_term",
        ),
    ),
}
