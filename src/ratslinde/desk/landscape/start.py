"""The start page of the landscape: what waits, and what would improve the picture most."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.inbox.queries import waiting_by_kind
from ratslinde.desk.post.queries import waiting
from ratslinde.integration.importing.queries import MERGED, duplicates
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries import standing
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may

MOST = 8
MOST_ADVICE = 4
MOST_COMPARED = 1_000
"""Beyond that many entries comparing all with all takes seconds: the page of duplicates does it when asked."""


@require_GET
@door("landscape.read")
def start(request: HttpRequest) -> HttpResponse:
    """What waits for an integration manager."""
    person, body = account(request), the_body()
    submissions = waiting_by_kind(person) if may(person, "inbox.read") else []
    letters = waiting(person) if may(person, "post.read") else None
    context = {
        "title": "Integration",
        "standing": standing.standing(person, body),
        "submissions": submissions,
        "letters": letters,
        "not_anything": not (
            any(number for _, _, number in submissions) or (letters and (letters.held or letters.lost))
        ),
        "duplicates": _duplicates(person, body),
        "outdated": standing.outdated(person, body)[:MOST],
        "changed": standing.changed(person, body)[:MOST],
        "drafts": standing.drafts(person, body)[:MOST] if may(person, "offer.publish") else [],
        "advice": advice(picture(person, body), most=MOST_ADVICE),
        "most": MOST,
    }
    return page(request, "desk/landscape/start.html", context)


def _duplicates(person: Account, body: Body) -> int | None:
    """How many pairs may be the same; None where nobody may merge them, or there are too many to compare on the way."""
    if not may(person, "actor.merge"):
        return None
    if Actor.objects.filter(body=body).count() + Offer.objects.filter(body=body).count() > MOST_COMPARED:
        return None
    return sum(len(duplicates(person, body, kind=kind)) for kind in MERGED)
