"""The frame of the desk's pages: what each role finds in the navigation."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from ratslinde.council.bodies.models import Body
from ratslinde.ui.frame import Frame, NavigationLink
from ratslinde.verbs import Actor, may

_ENTRIES = (
    ("Start", "desk:start", ""),
    ("Eingang", "desk_inbox:submissions", "inbox.read"),
    ("Einlesen", "desk:sources", "adoption.check"),
    ("Sitzungen", "desk:meetings", "meeting.read"),
    ("Vorlagen", "desk:papers", "paper.read"),
    ("Integration", "desk_landscape:start", "landscape.read"),
    ("Gremien", "desk:organizations", "body.read"),
    ("Personen", "desk:people", "person.read"),
    ("Mails", "desk_post:letters", "post.read"),
    ("Kommune", "desk:town", "town.edit"),
    ("Konten", "desk_accounts:accounts", "account.read"),
)


def frame(request: HttpRequest, actor: Actor) -> Frame:
    """The frame for this person on this page."""
    town = Body.objects.values_list("name", flat=True).first()
    return Frame(
        town=town or "Ratslinde",
        what="Schreibtisch",
        home=reverse("desk:start"),
        navigation=tuple(_links(request, actor)),
        person=actor.name,
        sign_out=reverse("account_logout"),
    )


def _links(request: HttpRequest, actor: Actor) -> list[NavigationLink]:
    found = []
    for label, name, verb in _ENTRIES:
        if verb and not may(actor, verb):
            continue
        address = reverse(name)
        here = request.path == address if name == "desk:start" else request.path.startswith(address)
        found.append(NavigationLink(label=label, address=address, current=here))
    return found
