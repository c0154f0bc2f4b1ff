"""A run is taken back: what it changed stands as before, what it added is gone, what somebody needs stays, with why."""

from __future__ import annotations

import datetime
import json
import sqlite3

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.integration.importing import actions, looking_back, pace, usage, working
from ratslinde.integration.importing.models import ImportRun, RunState
from ratslinde.integration.importing.remaining import ARCHIVED, PUBLIC, TOUCHED
from ratslinde.integration.importing.usage import PARTS, relations
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    FieldChange,
    Offer,
    Place,
    Term,
)
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.journal.queue import work_one
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from tests.integration.importing.files import csv_file

LINES = (
    "Angebot;Träger;Adresse;Thema",
    "Chorprobe;Chor der Vielfalt;Markt 1, 59999 Lindenhagen;Sprache",
    "Nähkurs;Nähwerkstatt;Parkweg 2, 59999 Lindenhagen;Sprache",
)


def carried(manager, body, *lines):
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(*lines))
    return actions.carry_out(manager, run)


def reasons(run) -> dict[str, str]:
    return {row.label: row.kept for row in run.rows.exclude(kept="")}


def stays(manager, run) -> dict[str, str]:
    """What the preview says; then it is done, and must come out so."""
    shown = looking_back.taking_back(manager, run)
    told = {row.label: reason for row, reason in shown.staying}
    going = {row.label for row in shown.going}
    actions.take_back(manager, run)
    assert reasons(run) == told
    assert going <= {row.label for row in run.rows.filter(verdict="new", result="")}
    return told


def test_what_a_run_added_goes_with_all_that_belongs_to_it(manager, body, vocabulary):
    run = carried(manager, body, *LINES)
    assert (Offer.objects.count(), Actor.objects.count(), Place.objects.count()) == (2, 2, 2)
    assert stays(manager, run) == {}
    run.refresh_from_db()
    assert (run.state, Offer.objects.count(), Actor.objects.count(), Place.objects.count()) == (
        RunState.UNDONE, 0, 0, 0,
    )  # fmt: skip
    assert not FieldChange.objects.exists()


def test_what_a_run_changed_stands_as_before_and_what_it_pointed_to_goes(manager, association, house):
    run = carried(
        manager, association.body, "Name;Telefon;Sitz;Handlungsfelder: berät",
        "Brücke Lindenhagen e. V.;02599 10-9;Altes Kino;Sprache",
    )  # fmt: skip
    association.refresh_from_db()
    assert (association.place.name, Activity.objects.count()) == ("Altes Kino", 1)
    assert stays(manager, run) == {}
    association.refresh_from_db()
    assert (association.phone, association.place, Activity.objects.count()) == ("", house, 0)
    assert not Place.objects.filter(name="Altes Kino").exists()


def test_what_somebody_changed_since_stays_and_is_named(manager, association):
    run = carried(
        manager, association.body, "Name;Telefon;E-Mail", "Brücke Lindenhagen e. V.;02599 1234;neu@b.example"
    )
    association.refresh_from_db()
    landscape.edit_actor(manager, association, changes={"phone": "5678"}, revision=association.revision)
    actions.take_back(manager, run)
    association.refresh_from_db()
    assert (association.phone, association.email) == ("5678", "bruecke@lindenhagen.example")
    assert "Telefon" in reasons(run)["Brücke Lindenhagen e. V."]


def test_what_cannot_stand_as_before_stays_and_keeps_nothing_else_from_going_back(
    manager, association, house
):
    run = carried(
        manager, association.body, "Name;Sitz;Telefon", "Brücke Lindenhagen e. V.;Altes Kino;1", "Chor;;2"
    )
    house.delete()
    actions.take_back(manager, run)
    association.refresh_from_db()
    run.refresh_from_db()
    assert (run.state, association.place.name, Actor.objects.count()) == (RunState.UNDONE, "Altes Kino", 1)
    assert "gibt es nicht mehr" in reasons(run)["Brücke Lindenhagen e. V."]


def test_a_draft_that_somebody_edited_stays_with_its_actor_and_its_place(manager, body, vocabulary):
    run = carried(manager, body, *LINES)
    offer = Offer.objects.get(name="Chorprobe")
    landscape.edit_offer(manager, offer, changes={"note": "x"}, revision=offer.revision)
    assert stays(manager, run) == {
        "Chorprobe": TOUCHED,
        "Chor der Vielfalt": "Wird noch gebraucht: Angebot „Chorprobe“.",
        "Markt 1, Lindenhagen": "Wird noch gebraucht: Angebot „Chorprobe“.",
    }
    assert set(Offer.objects.values_list("name", flat=True)) == {"Chorprobe"}


