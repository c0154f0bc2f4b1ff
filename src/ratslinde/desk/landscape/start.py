"""The start page of the landscape: what waits, and what would improve the picture most."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.waiting import waiting
from ratslinde.integration.landscape.queries import standing
from ratslinde.integration.landscape.queries.beginning import begun
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.integration.landscape.queries.unplaced import number_unplaced
from ratslinde.verbs import may

MOST = 8
MOST_ADVICE = 4


@require_GET
@door("landscape.read")
def start(request: HttpRequest) -> HttpResponse:
    """What waits for an integration manager."""
    person, body = account(request), the_body()
    context = {
        "title": "Integration",
        "standing": standing.standing(person, body),
        "waiting": waiting(person, body),
        "outdated": standing.outdated(person, body)[:MOST],
        "changed": standing.changed(person, body)[:MOST],
        "drafts": standing.drafts(person, body)[:MOST] if may(person, "offer.publish") else [],
        "advice": advice(picture(person, body), most=MOST_ADVICE),
        "unplaced": number_unplaced(person, body),
        "most": MOST,
        "begun": begun(person, body),
    }
    return page(request, "desk/landscape/start.html", context)
