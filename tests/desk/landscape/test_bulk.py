"""The same change to many rows: looked at before it is made, made as one act, and taken back as one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, Offer
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.desk.landscape.many import ACTORS, OFFERS, chosen, seen


def test_first_it_shows_row_by_row_what_would_change_and_changes_nothing(desk, public, paid):
    page = desk.post(OFFERS, chosen(public, paid, access="registration", ansehen="ja"))
    lines = {str(line.row): line.fields for line in page.context["rows"]}
    assert lines["Elterngruppe"] == (("Zugang", "nicht bekannt", "mit Anmeldung"),)
    assert "2 Einträge würden geändert." in page.text
    assert "1 davon ist veröffentlicht" in page.text
    assert [line.again for line in page.context["rows"]] == [False, True]
    assert not FieldChange.objects.filter(field="access").exists()


def test_rows_that_cannot_be_changed_are_named_with_the_reason(desk, public, paid):
    page = desk.post(OFFERS, chosen(public, paid, cost="free", ansehen="ja"))
    assert "1 Eintrag kann so nicht geändert werden" in page.text
    assert "Ein Betrag passt nur zu „kostet etwas“." in page.text
    desk.post(OFFERS, seen(page))
    paid.refresh_from_db()
    assert paid.cost == "paid"


def test_rows_that_stand_so_already_are_only_counted(desk, manager, association):
    free = actions.add_offer(manager, association, name="Frühstück", cost="free")
    other = actions.add_offer(manager, association, name="Abendessen")
    page = desk.post(OFFERS, chosen(free, other, cost="free", ansehen="ja"))
    assert [str(line.row) for line in page.context["rows"]] == ["Abendessen"]
    assert "1 Eintrag steht schon so." in page.text
    alone = desk.post(OFFERS, chosen(free, cost="free", ansehen="ja"))
    assert "Es würde sich nichts ändern." in alone.text
    assert "ausfuehren" not in alone.text


def test_what_was_seen_is_done_as_one_act_and_taken_back_as_one(
    desk, public, paid, language_field, vocabulary
):
    field = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    asked = chosen(public, paid, access="open", confirm="on", ansehen="ja")
    asked |= {"action_fields": [str(field.pk)], "fields_how": "add"}
    before = {row.pk: (row.access, set(row.fields.all())) for row in (public, paid)}
    answer = desk.post(OFFERS, seen(desk.post(OFFERS, asked)), follow=True)
    assert "2 Einträge geändert. Öffentlich gilt bei 1 noch der alte Stand" in answer.text
    rows = list(Offer.objects.order_by("pk"))
    assert {row.access for row in rows} == {"open"}
    assert all(field in row.fields.all() and row.confirmed_on == clock.today() for row in rows)
    batch = answer.text.split("rueckgaengig/")[1].split("/")[0]
    desk.post(reverse("desk_landscape:undo", args=[batch]))
    rows = list(Offer.objects.order_by("pk"))
    assert {row.pk: (row.access, set(row.fields.all())) for row in rows} == before


def test_a_row_that_somebody_changed_meanwhile_is_told_and_left(desk, manager, public, paid):
    page = desk.post(OFFERS, chosen(public, paid, access="registration", ansehen="ja"))
    actions.edit_offer(manager, paid, changes={"access": "referral"}, revision=paid.revision)
    answer = desk.post(OFFERS, seen(page), follow=True)
    assert "1 Eintrag blieb unverändert. Elterngruppe: Hat inzwischen jemand anderes geändert" in answer.text
    assert "1 Eintrag geändert." in answer.text
    assert [row.access for row in Offer.objects.order_by("pk")] == ["registration", "referral"]


def test_also_one_that_now_stands_as_it_should_is_told(desk, manager, paid):
    page = desk.post(OFFERS, chosen(paid, access="open", ansehen="ja"))
    actions.edit_offer(manager, paid, changes={"access": "open"}, revision=paid.revision)
    answer = desk.post(OFFERS, seen(page), follow=True)
    assert "Hat inzwischen jemand anderes geändert" in answer.text
    assert "Rückgängig" not in answer.text


def test_a_row_that_was_put_away_meanwhile_is_told(desk, manager, paid):
    page = desk.post(OFFERS, chosen(paid, access="open", ansehen="ja"))
    actions.archive_offer(manager, paid, reason="Gibt es nicht mehr")
    answer = desk.post(OFFERS, seen(page), follow=True)
    assert "Dieser Eintrag ist abgelegt." in answer.text


def test_nothing_is_done_that_nobody_looked_at(desk, paid):
    page = desk.post(OFFERS, chosen(paid, access="open", ausfuehren="ja"))
    assert "1 Eintrag würde geändert." in page.text
    paid.refresh_from_db()
    assert paid.access == ""


def test_a_row_slipped_in_after_looking_is_not_changed(desk, public, paid):
    sent = seen(desk.post(OFFERS, chosen(public, access="registration", ansehen="ja")))
    desk.post(OFFERS, {**sent, "zeile": [public.public_id, paid.public_id]})
    assert [row.access for row in Offer.objects.order_by("pk")] == ["registration", ""]


def test_choosing_nothing_is_told_and_going_back_keeps_the_choice(desk, paid):
    assert "Bitte wählen, was sich ändern soll." in desk.post(OFFERS, chosen(paid, ansehen="ja")).text
    back = desk.post(OFFERS, chosen(paid, access="open", zurueck="ja"))
    assert '<option value="open" selected>' in back.text
    assert "alert-danger" not in back.text


def test_actors_that_were_asked_need_no_publishing(desk, manager, association):
    actions.publish_actor(manager, association)
    page = desk.post(ACTORS, chosen(association, asked="on", ansehen="ja"))
    assert [line.again for line in page.context["rows"]] == [False]
    desk.post(ACTORS, seen(page))
    association.refresh_from_db()
    assert association.asked_on == clock.today()


def test_a_department_sees_which_rows_are_not_its_own_and_gets_no_link_that_it_may_not_open(
    department, manager, body, office, cafe
):
    own = actions.add_actor(manager, body, name="Fachbereich Soziales", organization=office)
    offer = actions.add_offer(manager, own, name="Sprechstunde")
    client = at_desk(department)
    page = client.post(OFFERS, chosen(offer, cafe, access="referral", ansehen="ja"))
    assert [(str(row), why) for row, why in page.context["plan"].refused] == [
        ("Sprachcafé", "Dazu fehlt Ihnen das Recht.")
    ]
    sent = {**seen(page), "gesehen": [f"{row.public_id}:{row.revision}" for row in (offer, cafe)]}
    answer = client.post(OFFERS, sent, follow=True)
    assert "1 Eintrag geändert." in answer.text
    assert "Rückgängig" not in answer.text
    cafe.refresh_from_db()
    assert cafe.access == "open"


def test_more_rows_take_no_more_queries_to_look_at(desk, manager, association, paid):
    def look(*rows: Offer) -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.post(OFFERS, chosen(*rows, access="open", confirm="on", ansehen="ja"))
        return len(captured)

    few = look(paid)
    more = [actions.add_offer(manager, association, name=f"Treff {number}") for number in range(4)]
    assert look(paid, *more) == few


def test_more_than_can_be_looked_at_are_refused_and_not_cut_off(desk, cafe):
    answer = desk.post(
        OFFERS, {"zeile": [cafe.public_id, *(f"{number:014d}" for number in range(500))]}, follow=True
    )
    assert "höchstens 500 Einträge auf einmal ändern. Gewählt waren 501." in answer.text


def test_a_fault_half_way_leaves_every_row_as_it_was(desk, public, paid, monkeypatch):
    """One act is one transaction: a crash between two rows leaves none of them changed, and nothing in the history."""
    sent = seen(desk.post(OFFERS, chosen(public, paid, access="registration", ansehen="ja")))
    edit, number = actions.edit_offer, FieldChange.objects.count()

    def failing(account, row, **more):
        if row.name == "Sprachcafé":
            raise RuntimeError
        return edit(account, row, **more)

    monkeypatch.setattr(actions, "edit_offer", failing)
    with pytest.raises(RuntimeError):
        desk.post(OFFERS, sent)
    assert [row.access for row in Offer.objects.order_by("pk")] == ["open", ""]
    assert FieldChange.objects.count() == number
