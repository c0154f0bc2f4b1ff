"""The page of a mailed link shows all that its buttons confirm: whatever is public of an entry stands there."""

from __future__ import annotations

import datetime
from decimal import Decimal

import msgspec
import pytest
from django.test import Client

from ratslinde.desk.landscape.keeping.facts import actor_facts, offer_facts
from ratslinde.desk.landscape.keeping.topics import Doings
from ratslinde.integration.keeping import links
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.models import Actor, ContactPerson, Offer, OfferSite, Schedule
from ratslinde.kernel import clock
from ratslinde.record.statements import encode
from tests.integration.conftest import rich

__all__ = ["rich"]
BEHIND = ("assured_date", "x_assured_date", "last_modified", "x_translations", "x_former_ids")
"""Public, and nothing that an actor could say is wrong: days of the system, other languages, former ids."""
OTHER = {
    "BooleanField": True, "DateField": datetime.date(2027, 3, 4), "DecimalField": Decimal("7.30"),
    "EmailField": "neu@lindenhagen.example", "URLField": "https://neu.example/",
}  # fmt: skip


def other_value(field: object, now: object) -> object:
    """Something else than what stands there, that such a field can hold."""
    if getattr(field, "choices", None):
        return next(value for value, _ in field.choices if value != now)
    kind = type(field).__name__
    if kind.startswith("Positive"):
        return 41
    if kind == "BooleanField":
        return not now
    return OTHER.get(kind, "Etwas anderes")


def public_words(row: Actor | Offer) -> dict[str, object]:
    value = public.actor_value(row) if isinstance(row, Actor) else public.offer_value(row)
    statement = msgspec.json.decode(encode(value).replace("\x1f", ""))
    return {key: said for key, said in statement["hsds"].items() if key not in BEHIND}


def shown(row: Actor | Offer) -> list[object]:
    """The heading of the part and what stands below it."""
    return [row.name, *(actor_facts(row, Doings(row)) if isinstance(row, Actor) else offer_facts(row))]


def own_columns(row: Actor | Offer) -> list[object]:
    linked = {"id", "body", "actor", "form", "contact", "kind", "parent", "place", "organization"}
    return [field for field in row._meta.concrete_fields if field.editable and field.name not in linked]


def test_each_public_field_of_an_offer_and_of_its_actor_stands_on_the_page(rich):
    unseen, seen = [], 0
    for row in (Offer.objects.get(pk=rich.pk), Actor.objects.get(pk=rich.actor_id)):
        before, facts = public_words(row), shown(row)
        for field in own_columns(row):
            value = getattr(row, field.name)
            setattr(row, field.name, other_value(field, value))
            is_public = public_words(row) != before
            seen += is_public
            if is_public and shown(row) == facts:
                unseen.append(f"{type(row).__name__}.{field.name}")
            setattr(row, field.name, value)
    assert (unseen, seen > 25) == ([], True)


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Schedule, {"cancelled": ["2026-09-14"]}), (Schedule, {"until": datetime.date(2026, 11, 30)}),
        (Schedule, {"description": "auch in den Ferien"}), (Schedule, {"opens_at": datetime.time(8)}),
        (OfferSite, {"note": "Raum 5"}), (OfferSite, {"place": None}),
    ],
)  # fmt: skip
def test_what_is_said_of_places_and_times_stands_there(rich, model, changes):
    before = shown(Offer.objects.get(pk=rich.pk))
    model.objects.update(**changes)
    assert shown(Offer.objects.get(pk=rich.pk)) != before


def test_the_lists_of_an_entry_stand_there(rich, south):
    for name in ("fields", "groups"):
        before = shown(Offer.objects.get(pk=rich.pk))
        getattr(rich, name).set([])
        assert shown(Offer.objects.get(pk=rich.pk)) != before, name
    before = shown(Offer.objects.get(pk=rich.pk))
    rich.sites.order_by("pk").first().spaces.set([south])
    assert shown(Offer.objects.get(pk=rich.pk)) != before
    actor = Actor.objects.get(pk=rich.actor_id)
    before = shown(actor)
    actor.activities.first().spaces.set([south])
    assert shown(actor) != before


def test_the_page_says_amount_age_and_district_in_plain_words(rich):
    Offer.objects.filter(pk=rich.pk).update(age_from=6, age_to=10, cost_note="Tee & Kuchen")
    page = Client().get(f"/eintrag/{links.new_link(rich.actor)[1]}/").content.decode()
    for words in (
        "6 bis 10 Jahre", "kostet etwas: 2,50\xa0€ (Tee &amp; Kuchen)", "nur aus: Nordviertel, Südstadt",
        "nicht am 13.07.2026", "Haus der Kulturen, Lindenweg 3, 59999 Lindenhagen, barrierefrei",
        "20, davon frei: 0, auf der Warteliste: 3 (Stand: 01.06.2026)", "Lust zu reden", "02599 10-8", "Vorstand",
    ):  # fmt: skip
        assert words in page, words


def test_a_name_without_a_consent_does_not_stand_there(rich):
    ContactPerson.objects.update(family_name="Musterfrau", email="b@lindenhagen.example", phone="02599 10-55")
    secret = links.new_link(rich.actor)[1]
    page = Client().get(f"/eintrag/{secret}/").content.decode()
    assert not [word for word in ("Musterfrau", "b@lindenhagen.example", "10-55") if word in page]
    ContactPerson.objects.update(name_consent_on=clock.today())
    assert (
        "Vorstand, Musterfrau, b@lindenhagen.example, 02599 10-55"
        in Client().get(f"/eintrag/{secret}/").content.decode()
    )


def test_what_is_unknown_says_so_and_is_no_no(association):
    offer = Offer.objects.create(body=association.body, actor=association, name="Nähtreff")
    said = {fact.label: fact.lines for fact in offer_facts(offer)}
    for label in ("Wann und wo", "Sprachen", "Für wen", "Alter", "Kosten", "Anmeldung"):
        assert said[label] == ("steht nicht da",)
    assert "Plätze" not in said


def test_also_the_desk_shows_before_it_confirms_what_it_confirms(rich, desk):
    """What the offer has of its own: to whom one turns, until when it is, what somebody must bring."""
    page = desk.get(f"/schreibtisch/integration/angebote/{rich.public_id}/").content.decode()
    for words in (
        "Lust zu reden",
        "02599 10-8",
        "cafe@lindenhagen.example",
        "ab 01.01.2026 bis 01.01.2027",
        "Vorstand",
    ):
        assert words in page, words
    page = desk.get(f"/schreibtisch/integration/akteure/{rich.actor.public_id}/").content.decode()
    for words in ("eingetragener Verein, VR 77", "Brücke</dd>"):
        assert words in page, words


def test_a_room_stands_behind_its_house_without_a_comma(rich):
    site = OfferSite.objects.exclude(note="").first()
    page = Client().get(f"/eintrag/{links.new_link(rich.actor)[1]}/").content.decode()
    assert f" ({site.note})" in page
    assert f", ({site.note})" not in page
