"""What the integration manager has learned by asking: it stands in no table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer
from ratslinde.site.demo.landscape import texts
from ratslinde.site.demo.landscape.rows import Rows
from ratslinde.site.demo.landscape.texts import (
    ActivityText,
    ContactText,
    LandscapeText,
    ResourceText,
    TieText,
)
from ratslinde.site.demo.town import Cast


def add_what_is_known(cast: Cast, rows: Rows) -> None:
    """Which department an actor is, whom to ask, who works with whom, what offices have, what is not intended."""
    written = texts.landscape()
    _offices(cast, rows, written)
    for contact in written.contact:
        _contact(cast, rows, contact)
    for activity in written.activity:
        _activity(cast, rows, activity)
    _network(cast, rows, written)
    for resource in written.resource:
        _resource(cast, rows, resource)
    for mark in written.mark:
        actions.mark_not_intended(
            cast.manager, rows.field(mark.field), space=rows.spaces[mark.space], reason=mark.reason
        )


def _offices(cast: Cast, rows: Rows, written: LandscapeText) -> None:
    for each in written.office:
        actor = rows.actors[each.actor]
        changes = {"organization": cast.organizations[each.organization]}
        rows.actors[each.actor] = actions.edit_actor(
            cast.manager, actor, changes=changes, revision=actor.revision
        )


def _contact(cast: Cast, rows: Rows, written: ContactText) -> None:
    contact = actions.add_contact(
        cast.manager,
        rows.actors[written.actor],
        function=written.function,
        email=written.email,
        phone=written.phone,
        given_name=written.given_name,
        family_name=written.family_name,
        name_consent_on=written.consent,
    )
    for name in written.offers:
        rows.offers[name] = _changed(cast, rows.offers[name], {"contact": contact})


def _activity(cast: Cast, rows: Rows, written: ActivityText) -> None:
    more: dict[str, Any] = {
        "whole_town": written.whole_town,
        "since": written.since,
        "source": written.source,
    }
    actions.set_activity(
        cast.manager,
        rows.actors[written.actor],
        field=rows.field(written.field),
        role=written.role,
        spaces=[rows.spaces[code] for code in written.spaces],
        **more,
    )


def _network(cast: Cast, rows: Rows, written: LandscapeText) -> None:
    """Everybody but some was asked whom they work with, and most have answered."""
    for name, actor in rows.actors.items():
        if name not in written.network_not_asked:
            asked = actions.mark_asked(cast.manager, actor, on=written.network_asked_on, network=True)
            silent = name in written.network_silent
            rows.actors[name] = asked if silent else actions.mark_network_answered(
                cast.manager, asked, on=written.network_asked_on
            )  # fmt: skip
    for tie in written.tie:
        _tie(cast, rows, tie)
    coordinating = rows.actors[written.network_coordination]
    actions.set_coordination(
        cast.manager, coordinating.body, actor=coordinating, valid_from=written.network_asked_on
    )


def _tie(cast: Cast, rows: Rows, written: TieText) -> None:
    first, second = (rows.actors[name] for name in written.between)
    more: dict[str, Any] = {"strength": written.strength}
    if written.topic:
        more["topic"] = rows.field(written.topic)
    said = {"both": (True, True), "first": (True, None), "denied": (True, False), "": (None, None)}[
        written.said
    ]
    made = actions.report_cooperation(
        cast.manager, first, target=second, kind=written.kind, confirmed=said[0], **more
    )
    turned = made.source_id != first.pk
    if said[1] is not None:
        side = "reported_by_source" if turned else "reported_by_target"
        actions.edit_cooperation(cast.manager, made, changes={side: said[1]}, revision=made.revision)


def _resource(cast: Cast, rows: Rows, written: ResourceText) -> None:
    actions.add_resource(
        cast.manager,
        rows.actors[written.office],
        kind=written.kind,
        name=written.name,
        amount=Decimal(written.amount) if written.amount else None,
        unit=written.unit,
        year=written.year,
        binding=written.binding,
        until=written.until,
        fields=[rows.field(code) for code in written.fields],
    )


def _changed(cast: Cast, offer: Offer, changes: dict[str, Any]) -> Offer:
    return actions.edit_offer(cast.manager, offer, changes=changes, revision=offer.revision)
