"""Every address of integration management × every role: what a role may not do answers 403."""

from __future__ import annotations

import importlib
import uuid
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from ratslinde.accounts.models import Role, User
from ratslinde.integration.importing.actions import read_in
from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, FieldChange, Merger, NotIntended, Offer, Resource
from tests.council.cast import account
from tests.desk.conftest import at_desk
from tests.desk.filling import filled

MANAGEMENT = {"administrator", "manager"}
PLANNING = {*MANAGEMENT, "planner"}
OWN = {*PLANNING, "own"}
DEPARTMENT = {*OWN, "foreign"}
EVERYBODY = {*DEPARTMENT, "clerk", "reader"}
"""'own' and 'foreign' are the department before an entry that is its own and one that is not."""

MODULES = {
    "desk_landscape": "ratslinde.desk.landscape.urls",
    "desk_coverage": "ratslinde.desk.landscape.coverage.urls",
    "desk_keeping": "ratslinde.desk.landscape.keeping.urls",
    "desk_importing": "ratslinde.desk.landscape.importing.urls",
    "desk_network": "ratslinde.desk.landscape.network.urls",
    "desk_map": "ratslinde.desk.landscape.map.urls",
}
PAGES: dict[str, dict[str, set[str]]] = {
    "desk_landscape": {
        "start": EVERYBODY, "undo": PLANNING, "actors": EVERYBODY, "new_actor": PLANNING, "actor": EVERYBODY,
        "edit_actor": OWN, "edit_activity": OWN, "add_contact": OWN, "contact": OWN, "offers": EVERYBODY,
        "offer": EVERYBODY, "edit_offer": OWN, "new_offer": OWN, "places": EVERYBODY, "new_place": PLANNING,
        "place": EVERYBODY, "spaces": EVERYBODY, "new_space": PLANNING, "spaces_from_file": PLANNING,
        "space_offers": EVERYBODY, "space": EVERYBODY, "vocabulary": EVERYBODY,
        "new_term": PLANNING, "term": PLANNING, "resources": EVERYBODY, "new_resource": OWN, "resource": OWN,
        "translations": EVERYBODY, "texts": PLANNING, "merge_place": MANAGEMENT, "publishing": MANAGEMENT,
        "unmerge": MANAGEMENT,
    },
    "desk_coverage": {
        "matrix": EVERYBODY, "matrix_csv": EVERYBODY, "matrix_pdf": EVERYBODY, "cell": EVERYBODY, "cell_csv": EVERYBODY,
        "limits": EVERYBODY,
        "improvements": EVERYBODY, "activities": EVERYBODY, "activities_csv": EVERYBODY,
        **dict.fromkeys(
            ("matrix_svg", "matrix_png", "activities_svg", "activities_png", "activities_graphml", "activities_kumu"),
            EVERYBODY,
        ),
    },
    "desk_keeping": {"overview": MANAGEMENT, "hand_over": MANAGEMENT},
    "desk_importing": {
        "imports": MANAGEMENT, "workbook": EVERYBODY, "separated": EVERYBODY, "duplicates": MANAGEMENT,
        "pair": MANAGEMENT, "run": MANAGEMENT, "columns": MANAGEMENT, "words": MANAGEMENT,
        "take_back": MANAGEMENT,
    },
    "desk_network": {
        "network": EVERYBODY, "network_svg": EVERYBODY, "network_png": EVERYBODY, "actors_csv": EVERYBODY,
        "ties_csv": EVERYBODY, "edges_csv": EVERYBODY, "graphml": EVERYBODY, "kumu": EVERYBODY,
        "coordination": EVERYBODY, "reckoning": PLANNING,
    },
    "desk_map": {
        "map": EVERYBODY, "map_svg": EVERYBODY, "map_png": EVERYBODY, "map_csv": EVERYBODY,
        "without_coordinates": EVERYBODY, "position": PLANNING,
    },
}  # fmt: skip
POSTS: dict[str, dict[str, set[str]]] = {
    "desk_landscape": {
        "publish_many": MANAGEMENT, "bulk_actors": DEPARTMENT, "bulk_offers": DEPARTMENT, "confirm_actor": OWN,
        "ask_actor": OWN, "network_answered": OWN, "archive_actor": MANAGEMENT, "bring_back_actor": MANAGEMENT,
        "add_activity": OWN, "remove_activity": OWN, "add_tie": PLANNING, "remove_tie": PLANNING,
        "erase_contact": MANAGEMENT, "confirm_offer": OWN, "archive_offer": MANAGEMENT, "bring_back_offer": MANAGEMENT,
        "set_up_vocabulary": PLANNING, "remove_resource": OWN, "move_offers": DEPARTMENT, "move_activities": DEPARTMENT,
    },
    "desk_coverage": {"mark": PLANNING, "unmark": PLANNING, "limits": PLANNING},
    "desk_keeping": {"invite_due": MANAGEMENT, "invite": MANAGEMENT, "hand_over": MANAGEMENT},
    "desk_importing": {
        "decide": MANAGEMENT, "compare": MANAGEMENT, "carry_out": MANAGEMENT, "discard": MANAGEMENT,
        "take_back": MANAGEMENT,
    },
    "desk_network": {"reckon": PLANNING, "coordination": PLANNING},
    "desk_map": {"position": PLANNING},
}  # fmt: skip
LIMITS = {
    "valid_from": "2026-01-01", "completeness": "50", "asked_months": "18", "outdated_months": "12",
    "funding_months": "6",
}  # fmt: skip


