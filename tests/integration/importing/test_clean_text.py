"""What a file says is stored as what a form says: without hidden characters, and with links that are some."""

from __future__ import annotations

import datetime
import json

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file, excel_file

HIDDEN = "\u202e\u2066\u0085\x1f"
BAD = 'http://boese.example/"><b>'


@pytest.mark.parametrize("how", ["csv", "xlsx", "hsds"])
def test_hidden_characters_do_not_come_in(manager, body, vocabulary, how):
    name, art = f"Chor{HIDDEN} der Vielfalt", "Verein"
    data = {
        "csv": lambda: csv_file("Name;Art", f"{name};{art}"),
        "xlsx": lambda: excel_file(Akteure=[["Name", "Art"], [name.replace("\x1f", ""), art]]),
        "hsds": lambda: json.dumps([{"id": "1", "name": name, "locations": []}]).encode(),
    }[how]()
    run = actions.read_in(manager, body, name="a.csv", data=data)
    actions.carry_out(manager, run)
    assert Actor.objects.get().name == "Chor der Vielfalt"


def test_hidden_characters_do_not_come_in_by_a_form_either(manager, association, house):
    times = GivenSchedule(start=datetime.date(2026, 1, 6), description=f"nicht{HIDDEN} freitags")
    place = GivenSite(place=house, note=f"Raum{HIDDEN} 3", schedules=(times,))
    offer = landscape.add_offer(
        manager, association, name=f"Ch{HIDDEN}or", alert=f"a{HIDDEN}b", sites=[place]
    )
    site = offer.sites.get()
    texts = (offer.name, offer.alert, site.note, site.schedules.get().description)
    assert texts == ("Chor", "ab", "Raum 3", "nicht freitags")
    offer = landscape.edit_offer(
        manager, offer, changes={"alert": f"c{HIDDEN}d"}, revision=Offer.objects.get().revision
    )
    assert offer.alert == "cd"


def test_what_is_no_address_of_a_page_is_left_out_of_a_list(manager, body, vocabulary):
    run = actions.read_in(
        manager,
        body,
        name="a.csv",
        data=csv_file("Name;Internetseite", f'Chor;"{BAD.replace(chr(34), chr(34) * 2)}"'),
    )
    row = run.rows.get()
    assert "website" not in row.values
    assert row.problems[0]["sentence"] == f"„{BAD}“ ist keine Internetadresse."


def test_what_is_no_address_of_a_page_is_left_out_of_hsds(manager, body, vocabulary):
    found = [
        {"id": "1", "name": "Chor", "website": BAD, "locations": [{"id": "2", "name": "Kino", "url": BAD}]}
    ]
    run = actions.read_in(manager, body, name="a.json", data=json.dumps(found).encode())
    for row in run.rows.all():
        assert BAD not in row.values.values()
        assert any("keine Internetadresse" in each["sentence"] for each in row.problems)
    actions.carry_out(manager, run)


def test_no_verb_takes_it(manager, body, association):
    with pytest.raises(Refused, match="keine Internetadresse") as refusal:
        landscape.add_actor(manager, body, name="Chor", website=BAD)
    assert refusal.value.field == "website"
    with pytest.raises(Refused, match="keine Internetadresse"):
        landscape.edit_actor(manager, association, changes={"website": BAD}, revision=association.revision)
