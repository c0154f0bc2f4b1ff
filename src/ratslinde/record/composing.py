"""From the statements of the record to the bytes that are sent. Pure: values in, bytes out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from ratslinde.kernel import clock
from ratslinde.record.earlier import as_sent_today
from ratslinde.record.nesting import nested
from ratslinde.record.shapes import SHAPES, Shape
from ratslinde.record.values import ADDRESS, HSDS_KINDS, OPARL_ROOT, Kind, address, link, linked_id

_NO_DATA: tuple[Any, ...] = (None, [], "")  # left out (OParl 1.1, 2.2.3); False and 0 are data
WITHDRAWN = '{"deleted":true}'
TYPE_ROOT = "https://schema.oparl.org/1.1/"


class Surroundings(msgspec.Struct, kw_only=True):
    """What must be known about other objects to compose one.

    `present`: ids of published objects that it may link to. `embedded`: their embedded bytes, for parts.
    `identities`: the UUIDs of linked HSDS objects that are no parts.
    `holders`: (kind of holder, attribute, holder's id) of published objects that embed it.
    `reverse`: by reverse attribute, the ids of published objects whose link points here, in order.
    `order`: its position among the published parts of its parent.
    """

    present: set[str]
    embedded: dict[str, str]
    identities: dict[str, str] = {}
    holders: list[tuple[Kind, str, str]] = []
    reverse: dict[str, list[str]] = {}
    order: int | None = None


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Identity and dates of the object."""

    kind: Kind
    id: str
    body: str
    created: datetime.datetime
    modified: datetime.datetime
    path: str | None


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """The three forms in which an object is sent."""

    standalone: str
    embedded: str
    omit_internal: str


def compose(frame: Frame, data: dict[str, Any], around: Surroundings) -> Output:
    """The forms of a published object, with links to unpublished objects left out (OParl 1.1, 2.5 and 2.7)."""
    shape = SHAPES[frame.kind]
    if frame.kind in HSDS_KINDS:
        composed = nested(
            as_sent_today(frame.kind, data),
            parts=shape.parts,
            present=around.present,
            embedded=around.embedded,
            identities=around.identities,
        )
        inside = _text(composed)
        return Output(standalone=inside, embedded=inside, omit_internal="")
    own = _head(frame, shape) | _own(data, shape=shape, around=around) | _reverse(shape, around)
    if shape.ordered_in:
        own["order"] = around.order or 0
    own |= _lists(frame, shape) | _foot(frame, shape)
    alone = own | _back(shape, around) | _body(frame, shape)
    internal = {key: value for key, value in alone.items() if key not in shape.internal}
    return Output(standalone=_text(alone), embedded=_text(own), omit_internal=_text(internal))


def tombstone(frame: Frame) -> Output:
    """What is left of a withdrawn object: identity and dates only (OParl 1.1, 2.8); HSDS has no word for it."""
    if frame.kind in HSDS_KINDS:
        return Output(standalone=WITHDRAWN, embedded="", omit_internal="")
    foot = {"created": oparl_time(frame.created), "modified": oparl_time(frame.modified), "deleted": True}
    text = _text(_head(frame, SHAPES[frame.kind]) | foot)
    return Output(standalone=text, embedded="", omit_internal=text)


def oparl_time(moment: datetime.datetime) -> str:
    """`yyyy-mm-ddThh:mm:ss±hh:mm` in town time (OParl 1.1, 2.2.2): no fractions, never Z.

    Raises ValueError for a moment without a zone: whose clock it was taken from cannot be known.
    """
    if moment.tzinfo is None:
        raise ValueError("a public moment needs its zone")
    return clock.town_time(moment).isoformat(timespec="seconds")


def _head(frame: Frame, shape: Shape) -> dict[str, Any]:
    return {"id": link(frame.kind, frame.id), "type": TYPE_ROOT + shape.name}


def _foot(frame: Frame, shape: Shape) -> dict[str, Any]:
    foot = {"created": oparl_time(frame.created), "modified": oparl_time(frame.modified)}
    page = frame.path or shape.web
    return foot | ({"web": address(page)} if page is not None else {})


def _own(oparl: dict[str, Any], *, shape: Shape, around: Surroundings) -> dict[str, Any]:
    resolved = {key: _resolve(key, value, shape=shape, around=around) for key, value in oparl.items()}
    always: dict[str, Any] = {key: [] for key in shape.always}
    return always | {key: value for key, value in resolved.items() if value not in _NO_DATA}


def _resolve(key: str, value: Any, *, shape: Shape, around: Surroundings) -> Any:
    if isinstance(value, list):
        items = (_resolve(key, item, shape=shape, around=around) for item in value)
        return [item for item in items if item not in _NO_DATA]
    target = linked_id(value) if isinstance(value, str) else None
    if target is None:
        return value
    if target not in around.present:
        return None
    return msgspec.Raw(around.embedded[target].encode()) if key in shape.parts else value


def _reverse(shape: Shape, around: Surroundings) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute, (kind, _) in shape.reverse.items():
        links = [link(kind, each) for each in around.reverse.get(attribute, [])]
        if links:
            found[attribute.removesuffix("[]")] = links if attribute.endswith("[]") else links[0]
    return found


def _back(shape: Shape, around: Surroundings) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind, attribute, holder in around.holders:
        name = shape.back.get((kind, attribute))
        if name is None:
            continue
        if name.endswith("[]"):
            found.setdefault(name[:-2], []).append(link(kind, holder))
        else:  # the oldest holder, among whose parts it also has its place
            found.setdefault(name, link(kind, holder))
    return found


def _body(frame: Frame, shape: Shape) -> dict[str, Any]:
    return {"body": link("body", frame.body)} if shape.has_body else {}


def _lists(frame: Frame, shape: Shape) -> dict[str, Any]:
    base = link(frame.kind, frame.id)
    if frame.kind == "system":
        return {"body": f"{ADDRESS}{OPARL_ROOT}body"}
    return {name: f"{base}/{_list_address(name)}" for name in shape.lists}


def _list_address(name: str) -> str:
    return name.removesuffix("List")


def _text(value: dict[str, Any]) -> str:
    # An address always begins its string: the pattern with the quote cannot occur inside a text, where a
    # literal backslash is doubled and a quote is escaped.
    return msgspec.json.encode(value).replace(b'"\\u001f', b'"\x1f').decode()


def links_in(data: dict[str, Any]) -> Sequence[tuple[str, int, str]]:
    """(attribute, position, id) of every link to an object; an attribute further in is a path with dots."""
    found, places = [], Counter[str]()
    for path, text in _texts(data):
        target = linked_id(text)
        if target is not None:
            found.append((path, places[path], target))
        places[path] += 1
    return found


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{path}.{key}" if path else key)