def _of_an_actor(manager: User, actor: Actor, offer: Offer, other: Actor, field: Any) -> dict[str, list[Any]]:
    activity = actions.set_activity(manager, actor, field=field, role="refers")
    tie = actions.report_cooperation(manager, actor, target=other, kind="funding", confirmed=True)
    contact = actions.add_contact(manager, actor, function="Büro", family_name="Beispiel")
    resource = actions.add_resource(manager, actor, kind="posts", name="Stelle", amount=None)
    names = {
        "edit_activity remove_activity": activity, "remove_tie": tie, "contact erase_contact": contact,
        "resource remove_resource": resource, "offer edit_offer confirm_offer archive_offer bring_back_offer": offer,
        "actor edit_actor confirm_actor ask_actor network_answered archive_actor bring_back_actor add_activity add_tie "
        "add_contact new_offer new_resource invite hand_over": actor,
    }  # fmt: skip
    return {name: [row.public_id] for some, row in names.items() for name in some.split()} | {
        "texts": [offer.public_id, "ar"], "pair": ["actor", actor.public_id, other.public_id],
    }  # fmt: skip


@pytest.fixture
def own(manager, body, office) -> Actor:
    return actions.add_actor(manager, body, name="Fachbereich Soziales", organization=office)


@pytest.fixture
def arguments(
    manager, body, own, association, cafe, language_field, house, north
) -> dict[str, dict[str, list]]:
    """One of each kind, and the arguments with which each address names it: of a foreign entry and of an own one."""
    offer = actions.add_offer(manager, own, name="Sprechstunde")
    batch = uuid.uuid4()
    actions.edit_offer(manager, offer, changes={"alert": "Ferien"}, revision=1, batch=batch)
    offer.refresh_from_db()
    mark = actions.mark_not_intended(manager, language_field, space=north, reason="Das macht der Kreis.")
    publishing = actions.begin_publishing(manager, body, rows=[association], seen=[])
    double = actions.add_place(manager, body, name="Haus d. Kulturen")
    actions.merge_places(manager, house, other=double, take={})
    run = read_in(manager, body, name="liste.csv", data=b"Name;Was\nLindenverein;x\n")
    shared = {
        "undo": [batch], "place": [house.public_id], "position": [house.public_id], "space": [north.public_id],
        "space_offers": [north.public_id], "move_offers": [north.public_id], "move_activities": [north.public_id],
        "new_term": [language_field.taxonomy.public_id], "term": [language_field.public_id],
        "merge_place": [house.public_id], "publishing": [publishing.public_id], "unmark": [mark.public_id],
        "separated": ["actor"], "unmerge": [Merger.objects.get().public_id],
        **{
            name: [run.public_id]
            for name in ("run", "columns", "words", "decide", "compare", "carry_out", "discard", "take_back")
        },
    }  # fmt: skip
    return {
        "foreign": shared | _of_an_actor(manager, association, cafe, own, language_field),
        "own": shared | _of_an_actor(manager, own, offer, association, language_field),
    }


