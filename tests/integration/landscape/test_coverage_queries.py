"""The coverage matrix over rows: what is read from them, and one cell through time."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.queries.activities import activity_table, role_words
from ratslinde.integration.landscape.queries.coverage import freshness, opened
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.integration.landscape.rules.coverage_cells import Position
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from ratslinde.kernel.errors import Forbidden
from tests.council.cast import account

DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def seen(manager, body):
    """The state of a cell on a day."""

    def seen(field, *, day=DAY, **where):
        found = picture(manager, body, day=day)
        keys = {name: row.public_id if hasattr(row, "public_id") else row for name, row in where.items()}
        return found.coverage.cell(Position(field.public_id, **keys))

    return seen


@pytest.fixture
def published(manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    cafe.refresh_from_db()
    return cafe


def test_one_cell_through_time(manager, body, association, language_field, north, house, seen):
    """Acceptance test 5, from the rows: not collected → gap → fragile → outdated."""
    library = actions.add_actor(manager, body, name="Bibliothek am Anger")
    for actor in (association, library):
        actions.set_activity(manager, actor, field=language_field, role="offers")
    assert seen(language_field, space=north).state == "NICHT ERHOBEN"
    actions.confirm_actor(manager, library, by="Leitung", on=datetime.date(2026, 9, 1))
    assert seen(language_field, space=north).state == "NICHT ERHOBEN"  # 1 of 2 is less than 60 %
    actions.confirm_actor(manager, association, by="Vorstand", on=datetime.date(2026, 9, 1))
    assert seen(language_field, space=north).state == "LÜCKE"
    association.refresh_from_db()
    actions.publish_actor(manager, association)
    association.refresh_from_db()
    offer = actions.add_offer(
        manager, association, name="Sprachcafé", description="Offener Treff.", fields=[language_field],
        groups_known="everyone", area="spaces", sites=[GivenSite(place=house)],
        confirmed_on=datetime.date(2026, 9, 15),
    )  # fmt: skip
    assert seen(language_field, space=north).state == "LÜCKE"  # a draft fills nothing
    actions.publish_offer(manager, offer)
    assert seen(language_field, space=north).state == "FRAGIL"
    assert seen(language_field, space=north, day=datetime.date(2027, 9, 15)).state == "FRAGIL"
    assert seen(language_field, space=north, day=datetime.date(2027, 9, 16)).state == "VERALTET"


def test_the_towns_own_threshold_decides(manager, body, association, cafe, language_field, south, seen):
    actions.confirm_actor(manager, association, by="Vorstand", on=datetime.date(2026, 9, 1))
    other = actions.add_actor(manager, body, name="Bibliothek am Anger")
    actions.set_activity(manager, other, field=language_field, role="refers")
    assert seen(language_field, space=south).state == "NICHT ERHOBEN"
    actions.set_coverage_rule(manager, body, valid_from=datetime.date(2026, 11, 1), completeness=0.5)
    assert seen(language_field, space=south).state == "LÜCKE"
    assert seen(language_field, space=south, day=datetime.date(2026, 10, 31)).state == "NICHT ERHOBEN"


def test_an_activity_that_has_ended_is_not_known_any_more(manager, association, language_field, seen, body):
    actions.set_activity(
        manager, association, field=language_field, role="offers", until=datetime.date(2026, 1, 1)
    )
    assert picture(manager, body, day=DAY).coverage.completeness(language_field.public_id).known == ()


@pytest.mark.parametrize(
    ("changes", "space", "counts"),
    [
        ({}, "north", (1, 0, 0, 0)),
        ({}, "south", (0, 0, 0, 0)),
        ({"area": "town"}, "south", (0, 1, 0, 0)),
        ({"area": "town"}, "north", (1, 0, 0, 0)),
        ({"area": ""}, "south", (0, 0, 0, 1)),
        ({"area": "", "mode": "hybrid"}, "south", (0, 0, 1, 0)),
        ({"area": "", "mode": "online"}, "north", (0, 0, 1, 0)),
        ({"status": "temporarily closed"}, "north", (0, 0, 0, 0)),
        ({"groups_known": ""}, "north", (1, 0, 0, 0)),
        ({"fields": []}, "north", (0, 0, 0, 1)),
    ],
)
def test_how_an_offer_reaches_a_space(
    request, manager, published, language_field, seen, changes, space, counts
):
    actions.edit_offer(manager, published, changes=changes, revision=published.revision)
    cell = seen(language_field, space=request.getfixturevalue(space))
    assert tuple(mask.bit_count() for mask in (cell.site, cell.area, cell.online, cell.unclear)) == counts


def test_a_site_can_be_for_other_spaces_too(manager, published, house, language_field, south, seen):
    sites = [GivenSite(place=house, spaces=(south,))]
    actions.edit_offer(manager, published, changes={"sites": sites}, revision=published.revision)
    assert seen(language_field, space=south).site.bit_count() == 1


def test_a_part_of_a_space_belongs_to_the_whole_and_only_parts_are_columns(
    manager, body, published, north, language_field, seen
):
    town = actions.add_space(manager, body, name="Kernstadt")
    actions.edit_space(manager, north, changes={"parent": town}, revision=north.revision)
    assert seen(language_field, space=town).site.bit_count() == 1
    assert [each.name for each in picture(manager, body).spaces] == ["Nordviertel"]


def test_languages_are_read_with_what_is_interpreted(manager, published, language_field, seen):
    assert seen(language_field, language="ar").interpreted.bit_count() == 1
    assert not seen(language_field, language="de").interpreted
    changes = {"languages": [GivenLanguage("ar"), GivenLanguage("ar", interpreted=True)]}
    actions.edit_offer(manager, published, changes=changes, revision=published.revision)
    assert not seen(language_field, language="ar").interpreted


def test_a_group_below_the_listed_one_is_meant_too(manager, published, vocabulary, language_field, seen):
    groups = vocabulary["zielgruppe"]
    women, mothers = groups.terms.get(code="frauen"), actions.add_term(manager, groups, name="Mütter")
    actions.edit_term(manager, mothers, changes={"parent": women}, revision=mothers.revision)
    changes = {"groups_known": "listed", "groups": [women]}
    actions.edit_offer(manager, published, changes=changes, revision=published.revision)
    assert seen(language_field, group=mothers).site.bit_count() == 1
    assert seen(language_field, group=groups.terms.get(code="aeltere")).site == 0


def test_an_opened_cell_has_the_drafts_that_would_fit(manager, body, cafe, language_field):
    cell = opened(picture(manager, body, day=DAY), Position(language_field.public_id))
    assert [each.row for each in cell.drafts] == [cafe]
    assert cell.offers == []
    assert cell.open_actors == [cafe.actor]


def test_freshness_counts_never_confirmed_apart(manager, body, published):
    found = freshness(picture(manager, body, day=DAY))
    assert (found.fresh, found.outdated, found.never, found.total) == (1, 0, 0, 1)


def test_advice_is_in_words_and_names_the_rows(manager, body, published, association, south):
    first = next(each for each in advice(picture(manager, body, day=DAY)) if each.act == "ask")
    assert first.title == "Zu „Sprache“ einen Akteur fragen"
    assert first.actors == [association]


def test_what_an_actor_does_in_a_field_is_told_by_roles_and_offers(
    manager, body, association, cafe, language_field
):
    actions.set_activity(manager, association, field=language_field, role="leads")
    row = next(each for each in activity_table(manager, body).rows if each.field == language_field)
    assert role_words(row.cells[0]) == "leitet, bietet an (1 Angebot)"
    assert row.hangs_on == association


def test_who_may_not_read_the_landscape_sees_no_picture(body, db):
    with pytest.raises(Forbidden):
        picture(account("stranger", "member"), body)
    with pytest.raises(Forbidden):
        activity_table(account("other", "member"), body)


def test_a_public_offer_whose_rhythm_has_no_first_day_is_among_what_improves_the_picture(
    manager, body, published
):
    fortnightly = GivenSchedule(frequency="WEEKLY", days="WE", interval=2)
    weekly = GivenSchedule(frequency="WEEKLY", days="WE")
    published.refresh_from_db()
    found = {}
    for times in (weekly, fortnightly):
        row = actions.edit_offer(
            manager,
            published,
            changes={"sites": [GivenSite(schedules=(times,))]},
            revision=published.revision,
        )
        published.refresh_from_db()
        found[times] = [each for each in advice(picture(manager, body, day=DAY)) if each.act == "first_day"]
    assert found[weekly] == []
    (only,) = found[fortnightly]
    assert only.title == "Bei einem Angebot einen Tag, an dem es stattfindet, nachtragen"
    assert only.effect == "Die nächsten Termine von einem Angebot werden bekannt"
    assert only.offers == [row]
