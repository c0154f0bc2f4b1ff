"""What an actor sent in is taken over: nothing is confirmed that is not so, and nothing that was said gets lost."""

from __future__ import annotations

import pytest

from ratslinde.accounts.models import User
from ratslinde.desk.inbox import actions as inbox
from ratslinde.desk.inbox.showing import stand
from ratslinde.inbox import queries, receive
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping.updates import ACTOR, OFFER
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from tests.desk.conftest import at_desk
from tests.desk.filling import filled

REMARK = "jetzt donnerstags 16 bis 18 Uhr"
LIST = "/schreibtisch/eingang/"


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def sent(cafe) -> Submission:
    receive.submit(OFFER, {"cost": "paid", "alert": "Neu", "remark": REMARK}, about=cafe.public_id)
    return Submission.objects.get()


def decided(client, row: Submission, decision: str, **more: object) -> str:
    address = f"{LIST}{row.public_id}/"
    data = {"stand": client.get(address).context["stand"], "entscheidung": decision, **more}
    return client.post(address, data, follow=True).content.decode()


def confirmed_today(offer: Offer) -> bool:
    return Offer.objects.get(pk=offer.pk).confirmed_on == clock.today()


def test_with_a_remark_nothing_is_confirmed_and_the_remark_stays(desk, cafe, sent):
    page = decided(desk, sent, "alles")
    cafe.refresh_from_db()
    assert (cafe.cost, cafe.alert) == ("paid", "Neu")
    assert not confirmed_today(cafe)
    sent.refresh_from_db()
    assert sent.state == "new"
    assert "Noch zu tun ist" in page
    assert REMARK in page
    for text in ("Jetzt bearbeiten", "Erledigt: als bestätigt eintragen", "Erledigt, ohne Bestätigung"):
        assert text in page
    assert "übernehmen</span>" not in page
    assert "nichts" not in page.split("<main")[1]


def test_what_is_left_stands_on_the_page_of_the_entry_and_in_the_list(desk, reader, cafe, sent):
    decided(desk, sent, "alles")
    page = desk.get(f"/schreibtisch/integration/angebote/{cafe.public_id}/").content.decode()
    assert REMARK in page
    assert f"{LIST}{sent.public_id}/" in page
    assert "von Hand einzutragen" in desk.get(LIST).content.decode()
    shown = at_desk(reader).get(f"/schreibtisch/integration/angebote/{cafe.public_id}/").content.decode()
    assert REMARK not in shown, "who does not decide does not read what was sent in"


def test_before_it_was_looked_at_the_list_says_nothing_of_work_by_hand(desk, sent):
    assert "von Hand einzutragen" not in desk.get(LIST).content.decode()


def test_somebody_enters_it_and_says_so(desk, manager, cafe, sent):
    decided(desk, sent, "alles")
    address = f"/schreibtisch/integration/angebote/{cafe.public_id}/bearbeiten/"
    assert address in desk.get(f"{LIST}{sent.public_id}/").content.decode()
    desk.post(address, filled(desk.get(address), alert="Donnerstags"))
    assert not confirmed_today(cafe)
    decided(desk, sent, "bestaetigt")
    cafe.refresh_from_db()
    sent.refresh_from_db()
    assert (cafe.alert, cafe.confirmed_on, cafe.confirmed_by) == (
        "Donnerstags",
        clock.today(),
        "Akteur selbst",
    )
    assert (sent.state, sent.reason) == ("taken_over", "von Hand erledigt")


def test_somebody_settles_it_without_confirming(desk, cafe, sent):
    page = decided(desk, sent, "auswahl", feld=["cost"])
    assert "Nicht übernommen: Aktueller Hinweis." in page
    decided(desk, sent, "erledigt")
    sent.refresh_from_db()
    assert not confirmed_today(cafe)
    left = "nicht übernommen: Aktueller Hinweis; von Hand erledigt, ohne Bestätigung"
    assert (sent.state, sent.reason) == ("taken_over", left)


def test_a_refused_field_confirms_nothing(desk, cafe):
    receive.submit(OFFER, {"cost": "paid", "alert": "Neu"}, about=cafe.public_id)
    row = Submission.objects.get()
    decided(desk, row, "auswahl", feld=["cost"])
    row.refresh_from_db()
    assert not confirmed_today(cafe)
    assert (row.state, row.reason) == ("taken_over", "nicht übernommen: Aktueller Hinweis")


def test_all_fields_and_no_remark_confirm(desk, cafe):
    receive.submit(OFFER, {"cost": "paid", "alert": "Neu"}, about=cafe.public_id)
    decided(desk, Submission.objects.get(), "alles")
    assert confirmed_today(cafe)


def test_what_stands_so_already_is_not_missing(desk, manager, cafe):
    receive.submit(OFFER, {"cost": "paid", "alert": "Neu"}, about=cafe.public_id)
    landscape.edit_offer(manager, cafe, changes={"alert": "Neu"}, revision=cafe.revision)
    decided(desk, Submission.objects.get(), "auswahl", feld=["cost"])
    assert confirmed_today(cafe)


def test_the_same_holds_for_the_actor_itself(desk, association):
    receive.submit(ACTOR, {"phone": "02599 10-7", "remark": "Neue Adresse"}, about=association.public_id)
    row = Submission.objects.get()
    decided(desk, row, "alles")
    actor = Actor.objects.get(pk=association.pk)
    assert (actor.phone, actor.confirmed_on) == ("02599 10-7", None)
    page = desk.get(f"/schreibtisch/integration/akteure/{association.public_id}/").content.decode()
    assert "Neue Adresse" in page
    decided(desk, row, "bestaetigt")
    assert Actor.objects.get(pk=association.pk).confirmed_on == clock.today()


def test_a_remark_alone_is_not_taken_over_by_a_button(manager: User, cafe):
    receive.submit(OFFER, {"remark": REMARK}, about=cafe.public_id)
    row = Submission.objects.get()
    with pytest.raises(Refused, match="von Hand"):
        inbox.accept(manager, row, seen=stand(queries.lines(row)))
    assert Submission.objects.get().state == "new"


def test_single_fields_are_decided_before_the_remark(manager: User, cafe, sent):
    with pytest.raises(Refused, match="zuerst über die einzelnen Angaben"):
        inbox.settle(manager, sent, seen=stand(queries.lines(sent)), confirmed=True)
    assert not confirmed_today(cafe)


def test_the_same_remark_waits_once(desk, cafe, sent):
    receive.submit(OFFER, {"remark": REMARK}, about=cafe.public_id)
    decided(desk, sent, "alles")
    sent.refresh_from_db()
    assert sent.state == "taken_over"
    assert [REMARK in row.payload for row in Submission.objects.filter(state="new")] == [True]
