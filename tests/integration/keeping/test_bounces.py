"""A reminder that comes back is seen in the list of whom to ask: read from a real mailbox, with the reason."""

from __future__ import annotations

import pytest

from ratslinde.integration.keeping import actions, queries
from ratslinde.integration.landscape import actions as landscape
from ratslinde.post import rounds, sending
from ratslinde.post.models import Letter, ReturnBox, State
from ratslinde.post.writing import release
from tests.desk.conftest import at_desk
from tests.post.conftest import work
from tests.post.reports import report
from tests.post.test_rounds import mailbox

__all__ = ["mailbox", "sending", "work"]
LIST = "/schreibtisch/integration/pflege/"


@pytest.fixture
def sent(manager, association, work, mailoutbox) -> Letter:
    letter = actions.invite(manager, association)
    release([letter])
    work()
    letter.refresh_from_db()
    assert (letter.state, len(mailoutbox)) == (State.SENT, 1)
    return letter


def row_of(client, name: str, *, state: str = "") -> str:
    page = client.get(LIST, {"stand": state}).content.decode()
    return page[page.index(f">{name}</a>") :].split("</tr>")[0] if f">{name}</a>" in page else ""


def test_the_list_says_which_reminder_came_back_and_why(manager, association, sent, mailbox):
    client = at_desk(manager)
    assert "kam nicht an" not in row_of(client, association.name)
    mailbox.messages = {1: report(sent.token)}
    rounds.read_returned()
    row = row_of(client, association.name, state="bounced")
    sent.refresh_from_db()
    assert sent.get_state_display() in row
    assert "Dieses Postfach gibt es nicht." in row
    assert f"/schreibtisch/mails/{sent.public_id}/" in row
    start = client.get("/schreibtisch/integration/").content.decode()
    assert "Bitten um Bestätigung, die nicht ankamen oder unklar sind" in start
    assert f"{LIST}?stand=bounced" in start


def test_a_new_one_to_another_address_that_arrives_settles_it(manager, association, sent, mailbox, work):
    mailbox.messages = {1: report(sent.token)}
    rounds.read_returned()
    association.refresh_from_db()
    changes = {"email": "vorstand@lindenhagen.example"}
    corrected = landscape.edit_actor(manager, association, changes=changes, revision=association.revision)
    release([actions.invite(manager, corrected)])
    work()
    assert queries.bounced(manager, association.body) == 0
    assert not row_of(at_desk(manager), association.name, state="bounced")


def test_a_mailbox_that_nobody_can_read_is_told_where_people_look(manager, association, mailbox):
    ReturnBox.objects.create(pk=1, error="Das Postfach ist nicht erreichbar.")
    page = at_desk(manager).get(LIST).content.decode()
    assert "Das Postfach für zurückgekommene Mails wurde nicht gelesen" in page
    assert "Das Postfach ist nicht erreichbar." in page


def test_without_a_mailbox_the_list_says_that_nothing_is_known(manager, association):
    page = at_desk(manager).get(LIST).content.decode()
    assert "Ob eine Mail nicht ankam, ist hier nicht zu sehen." in page
