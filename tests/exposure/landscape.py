"""A published landscape with everything that an entry can have, as visible twins, and what stays inside."""

from __future__ import annotations

import datetime
import uuid

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.actions import read_in
from ratslinde.integration.keeping import links
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place, SocialSpace, Term
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from tests.council.cast import account

TWINS = (
    "Zwillingsverein", "Zwillingstreff", "Zwillingshof", "Zwillingsviertel", "Zwillingsfeld", "Zwillingskontakt",
    "Zwillingsraum", "Zwillingsanmeldung", "مقهى التوأم", "Twin café",
)  # fmt: skip
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[8.0, 51.76], [8.1, 51.76], [8.1, 51.8], [8.0, 51.8], [8.0, 51.76]]],
}
TABLE = "Name;Art;Beschreibung\nVerein 7431902;Verein;Geheim 7431902\n"


def build(body: Body) -> User:
    """Twins that are public; what was merged, withdrawn or erased, and what nobody published, marked 7431902."""
    manager = account("integration", Role.INTEGRATION_MANAGER)
    field = _words(manager, body)
    actor, offer = _twins(manager, body, field)
    _gone(manager, actor)
    _inside(manager, actor, offer, field)
    read_in(manager, body, name="liste 7431902.csv", data=TABLE.encode())
    links.new_link(actor, email="a7431902@lindenhagen.example")
    return manager


def _words(manager: User, body: Body) -> Term:
    """One field of action; the rest of the words is unpublished and would only make many addresses."""
    fields = {each.key: each for each in actions.set_up_vocabulary(manager, body)}["handlungsfeld"]
    Term.objects.exclude(taxonomy=fields, code__in=("sprache", "wohnen")).delete()
    term = fields.terms.get(code="sprache")
    return actions.edit_term(
        manager, term, changes={"name": "Zwillingsfeld", "mappings": [("KGSt", "B1", "exact")]}, revision=1
    )


def _place(manager: User, body: Body) -> tuple[Place, SocialSpace]:
    space = actions.add_space(manager, body, name="Zwillingsviertel", geometry=SQUARE)
    place = actions.add_place(
        manager, body, name="Zwillingshof", street_address="Lindenweg 9", postal_code="59999",
        locality="Lindenhagen", latitude=51.77, longitude=8.05,
    )  # fmt: skip
    actions.add_place(manager, body, name="Ort 7431902", street_address="Weg 7431902", locality="Lindenhagen")
    return place, space


def _twins(manager: User, body: Body, field: Term) -> tuple[Actor, Offer]:
    place, space = _place(manager, body)
    actor = actions.add_actor(
        manager, body, name="Zwillingsverein", description="Verein.", place=place, phone="02599 10-5",
        email="verein@lindenhagen.example",
    )  # fmt: skip
    contact = actions.add_contact(
        manager, actor, function="Vorstand", family_name="Zwillingskontakt", email="vorstand@lindenhagen.example",
        name_consent_on=datetime.date(2026, 1, 2),
    )  # fmt: skip
    times = GivenSchedule(
        start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU"
    )
    offer = actions.add_offer(
        manager, actor, name="Zwillingstreff", description="Treff.", fields=[field], contact=contact,
        access="registration", access_note="Zwillingsanmeldung", cost="free",
        languages=[GivenLanguage("de"), GivenLanguage("ar", interpreted=True)],
        sites=[GivenSite(place=place, spaces=(space,), note="Zwillingsraum", schedules=(times,))],
    )  # fmt: skip
    actions.set_activity(manager, actor, field=field, role="leads", source="Quelle 7431902", note="n7431902")
    for language, text in (("ar", "مقهى التوأم"), ("en", "Twin café")):
        actions.translate(manager, offer, field="name", language=language, text=text, state="checked")
    actions.translate(manager, offer, field="name", language="tr", text="taslak 7431902", state="draft")
    actions.publish_actor(manager, actor)
    actions.publish_offer(manager, offer)
    return Actor.objects.get(pk=actor.pk), Offer.objects.get(pk=offer.pk)


def _inside(manager: User, actor: Actor, offer: Offer, field: Term) -> None:
    """What belongs to published rows and stays at the desk, published again with it; and an edit after that."""
    actor = Actor.objects.get(pk=actor.pk)
    actions.add_contact(
        manager, actor, function="Büro", family_name="Ohne 7431902", email="o7431902@lindenhagen.example",
        phone="7431902",
    )  # fmt: skip
    other = actions.add_actor(manager, actor.body, name="Entwurf 7431902", description="7431902")
    actions.report_cooperation(manager, actor, target=other, kind="cooperation", confirmed=True)
    actions.add_resource(manager, actor, kind="budget", name="Mittel 7431902", note="7431902")
    actions.mark_not_intended(manager, field, reason="Grund 7431902")
    actions.set_coverage_rule(manager, actor.body, valid_from=datetime.date(2026, 1, 1), completeness=0.5)
    changes = {"note": "7431902", "parent": other}
    actor = actions.edit_actor(manager, actor, changes=changes, revision=actor.revision)
    until = datetime.date(2031, 7, 31)
    funded = {"note": "7431902", "funding": "limited", "funding_until": until}
    offer = actions.edit_offer(manager, offer, changes=funded, revision=offer.revision)
    actions.confirm_offer(manager, offer, by="Stelle 7431902", on=datetime.date(2026, 8, 1))
    actions.publish_actor(manager, Actor.objects.get(pk=actor.pk))
    actions.publish_offer(manager, Offer.objects.get(pk=offer.pk))
    offer = Offer.objects.get(pk=offer.pk)
    later = {"alert": "Spaeter 7431902"}
    actions.edit_offer(manager, offer, changes=later, revision=offer.revision, batch=uuid.uuid4())


def _gone(manager: User, actor: Actor) -> None:
    """What was public and is no longer: merged, withdrawn, erased."""
    twin = actions.add_actor(manager, actor.body, name="Doppelt 7431902", description="Doppelt 7431902")
    actions.publish_actor(manager, twin)
    again = actions.add_offer(manager, actor, name="Doppeltreff 7431902", description="7431902")
    actions.publish_offer(manager, again)
    actions.withdraw_offer(manager, again, reason="Grund 7431902")
    person = actions.add_contact(
        manager, actor, function="Kasse", family_name="Vergessen 7431902", email="v7431902@lindenhagen.example",
        name_consent_on=datetime.date(2026, 1, 2),
    )  # fmt: skip
    actions.publish_actor(manager, Actor.objects.get(pk=actor.pk))
    actions.erase_contact(manager, person, reason="Antrag 7431902")
    row = Actor.objects.get(pk=actor.pk)
    actions.merge_actors(manager, row, other=Actor.objects.get(pk=twin.pk), take={})
