"""What is public about places and social spaces."""

from __future__ import annotations

import json

from ratslinde.integration.landscape.models import Place, SocialSpace
from ratslinde.integration.landscape.public.parts import former_ids, part_id, translations
from ratslinde.integration.landscape.rules.laender import land_of
from ratslinde.record import hsds, pages
from ratslinde.record.values import Value, link
from ratslinde.verbs.rows import Publication

COUNTRY = "DE"


def space_value(space: SocialSpace) -> Value:
    """A social space; its boundary as GeoJSON text, as HSDS wants it. The record leaves links to drafts out."""
    before = sorted(space.predecessors.all(), key=lambda each: each.standard_id)
    extent = json.dumps(space.geometry, separators=(",", ":")) if space.geometry else ""
    value = hsds.ServiceArea(
        id=str(space.standard_id), name=space.name, description=space.description, extent=extent,
        extent_type="geojson" if extent else "", x_valid_from=space.valid_from, x_valid_until=space.valid_until,
        x_follows=tuple(link("socialSpace", each.public_id) for each in before),
    )  # fmt: skip
    page = pages.SocialSpacePage(
        valid_from=space.valid_from,
        valid_until=space.valid_until,
        follows=tuple(each.public_id for each in before if each.publication == Publication.PUBLISHED),
    )
    return Value(
        kind="socialSpace",
        id=space.public_id,
        body=space.body.public_id,
        hsds=value,
        page=page,
        title=space.name,
    )


def place_value(place: Place) -> Value:
    """A place with what is known of its address; unknown accessibility is left out, which is not "no"."""
    whole = _addresses(place)
    partial = None if whole else _partial_address(place)
    value = hsds.Location(
        id=str(place.standard_id),
        location_type=place.kind,
        name=place.name,
        description=_in_words(partial) if partial else "",
        url=place.url,
        transportation=place.transportation,
        latitude=place.latitude,
        longitude=place.longitude,
        addresses=whole,
        accessibility=_accessibility(place),
        x_partial_address=partial,
        x_former_ids=former_ids(place),
        x_social_space=link("socialSpace", place.space.public_id) if place.space else "",
        x_translations=translations(place),
    )
    page = pages.PlacePage(accessible=place.accessible)
    return Value(
        kind="place", id=place.public_id, body=place.body.public_id, hsds=value, page=page, title=place.name
    )


def _addresses(place: Place) -> tuple[hsds.Address, ...]:
    """The address, where nothing is missing that the schema demands."""
    land = land_of(place.body.official_key)
    if not (place.street_address and place.postal_code and place.locality and land):
        return ()
    address = hsds.Address(
        id=part_id(place, "address"), address_1=place.street_address, city=place.locality, state_province=land,
        postal_code=place.postal_code, country=COUNTRY,
        address_type="postal" if place.kind == "postal" else "physical",
    )  # fmt: skip
    return (address,)


def _partial_address(place: Place) -> hsds.PartialAddress | None:
    if not (place.street_address or place.postal_code or place.locality):
        return None
    return hsds.PartialAddress(
        address_1=place.street_address, city=place.locality, state_province=land_of(place.body.official_key),
        postal_code=place.postal_code, country=COUNTRY,
    )  # fmt: skip


def _in_words(address: hsds.PartialAddress) -> str:
    """'Lindenweg 3, Lindenhagen'."""
    town = f"{address.postal_code} {address.city}".strip()
    return ", ".join(filter(None, (address.address_1, town)))


def _accessibility(place: Place) -> tuple[hsds.Accessibility, ...]:
    if place.accessible is None and not place.accessibility:
        return ()
    words = {True: "barrierefrei", False: "nicht barrierefrei", None: ""}[place.accessible]
    return (
        hsds.Accessibility(
            id=part_id(place, "accessibility"), description=words, details=place.accessibility
        ),
    )
