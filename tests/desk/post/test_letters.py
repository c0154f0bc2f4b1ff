"""The mails at the desk: listed, looked at, released, thrown away, sent again."""

from __future__ import annotations

import pytest
from django.test import Client

from ratslinde.desk.post import actions, queries
from ratslinde.desk.post.rights import RIGHTS
from ratslinde.desk.post.wording import badge
from ratslinde.journal.history import entries_of
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.post import sign_in
from ratslinde.post.content import Content
from ratslinde.post.models import Letter, ReturnBox, State
from ratslinde.site.returned_mail import Mailbox
from ratslinde.verbs import may
from tests.desk.conftest import at_desk
from tests.post.conftest import ALMA, letter_to
from tests.post.test_sign_in import note

LIST = "/schreibtisch/mails/"


def of(letter: Letter, part: str = "") -> str:
    return f"{LIST}{letter.public_id}/{part}"


def text(answer) -> str:
    return answer.content.decode()


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


@pytest.mark.parametrize("more", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_many(desk, django_assert_max_num_queries, more):
    for number in range(more):
        letter_to(f"a{number}@lindenhagen.example", held=True, batch="November")
    desk.get(LIST)
    with django_assert_max_num_queries(15):
        page = text(desk.get(LIST))
    assert f"{more} Mail" in page


def test_the_list_is_filtered(desk):
    letter_to(held=True, batch="November")
    bounced = letter_to("eva@lindenhagen.example")
    Letter.objects.filter(pk=bounced.pk).update(state=State.BOUNCED, diagnosis="Das Postfach ist voll.")
    found = {
        "": (True, True), "?stand=bounced": (False, True), "?anlass=actor.reminder": (True, True),
        "?anlass=unbekannt": (False, False), "?q=EVA": (False, True), "?stapel=November": (True, False),
        "?stand=%00x": (False, False),
    }  # fmt: skip
    for query, expected in found.items():
        page = text(desk.get(LIST + query))
        assert (ALMA in page, "eva@" in page) == expected
    page = text(desk.get(f"{LIST}?stand=bounced"))
    assert "Das Postfach ist voll." in page
    assert "Erinnerung an Akteure" in page


def test_an_empty_list_says_what_comes(desk):
    assert "Sobald Ratslinde eine Mail schreibt" in text(desk.get(LIST))


def test_the_list_says_what_is_not_set_up(desk, settings):
    page = text(desk.get(LIST))
    assert "kein Postfach eingestellt" in page
    assert "kein Mailserver" not in page
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.RATSLINDE_BOUNCES = Mailbox("x.example", 993, "u", "geheim-7431902", "INBOX", "tls")
    page = text(desk.get(LIST))
    assert "kein Mailserver" in page
    assert "noch nicht gelesen" in page
    ReturnBox.objects.create(pk=1, read_at=clock.now())
    assert "zuletzt am" in text(desk.get(LIST))
    ReturnBox.objects.update(error="Das Postfach ist nicht erreichbar.")
    assert "nicht erreichbar" in text(desk.get(LIST))
    assert "7431902" not in text(desk.get(LIST))


def test_a_letter_is_shown_as_it_will_look(desk):
    letter = letter_to(held=True, language="uk")
    page = desk.get(of(letter))
    assert "Ukrainisch" in text(page)
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "vor einem Jahr haben Sie" in text(page)
    shown = desk.get(of(letter, "ansicht/"))
    assert "vor einem Jahr haben Sie" in text(shown)
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    policy = shown["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "script-src" not in policy
    assert "no-store" in shown["Cache-Control"]


def test_a_held_letter_is_released_once_and_sent(desk, work, mailoutbox):
    letter = letter_to(held=True)
    assert "freigegeben" in text(desk.post(of(letter, "freigeben/"), follow=True))
    assert "wartet nicht mehr" in text(desk.post(of(letter, "freigeben/"), follow=True))
    work()
    assert len(mailoutbox) == 1
    entry = Entry.objects.get(verb="post.release")
    assert (entry.subject, entry.detail) == (letter.public_id, {})
    assert ALMA not in str(vars(entry))
    assert "zum Versand freigegeben" in text(desk.get(of(letter)))


def test_a_batch_is_released_or_thrown_away_as_a_whole(desk, work, mailoutbox):
    first = [
        letter_to(f"a{number}@lindenhagen.example", held=True, batch="Erste & zweite") for number in range(3)
    ]
    second = [letter_to(f"b{number}@lindenhagen.example", held=True, batch="B") for number in range(2)]
    assert "3 Mails freigeben" in text(desk.get(LIST))
    page = text(
        desk.post(f"{LIST}stapel/", {"stapel": "Erste & zweite", "schritt": "freigeben"}, follow=True)
    )
    assert "3 Mails sind freigegeben" in page
    desk.post(f"{LIST}stapel/", {"stapel": "B", "schritt": "verwerfen"})
    work()
    assert len(mailoutbox) == 3
    assert {state_of(each) for each in first} == {State.SENT}
    assert {state_of(each) for each in second} == {State.DISCARDED}
    assert {each.public_id for each in [*first, *second]} <= set(
        Entry.objects.values_list("subject", flat=True)
    )
    answer = desk.post(f"{LIST}stapel/", {"stapel": "B", "schritt": "freigeben"})
    assert answer.status_code == 409
    assert desk.post(f"{LIST}stapel/", {"stapel": ""}).status_code == 409


def test_a_batch_of_many_asks_few_questions_and_each_letter_knows_who_released_it(
    administrator, django_assert_max_num_queries
):
    letters = [letter_to(f"a{number}@lindenhagen.example", held=True, batch="Viele") for number in range(30)]
    with django_assert_max_num_queries(30 + 15):
        assert actions.release_batch(administrator, "Viele") == 30
    for letter in letters:
        assert state_of(letter) == State.WRITTEN
        assert [entry.actor for entry in entries_of([letter.public_id])] == [administrator]


def test_a_letter_is_thrown_away(desk, work, mailoutbox):
    letter = letter_to()
    desk.post(of(letter, "verwerfen/"))
    work()
    assert state_of(letter) == State.DISCARDED
    assert mailoutbox == []


def test_an_unclear_letter_explains_itself_and_is_sent_again_on_purpose(desk, work, mailoutbox):
    letter = letter_to()
    Letter.objects.update(state=State.UNCLEAR, diagnosis="Die Verbindung riss ab.")
    page = text(desk.get(of(letter)))
    assert "Die Verbindung riss ab." in page
    assert "nicht von selbst noch einmal" in page
    desk.post(of(letter, "nochmal/"))
    work()
    assert len(mailoutbox) == 1


def test_what_is_no_longer_kept_is_said(desk):
    letter = letter_to()
    Letter.objects.update(state=State.SENT, content=None, recipient="", subject="")
    assert "nicht mehr gespeichert" in text(desk.get(of(letter)))
    assert desk.get(of(letter, "ansicht/")).status_code == 404
    assert desk.get(LIST).status_code == 200


@pytest.fixture
def invitation(db) -> Letter:
    sign_in.send(note())
    return Letter.objects.get()


def test_the_clerk_does_not_see_letters_that_open_accounts(desk, invitation, clerk):
    assert ALMA not in text(desk.get(LIST))
    for part in ("", "ansicht/"):
        assert desk.get(of(invitation, part)).status_code == 403
    for part in ("freigeben/", "verwerfen/", "nochmal/"):
        assert desk.post(of(invitation, part)).status_code == 403
    assert queries.waiting(clerk).failed == 0
    assert queries.kinds(clerk) == []


def test_nobody_sees_the_link_in_them(administrator, body, invitation):
    browser = at_desk(administrator)
    assert ALMA in text(browser.get(LIST))
    page = text(browser.get(of(invitation)))
    assert "werden hier nicht angezeigt" in page
    assert "geheim-7431902" not in page + text(browser.get(of(invitation, "ansicht/")))


def test_a_letter_whose_link_is_gone_is_not_offered_to_be_sent_again(desk, work, mailoutbox):
    letter = letter_to(secret=True)
    assert "eintrag/abc" not in text(desk.get(of(letter))) + text(desk.get(of(letter, "ansicht/")))
    work()
    assert "eintrag/abc" in mailoutbox[0].body
    Letter.objects.update(state=State.UNCLEAR)
    page = text(desk.get(of(letter)))
    assert "vor einem Jahr haben Sie" in page
    assert "Noch einmal senden" not in page


def test_texts_in_a_mail_are_texts_at_the_desk(desk):
    evil = "<script>alert(1)</script>"
    letter = letter_to(content=Content(subject=evil, paragraphs=(evil,)), batch=evil, held=True)
    for path in (LIST, of(letter), of(letter, "ansicht/")):
        assert "<script>alert" not in text(desk.get(path))


@pytest.mark.parametrize("part", ["", "ansicht/", "freigeben/", "verwerfen/", "nochmal/"])
def test_others_see_no_mails(department, reader, body, part):
    letter = letter_to(held=True)
    for person in (department, reader):
        browser = at_desk(person)
        method = browser.get if part in ("", "ansicht/") else browser.post
        answer = method(of(letter, part))
        assert answer.status_code == 403
        assert ALMA not in text(answer)
        assert LIST not in text(browser.get("/schreibtisch/"))
    assert Client().get(of(letter))["Location"].startswith("/anmelden/")
    assert state_of(letter) == State.HELD


@pytest.mark.parametrize("part", ["freigeben/", "verwerfen/", "nochmal/"])
def test_nothing_is_decided_by_looking(desk, part):
    letter = letter_to(held=True)
    assert desk.get(of(letter, part)).status_code == 405
    assert desk.get(f"{LIST}stapel/").status_code in (404, 405)
    assert state_of(letter) == State.HELD


def test_who_may_do_what(administrator, clerk, department, reader):
    for verb in RIGHTS:
        assert [may(each, verb) for each in (administrator, clerk, department, reader)] == [
            True,
            True,
            False,
            False,
        ]


def test_an_unknown_letter_is_not_there(desk):
    assert desk.get(f"{LIST}unbekannt/").status_code == 404
    assert desk.post(f"{LIST}unbekannt/freigeben/").status_code == 404


def test_what_waits_is_counted(clerk):
    letter_to(held=True)
    letter_to("eva@lindenhagen.example")
    Letter.objects.filter(recipient__startswith="eva").update(state=State.BOUNCED)
    assert queries.waiting(clerk) == queries.Waiting(held=1, bounced=1, failed=0, unclear=0)


def test_every_state_has_words_and_a_badge():
    assert [badge(state).words for state in State] == [state.label for state in State]


class TestWithoutAMailServer:
    @pytest.fixture(autouse=True)
    def _no_mail_server(self, settings, tmp_path):
        settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
        settings.EMAIL_FILE_PATH = str(tmp_path)

    def test_releasing_does_not_claim_that_something_is_sent(self, desk):
        letter = letter_to(held=True)
        page = text(desk.get(of(letter)))
        assert "Diese Mail erreicht niemanden" in page
        assert "Freigeben und senden" not in page
        said = text(desk.post(of(letter, "freigeben/"), follow=True))
        assert (
            "Gesendet wird nichts, sie kommt als Datei in den Ordner „mails“ und erreicht niemanden." in said
        )
        assert "wird gesendet" not in said

    def test_nor_does_releasing_many(self, desk):
        for number in range(3):
            letter_to(f"a{number}@lindenhagen.example", held=True, batch="November")
        sent = {"stapel": "November", "schritt": "freigeben"}
        said = text(desk.post(f"{LIST}stapel/", sent, follow=True))
        assert "3 Mails sind freigegeben. Es ist kein Mailserver eingestellt: Gesendet wird nichts" in said
        assert "werden gesendet" not in said

    def test_nor_does_sending_again(self, desk):
        letter = letter_to()
        Letter.objects.filter(pk=letter.pk).update(state=State.FAILED)
        said = text(desk.post(of(letter, "nochmal/"), follow=True))
        assert "Gesendet wird nichts" in said
        assert "wird noch einmal gesendet" not in said

    def test_what_became_a_file_is_not_called_arrived(self, desk, work):
        letter = letter_to()
        work()
        assert state_of(letter) == State.SENT
        assert "hat vermutlich niemanden erreicht" in text(desk.get(of(letter)))
