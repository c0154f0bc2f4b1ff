"""Whom to ask, and what became of asking."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from ratslinde.accounts import mailing
from ratslinde.council.bodies.models import Body
from ratslinde.integration.keeping.models import Channel, KeeperLink
from ratslinde.integration.keeping.updates import REMINDER
from ratslinde.integration.landscape.models import Actor, OfferLanguage
from ratslinde.kernel import clock
from ratslinde.post.models import Letter
from ratslinde.post.queries import ATTENTION
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require

STATES = {
    "outdated": "über ein Jahr nicht bestätigt", "never": "nie bestätigt", "bounced": "Mail kam nicht an oder unklar",
    "silent": "gefragt, ohne Antwort", "unreachable": "ohne E-Mail-Adresse",
}  # fmt: skip
_YEAR = datetime.timedelta(days=365)
_MOST = 500


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An actor with its last letter and its last link: how that reached it, and whether it was answered."""

    actor: Actor
    letter: Letter | None
    link: KeeperLink | None

    @property
    def answered(self) -> bool:
        """Whether an answer came through the last link."""
        return self.link is not None and self.link.answered_at is not None

    @property
    def by_hand(self) -> KeeperLink | None:
        """The last link, if somebody handed it on."""
        return self.link if self.link is not None and self.link.channel == Channel.BY_HAND else None


def to_ask(account: Account, body: Body, *, state: str = "") -> QuerySet[Actor]:
    """Actors by their last confirmation, never confirmed ones first; see `STATES`."""
    require(account, "keeper.invite")
    rows = Actor.objects.filter(body=body, archived_at=None)
    if state == "outdated":
        rows = rows.filter(confirmed_on__lt=clock.today() - _YEAR)
    elif state == "never":
        rows = rows.filter(confirmed_on=None)
    elif state == "bounced":
        rows = rows.annotate(last_letter=_last_letter()).filter(last_letter__in=ATTENTION)
    elif state == "silent":
        rows = rows.filter(keeper_links__answered_at=None, keeper_links__isnull=False).distinct()
    elif state == "unreachable":
        rows = rows.filter(email="")
    return rows.order_by(F("confirmed_on").asc(nulls_first=True), "name", "pk")


def _last_letter() -> Subquery:
    """The state of what an actor was written last: one that came back does not count when the next one arrived."""
    letters = Letter.objects.filter(kind=REMINDER, key__startswith=OuterRef("public_id"))
    return Subquery(letters.order_by("-pk").values("state")[:1])


def with_letters(actors: Sequence[Actor]) -> list[Asked]:
    """The actors with what was sent to them last."""
    to_these = reduce(or_, (Q(key__startswith=f"{actor.public_id} ") for actor in actors), Q(pk__in=[]))
    letters = Letter.objects.filter(to_these, kind=REMINDER).order_by("pk").defer("content", "sealed")
    last = {letter.key.partition(" ")[0]: letter for letter in letters}
    links = {link.actor_id: link for link in KeeperLink.objects.filter(actor__in=actors).order_by("pk")}
    return [
        Asked(actor=actor, letter=last.get(actor.public_id), link=links.get(actor.pk)) for actor in actors
    ]


def chosen(account: Account, body: Body, ids: Sequence[str]) -> list[Actor]:
    """The actors of these public ids; at most `_MOST`."""
    require(account, "keeper.invite")
    rows = Actor.objects.filter(body=body, archived_at=None, public_id__in=list(ids)[:_MOST])
    return list(rows.select_related("body", "organization").order_by("name", "pk"))


def languages_in_use(body: Body) -> list[str]:
    """The codes of the languages of the town's offers, the most frequent first: for the page of a link, too."""
    rows = (
        OfferLanguage.objects.filter(offer__body=body, offer__archived_at=None).values_list("code").order_by()
    )
    return [code for code, _ in rows.annotate(number=Count("pk")).order_by("-number", "code")]


def was_asked_by_hand(actor: Actor) -> bool:
    """Whether the day on which the actor was asked last is one on which somebody handed it a link."""
    links = KeeperLink.objects.filter(actor=actor, channel=Channel.BY_HAND).order_by("-created_at")
    last = links.values_list("created_at", flat=True).first()
    return last is not None and clock.town_time(last).date() == actor.asked_on


def reaches_people() -> bool:
    """Whether mails leave the house; without a mail server they become files."""
    return mailing.is_set_up()


def bounced(account: Account, body: Body) -> int:
    """How many actors may not have got the last reminder: it came back, was refused, or nobody knows."""
    return to_ask(account, body, state="bounced").count()
