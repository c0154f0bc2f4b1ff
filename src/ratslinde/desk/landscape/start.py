"""The start page of the landscape: what waits, and what would improve the picture most."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.inbox.queries import waiting_by_kind
from ratslinde.desk.post.queries import waiting
from ratslinde.integration.landscape.queries import standing
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.verbs import may

MOST = 8
MOST_ADVICE = 4


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
        "outdated": standing.outdated(person, body)[:MOST],
        "changed": standing.changed(person, body)[:MOST],
        "drafts": standing.drafts(person, body)[:MOST] if may(person, "offer.publish") else [],
        "advice": advice(picture(person, body), most=MOST_ADVICE),
        "most": MOST,
    }
    return page(request, "desk/landscape/start.html", context)
