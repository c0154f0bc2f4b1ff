"""What actors are written."""

from __future__ import annotations

from django.conf import settings

from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.updates import REMINDER
from ratslinde.integration.landscape.models import Actor
from ratslinde.kernel import clock
from ratslinde.post.content import Button, Content
from ratslinde.post.models import Letter
from ratslinde.post.writing import write


def ask(actor: Actor, *, email: str, held: bool, batch: str) -> Letter:
    """The mail with a new link; on one day to one address there is one. Raises Refused for a bad address."""
    link, secret = links.new_link(actor, email=email)
    base = settings.RATSLINDE_URL or "http://127.0.0.1:8000"
    letter = write(
        _content(actor, f"{base}/eintrag/{secret}/"), to=email, kind=REMINDER,
        key=f"{actor.public_id} {clock.today()} {email}"[:120], held=held, batch=batch, secret=True,
        lifetime=links.LIFETIME,
    )  # fmt: skip
    if letter.written_at < link.created_at:  # there was one already: this link was never sent
        link.delete()
    return letter


def _content(actor: Actor, address: str) -> Content:
    offers = actor.offers.filter(archived_at=None).count()
    with_offers = f" und {offers} Angebote" if offers > 1 else " und ein Angebot" if offers else ""
    return Content(
        subject=f"Stimmt Ihr Eintrag noch? {actor.name}",
        paragraphs=(
            "Guten Tag,",
            f"im Verzeichnis von {actor.body.name} stehen „{actor.name}“{with_offers}.",
            "Bitte sehen Sie kurz nach, ob alles noch stimmt: Niemand soll vor verschlossenen Türen stehen.",
            "Das dauert meist keine fünf Minuten. Sie brauchen kein Konto und kein Passwort.",
        ),
        button=Button(address=address, label="Eintrag ansehen und bestätigen"),
        closing=(
            "Ändern Sie etwas, sehen wir es uns an, bevor es veröffentlicht wird.",
            f"Der Link gilt {links.LIFETIME.days} Tage und öffnet nur diesen Eintrag. Geben Sie ihn nicht weiter.",
        ),
    )  # fmt: skip