def addresses(arguments: dict[str, list]) -> list[tuple[str, str, str, set[str]]]:
    """(method, name, address, who may) of every line of the table."""
    return [
        (method, f"{space}:{name}", reverse(f"{space}:{name}", args=arguments.get(name, [])), who)
        for method, table in (("get", PAGES), ("post", POSTS))
        for space, names in table.items()
        for name, who in names.items()
    ]


def status(client: Client, method: str, address: str) -> int:
    """The status of the answer; nothing of what it did stays."""
    with transaction.atomic():
        answer = client.post(address, LIMITS) if method == "post" else client.get(address)
        transaction.set_rollback(True)
    return answer.status_code


@pytest.mark.parametrize("space", MODULES)
def test_every_address_stands_in_the_matrix(space):
    module = importlib.import_module(MODULES[space])
    assert {pattern.name for pattern in module.urlpatterns} == {*PAGES[space], *POSTS[space]}


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_a_role_opens_what_the_matrix_says_and_nothing_else(
    who, arguments, administrator, manager, planner, department, reader
):
    cast = {
        "administrator": administrator, "manager": manager, "planner": planner, "own": department,
        "foreign": department, "reader": reader, "clerk": account("clerk", Role.CLERK),
    }  # fmt: skip
    client, wrong = at_desk(cast[who]), {}
    for method, name, address, allowed in addresses(arguments["own" if who == "own" else "foreign"]):
        got = status(client, method, address)
        if (got != 403) != (who in allowed) or got >= 500 or got == 404 or (method, got) == ("get", 405):
            wrong[method, name] = got
    assert wrong == {}


def test_a_stranger_is_led_to_sign_in_from_everywhere(arguments):
    client = Client()
    for method, name, address, _ in addresses(arguments["own"]):
        answer = getattr(client, method)(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/anmelden/"), name


def test_an_account_without_a_role_opens_nothing(arguments):
    client = at_desk(User.objects.create_account("nobody", email="nobody@lindenhagen.example"))
    found = {
        name: status(client, method, address) for method, name, address, _ in addresses(arguments["own"])
    }
    assert {name for name, got in found.items() if got != 403} == set()


def test_what_a_role_may_not_do_is_not_done_either(arguments, department, association, cafe):
    client, before = at_desk(department), FieldChange.objects.count()
    for name in ("bulk_offers", "bulk_actors"):
        row = cafe if name == "bulk_offers" else association
        page = client.post(reverse(f"desk_landscape:{name}"), {"zeile": [row.public_id]})
        assert page.status_code in (200, 302, 403)
        client.post(
            reverse(f"desk_landscape:{name}"),
            {
                "zeile": [row.public_id],
                "status": "defunct",
                "confirm": "on",
                "name": "Gekapert",
                "jetzt": "ja",
            },
        )
    assert FieldChange.objects.count() == before
    edit = reverse("desk_landscape:edit_offer", args=[cafe.public_id])
    assert client.post(edit, {"name": "Gekapert", "revision": cafe.revision}).status_code == 403
    cafe.refresh_from_db()
    association.refresh_from_db()
    assert (cafe.name, cafe.status, association.confirmed_on) == ("Sprachcafé", "active", None)
    assert NotIntended.objects.count() == 1
    assert ImportRun.objects.get().state == "mapping"


def test_a_department_cannot_hand_its_offer_to_another_or_take_one(arguments, department, own, cafe):
    client = at_desk(department)
    address = reverse("desk_landscape:edit_offer", args=[arguments["own"]["offer"][0]])
    client.post(address, filled(client.get(address), actor=str(cafe.actor.pk), name="Beratung"))
    offer = Offer.objects.get(public_id=arguments["own"]["offer"][0])
    assert (offer.name, offer.actor) == ("Beratung", own)


def test_the_reader_sees_no_contact_no_resource_and_no_button_to_change(
    arguments, reader, manager, association, cafe
):
    resource = Resource.objects.get(office=association)
    pages = [
        reverse("desk_landscape:actor", args=[association.public_id]),
        reverse("desk_landscape:offer", args=[cafe.public_id]),
        reverse("desk_landscape:resources"),
    ]
    seen = {
        who.name: "".join(at_desk(who).get(page).content.decode() for page in pages)
        for who in (reader, manager)
    }
    for word in ("Beispiel", resource.public_id, "bearbeiten/"):
        assert (word in seen["manager"], word in seen["reader"]) == (True, False), word
