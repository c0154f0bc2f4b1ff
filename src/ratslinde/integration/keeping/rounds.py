"""What happens by itself once a day: reminders are written, and personal data that is over its time is forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db.models import Max, Q

from ratslinde.accounts.automaton import automaton
from ratslinde.council.bodies.models import Body
from ratslinde.integration.keeping.actions import invite
from ratslinde.integration.keeping.links import LINKS
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.keeping.updates import ASKED, REMINDER
from ratslinde.integration.landscape.actions import erase_contact, mark_asked
from ratslinde.integration.landscape.actions.contacts import CONTACTS
from ratslinde.integration.landscape.models import Actor, ContactPerson, CoverageRule
from ratslinde.journal import queue, retention
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.post.models import Letter

DAILY = datetime.timedelta(days=1)
AGAIN = datetime.timedelta(days=90)
"""Who was asked is left in peace for so long, whether or not an answer came."""

MONTH = 30.44
OUTDATED_MONTHS = 12
FORGET_CONTACT = "keeping.forget_contact"
MOST_AT_ONCE = 200


@queue.handles("keeping.remind", every=DAILY)
def remind(_key: str) -> None:
    """Write a reminder to each actor whose last confirmation is too old; they wait for somebody to release them."""
    for body in Body.objects.all():
        batch = f"Erinnerungen {clock.today():%m/%Y}"
        for actor in list(due(body))[:MOST_AT_ONCE]:
            try:
                invite(automaton(), actor, batch=batch)
            except Refused:  # an address that cannot be written to stands in the list of what waits
                continue


@queue.handles(ASKED)
def asked(public_id: str) -> None:
    """The mail server has taken the letter: from today on the actor counts as asked."""
    letter = Letter.objects.filter(public_id=public_id, kind=REMINDER).defer("content", "sealed").first()
    actor = Actor.objects.filter(public_id=letter.key.partition(" ")[0]).first() if letter else None
    if letter and letter.settled_at and actor:
        mark_asked(automaton(), actor, on=clock.town_time(letter.settled_at).date())


def due(body: Body) -> Iterator[Actor]:
    """Actors with an address that were confirmed before, too long ago, and not asked lately."""
    rule = CoverageRule.objects.filter(body=body, valid_from__lte=clock.today()).first()
    months = rule.outdated_months if rule else OUTDATED_MONTHS
    before = clock.today() - datetime.timedelta(days=months * MONTH)
    rows = Actor.objects.filter(body=body, archived_at=None, confirmed_on__lt=before).exclude(email="")
    rows = rows.filter(Q(asked_on=None) | Q(asked_on__lt=clock.today() - AGAIN))
    rows = rows.annotate(last=Max("keeper_links__created_at"))
    yield from rows.filter(Q(last=None) | Q(last__lt=clock.now() - AGAIN)).order_by("confirmed_on", "pk")


@retention.forgets(CONTACTS)
def forget_contacts() -> int:
    """Ask for each contact by itself: one that cannot be erased must not keep the others."""
    over = ContactPerson.objects.filter(keep_until__lte=clock.today()).values_list("public_id", flat=True)
    found = list(over)
    for public_id in found:
        queue.later(FORGET_CONTACT, key=public_id)
    return len(found)


@queue.handles(FORGET_CONTACT)
def forget_contact(public_id: str) -> None:
    """Erase the contact, whose day has come, also from what is public and its history."""
    over = ContactPerson.objects.filter(keep_until__lte=clock.today(), public_id=public_id)
    for contact in over.select_related("actor", "body"):
        erase_contact(automaton(), contact, reason="Aufbewahrungsfrist abgelaufen")


@retention.forgets(LINKS)
def forget_links() -> int:
    """Delete links that opened something once."""
    return KeeperLink.objects.filter(expires_at__lt=LINKS.limit()).delete()[0]
