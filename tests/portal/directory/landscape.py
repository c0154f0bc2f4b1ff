"""An invented landscape with everything that a page of the directory shows, published through the verbs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ratslinde.accounts.models import Role
from ratslinde.council.bodies import actions as bodies
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, SocialSpace, Term
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from tests.council.cast import account
from tests.integration.conftest import NORTH, SOUTH

LANGUAGES = ("de-simple", "en", "tr", "ar", "uk")
CAFE = {
    "de-simple": ("Sprach·café", "Hier sprechen Sie Deutsch. Alle dürfen kommen."),
    "en": ("Language café", "An open meeting to practise German."),
    "tr": ("Dil kafesi", "Almanca konuşma pratiği için açık buluşma."),
    "ar": ("مقهى اللغة", "لقاء مفتوح للتدرب على التحدث باللغة الألمانية."),
    "uk": ("Мовне кафе", "Відкрита зустріч для розмовної практики німецької мови."),
}
TOPIC = {"de-simple": "Deutsch", "en": "German language", "tr": "Dil", "ar": "اللغة", "uk": "Мова"}


@dataclass(frozen=True, kw_only=True)
class Landscape:
    """What was published. Of the group hardly anything is known; the advice costs something."""

    manager: object
    north: SocialSpace
    south: SocialSpace
    association: Actor
    office: Actor
    cafe: Offer
    group: Offer
    advice: Offer
    topics: dict[str, Term]


def publish_landscape(*, today: datetime.date) -> Landscape:
    """The landscape; the café is held weekly on the weekday of `today`, from 16 to 18 o'clock."""
    administrator, manager = (
        account("administration", Role.ADMINISTRATOR),
        account("manager", Role.INTEGRATION_MANAGER),
    )
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    vocabulary = {taxonomy.key: taxonomy for taxonomy in actions.set_up_vocabulary(manager, body)}
    topics = {term.code: term for term in vocabulary["handlungsfeld"].terms.all()}
    for code, text in TOPIC.items():
        actions.translate(manager, topics["sprache"], field="name", language=code, text=text, state="checked")
    for taxonomy in vocabulary.values():
        actions.publish_taxonomy(manager, taxonomy)
    north = actions.add_space(manager, body, name="Nordviertel", geometry=NORTH)
    south = actions.add_space(manager, body, name="Südstadt", geometry=SOUTH)
    for space in (north, south):
        actions.publish_space(manager, space)
    house = actions.add_place(
        manager, body, name="Haus der Kulturen", street_address="Lindenweg 3", postal_code="59999",
        locality="Lindenhagen", latitude=51.77, longitude=8.05, accessible=True, transportation="Bus 2 bis Markt",
    )  # fmt: skip
    hall = actions.add_place(
        manager, body, name="Alte Schule", street_address="Schulweg 1", postal_code="59999",
        locality="Lindenhagen", latitude=51.72, longitude=8.05, accessible=False,
    )  # fmt: skip
    association = actions.add_actor(
        manager, body, name="Brücke Lindenhagen e. V.", place=house, languages="de ar",
        kind=vocabulary["akteurstyp"].terms.get(code="migrantenorganisation"), self_managed=True,
        description="Der Verein begleitet Menschen, die neu in der Stadt sind.", email="bruecke@lindenhagen.example",
        phone="02599 10-400",
    )  # fmt: skip
    office = actions.add_actor(
        manager, body, name="Fachdienst Ankommen", kind=vocabulary["akteurstyp"].terms.get(code="amt"),
        description="Das Amt hilft bei den ersten Schritten.",
    )  # fmt: skip
    actions.set_activity(manager, office, field=topics["wohnen"], role="advises")
    cafe = _cafe(manager, association, house, topics, vocabulary, today)
    group = actions.add_offer(
        manager, association, name="Elterngruppe", description="Für Eltern mit kleinen Kindern.",
        fields=[topics["fruehe-bildung"]],
    )  # fmt: skip
    advice = actions.add_offer(
        manager, office, name="Mietberatung", description="Hilfe bei Fragen zur Wohnung und zum Mietvertrag.",
        fields=[topics["wohnen"]], cost="paid", cost_amount="12.50", ages="all", access="registration",
        access_note="Bitte rufen Sie vorher an.", area="spaces", languages=[GivenLanguage("de")],
        sites=[GivenSite(place=hall, spaces=(south,), schedules=(
            GivenSchedule(start=datetime.date(2026, 1, 5), opens_at=datetime.time(9), frequency="MONTHLY", days="1MO"),
        ))],
    )  # fmt: skip
    actions.translate(manager, advice, field="name", language="en", text="Tenancy advice", state="machine")
    for actor in (association, office):
        actions.publish_actor(manager, actor)
    for offer in (cafe, group, advice):
        actions.publish_offer(manager, offer)
    return Landscape(
        manager=manager, north=north, south=south, association=association, office=office, cafe=cafe, group=group,
        advice=advice, topics=topics,
    )  # fmt: skip


def _cafe(manager, association, house, topics, vocabulary, today) -> Offer:
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[today.weekday()]
    schedule = GivenSchedule(
        start=datetime.date(2026, 1, 5), opens_at=datetime.time(16), closes_at=datetime.time(18),
        frequency="WEEKLY", days=weekday,
    )  # fmt: skip
    cafe = actions.add_offer(
        manager, association, name="Sprachcafé", description="Offener Treff zum Deutschsprechen.",
        fields=[topics["sprache"]], form=vocabulary["angebotsform"].terms.get(code="treff"), groups_known="everyone",
        cost="free", ages="range", age_from=16, access="open", mode="on_site", area="town",
        languages=[GivenLanguage("de"), GivenLanguage("ar", interpreted=True)],
        confirmed_on=datetime.date(2026, 8, 1), sites=[GivenSite(place=house, schedules=(schedule,))],
    )  # fmt: skip
    for code, (name, text) in CAFE.items():
        actions.translate(manager, cafe, field="name", language=code, text=name, state="checked")
        actions.translate(manager, cafe, field="description", language=code, text=text, state="checked")
    return cafe
