"""An offer or an actor with everything that its page shows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from ratslinde.portal.directory import dates, facts
from ratslinde.portal.directory.areas import Area, only_for
from ratslinde.portal.directory.cards import ActorCard, actor_card, offer_cards, topics
from ratslinde.portal.directory.catalogue import Catalogue, is_running
from ratslinde.portal.directory.contacts import Contact, contacts_of, ways_to_ask, website_of
from ratslinde.portal.directory.dates import PAUSED
from ratslinde.portal.directory.entries import FORM, GROUP, TOPIC, Entry, in_part, terms
from ratslinde.portal.directory.facets import page_of
from ratslinde.portal.directory.languages import PageLanguage, label_of
from ratslinde.portal.directory.sites import Site, place_of, sites
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.record import pages


@dataclass(frozen=True, kw_only=True)
class OfferDetail:
    """Empty texts are not known. `texts`: those that have a state of translation; `in_part` as `entries.in_part`."""

    name: Shown
    actor: ActorCard | None
    description: Shown
    alert: Shown
    eligibility: Shown
    paused: bool
    ended: bool
    topics: tuple[Shown, ...]
    groups: tuple[Shown, ...]
    for_everyone: bool
    form: Shown
    when: str
    coming: list[str]
    has_times: bool
    has_days: bool
    sites: list[Site]
    only_for: tuple[Area, ...]
    whole_town: bool
    cost: str
    cost_note: Shown
    ages: str
    access: str
    access_note: Shown
    mode: str
    spoken: str
    in_part: frozenset[str]
    accessible: str
    has_places: bool
    contacts: list[Contact]
    website: str
    places_free: str
    until: str
    confirmed: str
    day: str

    @property
    def texts(self) -> list[Shown]:
        """The texts of the offer itself."""
        return [
            self.name, self.description, self.alert, self.eligibility, self.cost_note, self.access_note,
            *(text for site in self.sites for text in site.texts),
        ]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ActorDetail:
    """`roles`: what it does, by field of action: (field, codes of the roles)."""

    name: Shown
    kind: Shown
    description: Shown
    roles: list[tuple[Shown, list[str]]]
    spoken: str
    in_part: frozenset[str]
    place: Site | None
    contacts: list[Contact]
    website: str
    self_managed: bool
    confirmed: str
    offers: list[SafeString]


def offer_detail(catalogue: Catalogue, number: int, language: PageLanguage) -> OfferDetail:
    """The offer of that number in the language."""
    entry = catalogue.offers[number]
    data, page = entry.item.data, page_of(entry)
    known = dates.following(catalogue.dates[number])
    actor = next((each for each in catalogue.actors if each.item.standard_id == entry.actor), None)
    forms = [shown(term, "name", language) for term in terms(data, FORM)]
    return OfferDetail(
        name=shown(data, "name", language),
        actor=actor_card(actor, language) if actor else None,
        description=shown(data, "description", language),
        alert=shown(data, "alert", language),
        eligibility=shown(data, "eligibility_description", language, field="eligibility"),
        paused=data["status"] == PAUSED,
        ended=not is_running(entry.item, catalogue.day),
        topics=topics(entry, language),
        groups=tuple(shown(term, "name", language) for term in terms(data, GROUP)),
        for_everyone=page.groups == "everyone",
        form=forms[0] if forms else Shown(text=""),
        when=facts.date_in_words(known[0], language) if known else dates.rhythm_in_words(data, language),
        coming=[facts.date_in_words(each, language) for each in known],
        has_times=catalogue.has_times(number),
        has_days=dates.has_days(data),
        sites=sites(data, language, today=catalogue.day),
        only_for=only_for(entry, catalogue.spaces, language),
        whole_town=page.area == "town",
        cost=facts.cost(entry, language),
        cost_note=shown(data, "fees_description", language, field="cost_note"),
        ages=facts.ages(entry),
        access=facts.access(entry),
        access_note=shown(data, "application_process", language, field="access_note"),
        mode=facts.mode(data),
        spoken=facts.spoken(data, language),
        in_part=in_part(entry),
        accessible=facts.accessible(entry, catalogue.accessible),
        has_places=bool(entry.places) or data.get("x_mode") != "online",
        contacts=ways_to_ask(data, actor.item.data if actor else {}),
        website=website_of(data.get("url", "")),
        places_free=_places_free(data, language),
        until=_day(data.get("x_valid_until"), language),
        confirmed=_day(data.get("assured_date"), language),
        day=dates.date_in_numbers(catalogue.day, language),
    )


def actor_detail(catalogue: Catalogue, entry: Entry, language: PageLanguage) -> ActorDetail:
    """The actor with its running offers."""
    data, page = entry.item.data, entry.item.page
    places = data.get("locations", ())
    return ActorDetail(
        name=shown(data, "name", language),
        kind=actor_card(entry, language).kind,
        description=shown(data, "description", language),
        roles=_roles(data, language),
        spoken=language.comma.join(label_of(code, language) for code in data.get("x_languages", ())),
        in_part=in_part(entry),
        place=place_of(places[0], language) if places else None,
        contacts=contacts_of(data),
        website=website_of(data.get("website", "")),
        self_managed=isinstance(page, pages.ActorPage) and page.self_managed,
        confirmed=_day(data.get("x_assured_date"), language),
        offers=offer_cards(catalogue, catalogue.offers_of(entry.item.standard_id), language),
    )


def _roles(data: Mapping[str, Any], language: PageLanguage) -> list[tuple[Shown, list[str]]]:
    words = facts.roles()
    return [
        (
            shown(term, "name", language),
            [
                words[each["value"]]
                for each in data["attributes"]
                if each["taxonomy_term"]["id"] == term["id"] and each.get("value") in words
            ],
        )
        for term in terms(data, TOPIC)
    ]


def _places_free(data: Mapping[str, Any], language: PageLanguage) -> str:
    """'Frei: 4 (Stand: 1. August 2026)', or ''."""
    for each in data.get("capacities", ()):
        day = datetime.datetime.fromisoformat(each["updated"]).date()
        return facts.places_free(int(each["available"]), dates.day_in_words(day, language, full=True))
    return ""


def _day(text: str | None, language: PageLanguage) -> str:
    return dates.day_in_words(datetime.date.fromisoformat(text), language, full=True) if text else ""
