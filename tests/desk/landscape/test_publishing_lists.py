"""Many entries become public after one look; the start page names what is not public yet."""

from __future__ import annotations

import datetime

from ratslinde.desk.landscape import publishing
from ratslinde.integration.landscape import actions, working
from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.record import outlet
from tests.desk.filling import filled
from tests.desk.landscape.entering import url

__all__ = ["working"]  # importing registers what is done for its task


def test_many_entries_are_published_after_one_look(desk, manager, association, cafe, body):
    empty = actions.add_actor(manager, body, name="Noch ohne Text")
    chosen = {"zeile": [association.public_id, cafe.public_id, empty.public_id]}
    page = desk.post(url("publish_many"), chosen)
    assert "Noch ohne Text</a>: Bitte beschreiben" in page.content.decode()
    answer = desk.post(url("publish_many"), filled(page))
    assert answer.status_code == 302
    assert {entry.title for entry in outlet.of_kind("offer")} == {"Sprachcafé"}
    again = desk.post(url("publish_many"), {"alle": "offers", "stand_der_liste": "published"})
    assert "Es würde sich nichts ändern" in again.content.decode()


def test_the_button_counts_and_sends_only_what_is_not_public_as_it_is(desk, manager, body, association, cafe):
    def number() -> int:
        return desk.get(url("offers")).context["to_publish"]

    def sent() -> list[str]:
        return [row.name for row in desk.post(url("publish_many"), {"alle": "offers"}).context["rows"]]

    actions.publish_actor(manager, association)
    assert (number(), sent()) == (1, ["Sprachcafé"])
    actions.publish_offer(manager, cafe)
    actions.add_offer(manager, association, name="Chor", description="Singen.")
    actions.add_offer(manager, association, name="Noch ohne Text")
    assert (number(), sent()) == (1, ["Chor"])
    assert "Noch ohne Text</a>: Bitte beschreiben" in desk.post(url("publish_many"), {"alle": "offers"}).text
    cafe.refresh_from_db()
    actions.edit_offer(manager, cafe, changes={"note": "Nur für uns."}, revision=cafe.revision)
    assert sent() == ["Chor"]
    cafe.refresh_from_db()
    actions.edit_offer(manager, cafe, changes={"name": "Treff"}, revision=cafe.revision)
    assert (number(), sent()) == (2, ["Chor", "Treff"])
    assert "Alle 2 veröffentlichen" in desk.get(url("offers")).text
    ticked = {"zeile": [association.public_id, cafe.public_id]}
    assert [row.name for row in desk.post(url("publish_many"), ticked).context["rows"]] == ["Treff"]


def test_a_place_a_translation_or_a_contact_that_changed_counts_with_its_entry(
    desk, manager, association, cafe, house
):
    def numbers() -> list[int]:
        return [desk.get(url(each)).context["to_publish"] for each in ("actors", "offers")]

    def publish() -> None:
        for row, verb in ((association, actions.publish_actor), (cafe, actions.publish_offer)):
            row.refresh_from_db()
            verb(manager, row)

    publish()
    assert numbers() == [0, 0]
    assert "Hier wartet nichts auf die Veröffentlichung." in desk.get(url("offers")).text
    house.refresh_from_db()
    actions.edit_place(manager, house, changes={"name": "Haus am Ring"}, revision=house.revision)
    assert numbers() == [1, 1]
    publish()
    for text in ("Language café", ""):
        actions.translate(manager, cafe, field="name", language="en", text=text, state="checked")
        assert numbers() == [0, 1]
        publish()
    actions.add_contact(manager, association, function="Vorstand")
    assert numbers() == [1, 0]


def test_what_was_taken_back_is_only_sent_by_who_looks_at_it(desk, manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    actions.withdraw_offer(manager, cafe, reason="Macht Pause")
    assert desk.get(url("offers")).context["to_publish"] == 0
    assert desk.get(url("offers"), {"stand": "withdrawn"}).context["to_publish"] == 1


def test_what_changed_after_the_look_is_not_published(desk, manager, association, cafe):
    page = desk.post(url("publish_many"), {"zeile": [association.public_id, cafe.public_id]})
    actions.edit_offer(manager, cafe, changes={"name": "Ganz anders"}, revision=cafe.revision)
    answer = desk.post(url("publish_many"), filled(page))
    assert answer.status_code == 409
    assert outlet.of_kind("offer") == []
    assert "Ganz anders" in answer.content.decode()


def test_the_start_page_names_what_was_changed_after_publishing(
    desk, manager, association, cafe, monkeypatch
):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    assert "wie es hier eingetragen ist" in desk.get(url("start")).content.decode()
    later = clock.now() + datetime.timedelta(seconds=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    cafe.refresh_from_db()
    actions.edit_offer(manager, cafe, changes={"name": "Treff der Sprachen"}, revision=cafe.revision)
    assert "Treff der Sprachen" in desk.get(url("start")).content.decode()


def test_many_entries_are_published_by_the_worker_and_the_page_tells_how_far_it_is(
    desk, manager, association, cafe, monkeypatch
):
    monkeypatch.setattr(publishing, "LONG", 2)
    chosen = {"zeile": [association.public_id, cafe.public_id]}
    address = url("publish_many")
    page = desk.post(address, chosen)
    shown = {name: page.context[key] for name, key in (("stand", "stand"), ("gezeigt", "seen"))}
    under_way = desk.post(address, {**chosen, **shown}, follow=True)
    address = under_way.redirect_chain[-1][0]
    looks_again = {"HX-Request": "true", "HX-Target": "unterwegs"}
    assert 'id="unterwegs"' in desk.get(address, headers=looks_again).text
    assert "0 von 2" in under_way.text
    start = desk.get(url("start")).text
    assert "Wird veröffentlicht" in start
    assert "0 von 2" in start
    while queue.work_one():
        pass
    assert desk.get(address, headers=looks_again).headers["HX-Redirect"] == address
    done = desk.get(address)
    assert "2 Einträge sind veröffentlicht." in done.text
    assert 'id="unterwegs"' not in done.text
    assert "Wird veröffentlicht" not in desk.get(url("start")).text
