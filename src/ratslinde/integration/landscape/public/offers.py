"""What is public about an offer. Who pays for it, until when, and notes stay at the desk."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ratslinde.integration.landscape.models import Ages, Offer, OfferSite, SocialSpace
from ratslinde.integration.landscape.public.offer_parts import (
    capacities,
    costs,
    free_schedules,
    languages,
    sites,
)
from ratslinde.integration.landscape.public.parts import (
    attribute,
    contact,
    former_ids,
    phones,
    translations,
)
from ratslinde.kernel import blocks
from ratslinde.record import hsds, pages
from ratslinde.record.values import Value, address, link


def offer_value(offer: Offer) -> Value:
    """The offer as HSDS's service. What nobody has said is left out there, and '' on the page: unknown is not no."""
    return Value(
        kind="offer",
        id=offer.public_id,
        body=offer.body.public_id,
        hsds=_service(offer),
        page=_page(offer),
        title=offer.name,
        text=" ".join((offer.actor.name, offer.description, offer.eligibility)),
        path=_path(offer),
        lists=(offer.actor.public_id, *(each.public_id for each in offer.former_ids.all())),
    )


def _path(offer: Offer) -> str:
    return f"angebote/{offer.public_id}/"


def _page(offer: Offer) -> pages.OfferPage:
    return pages.OfferPage(
        description=blocks.parse(offer.description), cost=offer.cost, ages=offer.ages, groups=offer.groups_known,
        access=offer.access, area=offer.area, languages="listed" if offer.languages_known else "",
    )  # fmt: skip


def _service(offer: Offer) -> hsds.Service:
    places = list(offer.sites.select_related("place__space").prefetch_related("spaces", "schedules"))
    return msgspec.structs.replace(
        _itself(offer),
        service_areas=_areas(places),
        service_at_locations=sites(places),
        schedules=free_schedules(places),
        languages=languages(offer),
        interpretation_services=", ".join(row.code for row in offer.languages.all() if row.interpreted),
        cost_options=costs(offer),
        capacities=capacities(offer),
        attributes=_attributes(offer),
        phones=phones(offer, offer.phone),
        contacts=(contact(offer, offer.contact),) if offer.contact else (),
        x_former_ids=former_ids(offer),
        x_translations=translations(offer),
    )


def _itself(offer: Offer) -> hsds.Service:
    """What stands in the offer's own row."""
    ranged = offer.ages == Ages.RANGE
    return hsds.Service(
        id=str(offer.standard_id),
        name=offer.name,
        status=offer.status,
        organization=link("actor", offer.actor.public_id),
        description=offer.description,
        url=offer.website or address(_path(offer)),
        email=offer.email,
        application_process=offer.access_note,
        fees_description=offer.cost_note,
        eligibility_description=offer.eligibility,
        minimum_age=offer.age_from if ranged else None,
        maximum_age=offer.age_to if ranged else None,
        assured_date=offer.confirmed_on,
        last_modified=offer.stated_at,
        alert=offer.alert,
        x_mode=offer.mode,
        x_access=offer.access,
        x_ages=offer.ages,
        x_groups=offer.groups_known,
        x_incomplete=_incomplete(offer),
        x_whole_town={"town": True, "spaces": False}.get(offer.area),
        x_volunteers_only=offer.volunteers_only,
        x_valid_from=offer.valid_from,
        x_valid_until=offer.valid_until,
    )


def _incomplete(offer: Offer) -> tuple[str, ...]:
    """The lists that name something, but perhaps not all; an empty list says by itself that nothing is known."""
    parts = {
        "fields": not offer.fields_known and offer.fields.all(),
        "groups": not offer.groups_known and offer.groups.all(),
        "languages": not offer.languages_known and offer.languages.all(),
    }
    return tuple(name for name, rows in parts.items() if rows)


def _areas(places: Iterable[OfferSite]) -> tuple[str, ...]:
    """The social spaces that the places are in or meant for."""
    spaces = {space for site in places for space in site.spaces.all()}
    spaces |= {site.place.space for site in places if site.place and site.place.space}
    return tuple(link("socialSpace", each.public_id) for each in sorted(spaces, key=by_name))


def by_name(space: SocialSpace) -> tuple[str, str]:
    """An order that is the same in every installation: keys of rows are not."""
    return space.name, str(space.standard_id)


def _attributes(offer: Offer) -> tuple[hsds.Attribute, ...]:
    terms = [*offer.fields.select_related("taxonomy"), *offer.groups.select_related("taxonomy")]
    if offer.form is not None:
        terms.append(offer.form)
    return tuple(attribute(offer, term, entity="service") for term in terms)