def test_what_is_public_stays(manager, body, vocabulary):
    run = carried(manager, body, "Name;Beschreibung", "Chor;Singt zusammen.", "Band;Spielt zusammen.")
    landscape.publish_actor(manager, Actor.objects.get(name="Chor"))
    landscape.publish_actor(manager, Actor.objects.get(name="Band"))
    landscape.withdraw_actor(manager, Actor.objects.get(name="Band"), reason="Pause")
    assert stays(manager, run) == {"Chor": PUBLIC, "Band": PUBLIC}


def test_what_was_put_away_stays(manager, body, vocabulary):
    run = carried(manager, body, "Name;Art", "Chor;Verein")
    landscape.archive_actor(manager, Actor.objects.get(), reason="gibt es nicht mehr")
    assert stays(manager, run) == {"Chor": ARCHIVED}


def test_a_contact_or_an_activity_that_somebody_entered_is_work_that_stays(
    manager, body, vocabulary, language_field
):
    run = carried(manager, body, "Name;Art", "Chor;Verein", "Band;Verein", "Kino;Verein")
    landscape.add_contact(manager, Actor.objects.get(name="Chor"), function="Vorstand")
    landscape.set_activity(manager, Actor.objects.get(name="Band"), field=language_field, role="offers")
    assert stays(manager, run) == {"Chor": TOUCHED, "Band": TOUCHED}


def test_who_works_with_another_stays(manager, association):
    run = carried(manager, association.body, "Name;Art", "Chor;Verein", "Band;Verein")
    chor = Actor.objects.get(name="Chor")
    landscape.report_cooperation(manager, association, target=chor, kind="cooperation", confirmed=True)
    assert stays(manager, run) == {"Chor": "Wird noch gebraucht: eine Zusammenarbeit."}


def test_a_place_that_somebody_uses_elsewhere_stays(manager, association):
    run = carried(
        manager, association.body, "Angebot;Träger;Adresse", "Probe;Chor;Markt 1, 59999 Lindenhagen"
    )
    place = Place.objects.get(street_address="Markt 1")
    landscape.edit_actor(manager, association, changes={"place": place}, revision=association.revision)
    assert stays(manager, run) == {
        "Markt 1, Lindenhagen": "Wird noch gebraucht: Akteur „Brücke Lindenhagen e. V.“."
    }


def test_what_stayed_is_looked_at_anew_the_next_time(manager, body, vocabulary):
    run = carried(manager, body, "Name;Gehört zu", "Ortsgruppe;Bund")
    group = Actor.objects.get(name="Ortsgruppe")
    own = landscape.add_actor(manager, body, name="Jugend", parent=Actor.objects.get(name="Bund"))
    assert stays(manager, run) == {"Bund": "Wird noch gebraucht: Akteur „Jugend“."}
    landscape.edit_actor(manager, own, changes={"parent": None}, revision=own.revision)
    run.refresh_from_db()
    assert stays(manager, run) == {}
    assert not Actor.objects.filter(pk=group.pk).exists()


def test_words_of_a_file_go_unless_somebody_uses_them(manager, body, association):
    terms = [{"id": f"t{at}", "name": name, "taxonomy_detail": {"id": "x", "name": "Handlungsfelder", "version": "1"}}
             for at, name in enumerate(("Musizieren", "Malen"))]  # fmt: skip
    terms.append({**terms[0], "id": "t9", "name": "Chorsingen", "parent_id": "t0"})
    organization = {"id": "o", "name": "Band", "contacts": [{"id": "c", "title": "Büro"}]}
    data = json.dumps({"taxonomy_terms": terms, "organizations": [organization]}).encode()
    run = actions.carry_out(manager, actions.read_in(manager, body, name="f.json", data=data))
    landscape.set_activity(manager, association, field=Term.objects.get(name="Malen"), role="offers")
    assert stays(manager, run) == {"Malen": "Wird noch gebraucht: Akteur „Brücke Lindenhagen e. V.“."}
    assert not Term.objects.filter(name__in=("Musizieren", "Chorsingen")).exists()
    assert not ContactPerson.objects.exists()


