"""What actors are written."""

from __future__ import annotations

from django.conf import settings
from django.utils.crypto import salted_hmac

from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.keeping.updates import REMINDER
from ratslinde.integration.landscape.models import Actor
from ratslinde.kernel import clock
from ratslinde.post.content import Button, Content
from ratslinde.post.models import Letter
from ratslinde.post.writing import write

_BUTTON = "Eintrag ansehen und bestätigen"


def ask(actor: Actor, *, email: str, batch: str) -> Letter:
    """The mail with a new link, held until it is released; on one day to one address there is one.

    Raises Refused for a bad address.
    """
    link, secret = links.new_link(actor, email=email)
    base = settings.RATSLINDE_URL or "http://127.0.0.1:8000"
    letter = write(
        _content(actor, link, f"{base}/eintrag/{secret}/"), to=email, kind=REMINDER,
        key=f"{actor.public_id} {clock.today()} {_mark(email)}", held=True, batch=batch, secret=True,
        lifetime=links.LIFETIME, reply_to=actor.body.contact_email,
    )  # fmt: skip
    if letter.written_at < link.created_at:  # there was one already: this link was never sent
        link.delete()
    return letter


def _mark(email: str) -> str:
    """Tells addresses apart; the reason of a letter is kept longer than the address may be."""
    return salted_hmac("keeping.letters", email.lower()).hexdigest()[:16]


def by_hand(actor: Actor, link: KeeperLink, address: str) -> tuple[str, str]:
    """Subject and text for a mail of one's own, or for paper: what the mail says, in the words of a person."""
    contact = actor.body.contact_email
    parts = (
        *_asking(actor), f"{_BUTTON}:\n{address}", *_closing(link), *((f"Fragen? {contact}",) if contact else ()),
    )  # fmt: skip
    return _subject(actor), "\n\n".join(parts)


def _content(actor: Actor, link: KeeperLink, address: str) -> Content:
    return Content(
        subject=_subject(actor),
        paragraphs=_asking(actor),
        button=Button(address=address, label=_BUTTON),
        closing=(*_closing(link), *_questions(actor.body.contact_email)),
        footer=("Sie bekommen diese E-Mail, weil diese Adresse bei Ihrem Eintrag steht.",),
    )


def _subject(actor: Actor) -> str:
    return f"Stimmt Ihr Eintrag noch? {actor.name}"


def _asking(actor: Actor) -> tuple[str, ...]:
    offers = actor.offers.filter(archived_at=None).count()
    with_offers = f" mit {offers} Angeboten" if offers > 1 else " mit einem Angebot" if offers else ""
    return (
        "Guten Tag,",
        f"in unserem Verzeichnis steht Ihr Eintrag „{actor.name}“{with_offers}.",
        "Bitte sehen Sie kurz nach, ob alles noch stimmt: Niemand soll vor verschlossenen Türen stehen.",
        "Das dauert meist keine fünf Minuten. Sie brauchen kein Konto und kein Passwort.",
    )


def _closing(link: KeeperLink) -> tuple[str, ...]:
    until = f"{clock.town_time(link.expires_at):%d.%m.%Y}"
    return (
        "Ändern Sie etwas, sehen wir es uns an, bevor es veröffentlicht wird.",
        f"Der Link gilt bis zum {until} und öffnet nur diesen Eintrag. Geben Sie ihn nicht weiter.",
    )


def _questions(contact: str) -> tuple[str, ...]:
    if not contact:
        return ()
    return (f"Fragen, oder keine Erinnerungen mehr? Antworten Sie auf diese E-Mail; sie geht an {contact}.",)
