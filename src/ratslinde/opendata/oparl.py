"""OParl 1.1: objects and lists, sent as they stand in the record (https://oparl.org/spezifikation/)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.http import HttpRequest

from ratslinde.opendata import addresses, filters
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.refusals import Elsewhere, NotThere
from ratslinde.record import listing
from ratslinde.record.shapes import SHAPES
from ratslinde.record.values import ADDRESS

_ADDRESS = ADDRESS.encode()
_LISTS = {kind: {address.removesuffix("List") for address in shape.lists} for kind, shape in SHAPES.items()}


@open_data()
def system(request: HttpRequest) -> bytes:
    """The entry point."""
    return _single(request, kind="system", public_id="system")


@open_data()
def single(request: HttpRequest, *, kind: str, public_id: str) -> bytes:
    """One object, also a withdrawn one (OParl 1.1, 2.8: status 200 and `deleted`)."""
    return _single(request, kind=kind, public_id=public_id)


@open_data()
def bodies(request: HttpRequest) -> bytes:
    """`System.body`."""
    return _list(request, path="body", kind="body")


@open_data()
def of_body(request: HttpRequest, *, public_id: str, kind: str) -> bytes:
    """One of the ten lists of a Body."""
    return _list(request, path=f"body/{public_id}/{kind}", kind=kind, body=public_id)


@open_data()
def of_organization(request: HttpRequest, *, public_id: str, kind: str) -> bytes:
    """The meetings or consultations of an Organization."""
    return _list(request, path=f"organization/{public_id}/{kind}", kind=kind, owner=public_id)


@open_data()
def elsewhere(request: HttpRequest, *, rest: str) -> bytes:
    """No object has this address; one that means the same may have (OParl 1.1, 2.1.2: one address for each)."""
    raise _other_address(request, rest) or NotThere("Unter dieser Adresse gibt es keine offenen Daten.")


def _single(request: HttpRequest, *, kind: str, public_id: str) -> bytes:
    internal_omitted = filters.switch(request.GET, "omit_internal")
    found = listing.single(public_id, omit_internal=internal_omitted)
    if found is None or found.kind != kind:
        raise _other_address(request, f"{kind}/{public_id}") or NotThere("Ein solches Objekt gibt es nicht.")
    return found.text.replace(_ADDRESS, addresses.base().encode())


def _list(
    request: HttpRequest, *, path: str, kind: str, body: str | None = None, owner: str | None = None
) -> bytes:
    query = filters.read(request.GET)
    page = listing.page(
        listing.Wish(
            kind=kind, body=body, owner=owner, limit=query.limit, after=query.after, created=query.created,
            modified=query.modified, omit_internal=query.omit_internal,
        )
    )  # fmt: skip
    holder = owner or body
    if not page.items and holder is not None and _kind_of(holder) != path.partition("/")[0]:
        raise _other_address(request, path) or NotThere("Eine solche Liste gibt es nicht.")
    return _envelope(page, path=addresses.ROOT + path, query=query)


def _kind_of(public_id: str) -> str | None:
    found = listing.single(public_id)
    return found.kind if found else None


def _envelope(page: listing.Page, *, path: str, query: filters.Query) -> bytes:
    """The page in the form of OParl 1.1, 2.5.3. Without totals: counting would cost more than the page."""
    here = [("after", filters.place(query.after))] if query.after is not None else []
    links = {"first": query.kept, "self": (*query.kept, *here)}
    if page.last is not None:
        links["next"] = (*query.kept, ("after", filters.place(page.last)))
    sent = {name: addresses.with_query(path, parameters) for name, parameters in links.items()}
    foot = {"pagination": {"elementsPerPage": query.limit}, "links": sent}
    base = addresses.base().encode()
    # Object by object, then one join: memory for a whole page is asked of the system once and not for every step.
    pieces = [b'{"data":[']
    for item in page.items:
        pieces += (item.replace(_ADDRESS, base), b",")
    pieces[-1] = b'{"data":[],' if not page.items else b"],"
    return b"".join((*pieces, msgspec.json.encode(foot)[1:]))


def _other_address(request: HttpRequest, rest: str) -> Elsewhere | None:
    """The address that was meant when only a slash or the case of letters is wrong."""
    steps = [step for step in rest.split("/") if step]
    if [step.lower() for step in steps] == ["system", "system"]:
        steps = ["system"]
    kind = _as_written(steps[0], SHAPES) if steps else "system"
    public_id = [step.lower() for step in steps[1:2]]
    lists = [_as_written(step, _LISTS.get(kind, ())) for step in steps[2:]]
    path = addresses.ROOT + "/".join([kind, *public_id, *lists])
    if request.path_info == f"/{path}":
        return None
    return Elsewhere(addresses.with_query(path, ((name, str(value)) for name, value in request.GET.items())))


def _as_written(step: str, names: Iterable[str]) -> str:
    return next((name for name in names if name.lower() == step.lower()), step)
