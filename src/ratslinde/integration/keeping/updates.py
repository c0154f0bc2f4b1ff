"""What an actor sends in about its entry: as a difference at the desk, taken over by the landscape's own verbs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from ratslinde.accounts.models import User
from ratslinde.inbox import kinds
from ratslinde.inbox.kinds import Kind, Line
from ratslinde.integration.landscape.actions import confirm_actor, confirm_offer, edit_actor, edit_offer
from ratslinde.integration.landscape.models import Actor, LandscapeRow, Offer
from ratslinde.kernel.languages import name_of
from ratslinde.post.kinds import register_kind

ACTOR, OFFER = "actor-update", "offer-update"
REMINDER = "keeper.reminder"
BY_LINK = "Akteur selbst"
REMARK = "remark"
Short = Annotated[str, Meta(max_length=300)]
Long = Annotated[str, Meta(max_length=5_000)]
Number = Annotated[int, Meta(ge=0, le=100_000)] | None


class _Update(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what is to change is set."""

    remark: Long | UnsetType = UNSET


class ActorUpdate(_Update, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an actor may change of itself."""

    name: Short | UnsetType = UNSET
    description: Long | UnsetType = UNSET
    website: Short | UnsetType = UNSET
    email: Short | UnsetType = UNSET
    phone: Short | UnsetType = UNSET
    languages: Short | UnsetType | None = UNSET


class OfferUpdate(_Update, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an actor may change of an offer; times and places are told in the remark."""

    name: Short | UnsetType = UNSET
    description: Long | UnsetType = UNSET
    status: Short | UnsetType = UNSET
    cost: Short | UnsetType = UNSET
    access: Short | UnsetType = UNSET
    access_note: Long | UnsetType = UNSET
    alert: Short | UnsetType = UNSET
    website: Short | UnsetType = UNSET
    email: Short | UnsetType = UNSET
    phone: Short | UnsetType = UNSET
    capacity: Number | UnsetType = UNSET
    available: Number | UnsetType = UNSET
    waiting: Number | UnsetType = UNSET


def register() -> None:
    """Open the inbox for both, and name the occasion of the mails."""
    register_kind(REMINDER, "Bitte um Bestätigung")
    kinds.register(Kind(
        name=ACTOR, label="Akteur: eigener Eintrag", payload=ActorUpdate, right="keeper.decide", show=_show_actor,
        accept=_accept_actor, names=_names, address=lambda about: f"/schreibtisch/integration/akteure/{about}/",
    ))  # fmt: skip
    kinds.register(Kind(
        name=OFFER, label="Akteur: eigenes Angebot", payload=OfferUpdate, right="keeper.decide", show=_show_offer,
        accept=_accept_offer, names=_names, address=lambda about: f"/schreibtisch/integration/angebote/{about}/",
    ))  # fmt: skip


def changes_of(update: _Update) -> dict[str, Any]:
    """The fields that are to change, without the remark."""
    return {name: value for name, value in msgspec.to_builtins(update).items() if name != REMARK}


def _show_actor(about: str, update: ActorUpdate) -> tuple[Line, ...]:
    return _lines(Actor.objects.filter(public_id=about).first(), Actor, update)


def _show_offer(about: str, update: OfferUpdate) -> tuple[Line, ...]:
    return _lines(Offer.objects.filter(public_id=about).first(), Offer, update)


def _lines(row: LandscapeRow | None, model: type[LandscapeRow], update: _Update) -> tuple[Line, ...]:
    found = []
    for name, value in changes_of(update).items():
        field = model._meta.get_field(name)
        label = str(getattr(field, "verbose_name", name))
        choices = dict(getattr(field, "choices", None) or ())
        before = getattr(row, name, None) if row else None
        found.append(
            Line(
                name=name,
                label=label,
                before=_words(name, before, choices),
                after=_words(name, value, choices),
            )
        )
    if update.remark is not UNSET and update.remark:
        found.append(Line(name=REMARK, label="Dazu schreibt der Akteur", after=update.remark))
    return tuple(found)


def _words(name: str, value: Any, choices: Mapping[Any, Any]) -> str:
    if value in (None, ""):
        return "nicht bekannt" if choices else ""
    if name == "languages":
        return ", ".join(map(name_of, str(value).split()))
    return str(choices.get(value, value))


def _accept_actor(account: User, about: str, update: ActorUpdate, names: frozenset[str]) -> None:
    actor = Actor.objects.select_related("body", "organization").get(public_id=about)
    changes = {name: value for name, value in changes_of(update).items() if name in names}
    if changes:
        actor = edit_actor(account, actor, changes=changes, revision=actor.revision)
    confirm_actor(account, actor, by=BY_LINK)


def _accept_offer(account: User, about: str, update: OfferUpdate, names: frozenset[str]) -> None:
    offer = Offer.objects.select_related("body", "actor__organization").get(public_id=about)
    changes = {name: value for name, value in changes_of(update).items() if name in names}
    if changes:
        offer = edit_offer(account, offer, changes=changes, revision=offer.revision)
    confirm_offer(account, offer, by=BY_LINK)


def _names(ids: Collection[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for model in (Actor, Offer):
        found |= dict(model._default_manager.filter(public_id__in=ids).values_list("public_id", "name"))
    return found
