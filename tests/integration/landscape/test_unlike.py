"""Every entry that says something else at the desk than in public is found, and no other."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from django.db.models import F

from ratslinde.integration.landscape import actions, public
from ratslinde.integration.landscape.models import (
    Actor,
    ContactPerson,
    FieldChange,
    FormerId,
    Offer,
    Place,
    SocialSpace,
    Translation,
)
from ratslinde.integration.landscape.queries.unlike import unlike_public
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.record.models import Version
from ratslinde.record.preview import differences
from tests.integration.landscape.merged import merged, published

Entry = Actor | Offer
EDIT = {
    Actor: actions.edit_actor, Offer: actions.edit_offer, Place: actions.edit_place, SocialSpace: actions.edit_space,
}  # fmt: skip
MOMENTS = {
    **{model: ["changed_at"] for model in (Actor, Offer, Place, SocialSpace, ContactPerson, Translation)},
    FieldChange: ["at"], FormerId: ["merged_at"], Version: ["stamp", "erased_at"],
}  # fmt: skip
"""When something was saved."""


def test_whatever_was_changed_its_entry_is_found_until_it_is_public(
    manager, body, association, club, cafe, house, north, south
):
    at_house = [GivenSite(place=house, spaces=(south,))]
    circle = actions.add_offer(manager, association, name="Singkreis", description="Singen.", sites=at_house)
    choir = club.offers.get()
    actions.edit_offer(manager, choir, changes={"sites": at_house}, revision=choir.revision)
    office = actions.add_contact(manager, association, function="Büro")
    _wait()
    published(manager, association, club, cafe, circle, choir)
    for what, change in _changes(manager, association, club, cafe, house, (north, south), office):
        _wait()
        assert _listed(manager) == [], what
        change()
        assert _names(_listed(manager)) == _names(_differing()) != [], what
        _wait()
        published(manager, *_listed(manager))


def _changes(
    manager, association, club, cafe, house, spaces, office
) -> Iterator[tuple[str, Callable[[], object]]]:
    def edit(row, **changes) -> None:
        found = type(row).objects.get(pk=row.pk)
        EDIT[type(row)](manager, found, changes=changes, revision=found.revision)

    def with_a_place_that_waits() -> None:
        edit(house, name="Haus am Ring")
        _wait()
        merged(manager, Actor.objects.get(pk=association.pk), Actor.objects.get(pk=club.pk))

    def with_a_name_that_waits() -> None:
        edit(association, name="Brücke im Norden")
        _wait()
        actions.erase_contact(manager, ContactPerson.objects.get(pk=office.pk), reason="Bitte der Person")

    def house_translated(text: str) -> Callable[[], object]:
        return lambda: actions.translate(
            manager, house, field="name", language="en", text=text, state="checked"
        )

    yield (
        "an actor that is renamed, whose offers are found by its name",
        lambda: edit(association, name="Linde"),
    )
    yield "a place in another language", house_translated("House")
    yield "a place in no other language", house_translated("")
    for space, name in zip(spaces, ("Zum Wald", "Zur Zeche"), strict=True):
        yield "the order of social spaces", lambda space=space, name=name: edit(space, name=name)
    for column, row in (("actor", club), ("offer", cafe), ("place", house)):
        yield f"a former id of an {column}", lambda column=column, row=row: _former(**{column: row})
    yield "somebody who was erased", with_a_name_that_waits
    yield "two that were merged", with_a_place_that_waits


def _former(**row) -> None:
    number = FormerId.objects.count()
    FormerId.objects.create(
        **row, public_id=f"aufgegangen{number}", standard_id=f"00000000-0000-4000-8000-{number:012}"
    )


def _names(rows: list[Entry]) -> list[str]:
    return sorted(map(str, rows))


def _listed(manager) -> list[Entry]:
    rows = [model.objects.filter(publication="published") for model in (Actor, Offer)]
    return [row for some in rows for row in unlike_public(manager, some)]


def _differing() -> list[Entry]:
    """By stating each one, without asking when it was saved."""
    stated = {}
    for row in Actor.objects.filter(publication="published").select_related("place"):
        stated[row] = [public.actor_value(row), *([public.place_value(row.place)] if row.place else [])]
    for row in Offer.objects.filter(publication="published"):
        stated[row] = [public.offer_value(row), *(public.place_value(each.place) for each in row.sites.all())]
    return [row for row, values in stated.items() if differences(values)]


def _wait() -> None:
    """An hour goes by."""
    hour = datetime.timedelta(hours=1)
    for model, names in MOMENTS.items():
        model.objects.update(**{name: F(name) - hour for name in names})