def test_a_long_run_is_taken_back_in_portions(manager, body, vocabulary, monkeypatch):
    run = carried(manager, body, *LINES)
    for name, value in (("LONG", 1), ("PORTION", 0), ("PAUSE", datetime.timedelta()), ("REMOVED", 2)):
        monkeypatch.setattr(pace, name, value)
    while work_one():
        pass  # what the cast left for the worker
    run = actions.take_back(manager, run)
    assert run.state == RunState.UNDOING
    working.take_back_run(run.public_id)
    assert (Offer.objects.count(), Actor.objects.count(), Place.objects.count()) == (0, 2, 2)
    while work_one():
        pass
    run.refresh_from_db()
    assert (run.state, Actor.objects.count(), Place.objects.count()) == (RunState.UNDONE, 0, 0)


def test_a_long_run_whose_account_lost_its_right_stops_with_the_reason(
    manager, body, vocabulary, monkeypatch
):
    run = carried(manager, body, *LINES)
    for name, value in (("LONG", 1), ("PORTION", 0), ("PAUSE", datetime.timedelta())):
        monkeypatch.setattr(pace, name, value)
    actions.take_back(manager, run)
    manager.grants.all().delete()
    while work_one():
        pass
    run.refresh_from_db()
    assert (run.state, run.failure) == (RunState.DONE, "Dazu fehlt Ihnen das Recht.")
    assert Offer.objects.count() == 2


def test_the_part_of_a_stopped_run_that_is_carried_out_can_be_taken_back(manager, association, monkeypatch):
    monkeypatch.setattr(pace, "PORTION", 0)
    monkeypatch.setattr(pace, "PAUSE", datetime.timedelta())
    lines = ("Name;Telefon", "Neu;02599 1", "Brücke Lindenhagen e. V.;02599 2")
    run = actions.read_in(manager, association.body, name="liste.csv", data=csv_file(*lines))
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    with pytest.raises(Refused):
        actions.write(manager, run)
    assert Actor.objects.filter(name="Neu").exists()
    run.refresh_from_db()
    assert stays(manager, run) == {}
    assert not Actor.objects.filter(name="Neu").exists()
    ImportRun.objects.update(taken_back_at=clock.now() - datetime.timedelta(days=400))
    assert working.forget_rows() == 2


def test_nothing_that_was_never_carried_out_is_taken_back(manager, body, vocabulary):
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file("Name;Art", "Chor;Verein"))
    with pytest.raises(Refused, match="nichts übernommen"):
        actions.take_back(manager, run)


def test_who_may_not_import_may_not_take_a_run_back(manager, planner, reader, body, vocabulary):
    run = carried(manager, body, "Name;Art", "Chor;Verein")
    for account in (planner, reader):
        with pytest.raises(Forbidden):
            actions.take_back(account, run)
        with pytest.raises(Forbidden):
            looking_back.taking_back(account, run)


def test_the_number_of_questions_does_not_grow_with_the_rows(manager, body, vocabulary):
    def asked(*names: str) -> int:
        run = carried(manager, body, "Name;Art", *(f"{name};Verein" for name in names))
        with CaptureQueriesContext(connection) as found:
            looking_back.taking_back(manager, run)
        return len(found)

    assert asked("Chor") == asked("Tanzkreis", "Schachfreunde", "Lesezirkel")


@pytest.fixture
def few_parameters(db, monkeypatch):
    """One statement of SQLite takes fewer parameters than a run has rows: 120 here, 32,766 in a town."""
    monkeypatch.setattr(usage, "AT_ONCE", 100)
    monkeypatch.setattr(pace, "LONG", 1000)
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    before = connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 120)
    monkeypatch.setattr(connection.features, "max_query_params", 120)
    yield
    connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, before)


def test_more_rows_than_a_statement_takes_parameters(manager, body, vocabulary, few_parameters):
    lines = (
        f"Kurs {number};Verein {number};Markt {number}, 59999 Lindenhagen;Sprache" for number in range(130)
    )
    run = carried(manager, body, LINES[0], *lines)
    assert Offer.objects.count() == Actor.objects.count() == 130
    assert stays(manager, run) == {}
    assert Offer.objects.count() == Actor.objects.count() == Place.objects.count() == 0


def test_whatever_can_point_to_a_row_counts_as_a_use_or_goes_with_it():
    """A new model that points to actors or offers is a use without anybody thinking of it."""
    found = {
        (relation.related_model.__name__, relation.field.name)
        for model in LandscapeRow.__subclasses__()
        for relation in relations(model)
    }
    assert not found & PARTS
    assert {
        ("Offer", "actor"),
        ("Cooperation", "target"),
        ("KeeperLink", "actor"),
        ("OfferSite", "place"),
    } <= found
    assert {("Offer_fields", "term"), ("OfferSite_spaces", "socialspace"), ("Activity", "field")} <= found
