"""A telephone number is one, wherever somebody enters it; what is none is refused at the field, and marked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.reading.telephones import number_in
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import ContactPerson
from ratslinde.kernel.errors import Refused
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.integration.keeping.test_keeping import _no_haste, answered, entered, secret

__all__ = ["_no_haste", "secret"]

SENTENCE = "Das ist keine Telefonnummer."


def url(name, *args):
    return reverse(f"desk_landscape:{name}", args=args)


def pages(association, cafe, contact):
    return [
        url("edit_actor", association.public_id), url("new_actor"), url("edit_offer", cafe.public_id),
        url("new_offer", association.public_id), url("contact", contact.public_id),
        url("add_contact", association.public_id),
    ]  # fmt: skip


@pytest.fixture
def contact(manager, association):
    return actions.add_contact(manager, association, function="Vorstand")


@pytest.mark.parametrize("number", range(6))
def test_every_form_of_the_landscape_says_at_the_field_what_is_no_number(
    manager, association, cafe, contact, number
):
    desk, address = at_desk(manager), pages(association, cafe, contact)[number]
    answer = desk.post(address, filled(desk.get(address), name="Neu", function="Neu", phone="<b>x</b>"))
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (200, True)
    association.refresh_from_db(), cafe.refresh_from_db()
    assert [row.phone for row in (association, cafe, *ContactPerson.objects.all())] == ["", "", ""]


def test_a_person_of_the_council_has_a_number_too(administrator, body):
    person = bodies.add_person(administrator, body, given_name="Amal", family_name="Beispiel")
    desk, address = at_desk(administrator), reverse("desk:edit_person", args=[person.public_id])
    answer = desk.post(address, filled(desk.get(address), phone="bitte anrufen"))
    assert SENTENCE in answer.content.decode()


def test_the_page_of_a_link_says_so_as_well(secret, association, cafe):
    answer = answered(secret, **entered(association, cafe, **{"akteur-phone": "02599 10-3 oder abends"}))
    assert SENTENCE in answer.content.decode()


def test_a_number_with_an_extension_is_kept_as_it_was_written(manager, association):
    desk, address = at_desk(manager), url("edit_actor", association.public_id)
    desk.post(address, filled(desk.get(address), phone="+49 (2599) 10-0, Durchwahl 12"))
    association.refresh_from_db()
    assert association.phone == "+49 (2599) 10-0, Durchwahl 12"


def test_no_verb_takes_what_nobody_can_dial(manager, association, cafe, contact):
    for change, row in (
        (actions.edit_actor, association), (actions.edit_offer, cafe), (actions.edit_contact, contact),
    ):  # fmt: skip
        with pytest.raises(Refused, match="keine Telefonnummer") as refused:
            change(manager, row, changes={"phone": "<b>x</b>"}, revision=row.revision)
        assert refused.value.field == "phone"


@pytest.mark.parametrize("cell", ["Amal Beispiel 02599 10-3", "<b>02599 10-3</b>", "12"])
def test_a_list_with_something_else_in_the_column_is_marked(cell):
    with pytest.raises(Unreadable, match="keine Telefonnummer"):
        number_in(cell)
