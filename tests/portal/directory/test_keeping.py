"""What a process of the server keeps of the directory from one publication to the next, and what it lets go."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.portal.directory import cards, keeping


@pytest.fixture
def republished(read, landscape):
    """The catalogue with drawn cards, and the one after the café was published anew under another name."""
    read("/angebote/")
    before = keeping.current()
    actions.edit_offer(
        landscape.manager, landscape.cafe, changes={"name": "Teestube"}, revision=landscape.cafe.revision
    )
    landscape.cafe.refresh_from_db()
    actions.publish_offer(landscape.manager, landscape.cafe)
    return before, keeping.current()


def test_what_was_not_published_anew_is_taken_over_with_its_card(republished, landscape):
    before, after = republished
    same = [each for each in after.offers if each in before.offers]
    assert {each.item.id for each in same} == {landscape.group.public_id, landscape.advice.public_id}
    assert {key[0].item.id for key in after.cards} == {each.item.id for each in same}


def test_of_what_was_published_anew_nothing_old_is_kept(republished, read, landscape):
    _, after = republished
    assert "Teestube" in read("/angebote/")
    kept = {id(key[0]) for key in after.cards}
    assert kept == {id(each) for each in after.offers}


def test_cards_do_not_grow_without_end(read, monkeypatch):
    monkeypatch.setattr(cards, "MOST_DRAWN", 4)
    for address in ("/angebote/", "/en/angebote/", "/ar/angebote/", "/tr/angebote/"):
        read(address)
        assert 0 < len(keeping.current().cards) <= 4
