"""The pages of the inbox, role by role."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Person
from ratslinde.desk.inbox import actions
from ratslinde.desk.inbox.urls import urlpatterns
from ratslinde.inbox import forgetting, receive
from ratslinde.inbox.models import Counted, Submission
from ratslinde.kernel.errors import Forbidden
from tests.desk.conftest import at_desk
from tests.inbox.conftest import NOW

LIST = "/schreibtisch/eingang/"
COUNTS = f"{LIST}gezaehlt/"


def address(row: Submission) -> str:
    return reverse("desk_inbox:submission", args=[row.public_id])


def decide(client: Client, row: Submission, decision: str, **values: object):
    shown = client.get(address(row))
    data = {"entscheidung": decision, "stand": shown.context["stand"], **values}
    return client.post(address(row), data, follow=True)


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("role", "people", "town"),
    [("administrator", 200, 200), ("clerk", 200, 403), ("reader", 403, 403), ("department", 403, 403)],
)
def test_every_page_for_every_role(role, people, town, request, submission, hint):
    assert {pattern.name for pattern in urlpatterns} == {"submissions", "submission", "counts", "counts_csv"}
    client = at_desk(request.getfixturevalue(role))
    assert client.get(LIST).status_code == people
    assert client.get(COUNTS).status_code == people
    assert client.get(address(submission)).status_code == people
    assert client.get(address(hint)).status_code == town
    if town == 403:
        assert client.post(address(hint), {"entscheidung": "ablehnen", "reason": "x"}).status_code == 403
        assert "stimmt" not in text(client.get(address(hint)))
        assert Submission.objects.get(pk=hint.pk).state == "new"


def test_a_stranger_is_led_to_sign_in(submission):
    for page in (LIST, COUNTS, address(submission)):
        answer = Client().get(page)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/anmelden/")


def test_the_desk_keeps_its_csrf_token(clerk, submission):
    client = Client(enforce_csrf_checks=True)
    client.cookies = at_desk(clerk).cookies
    answer = client.post(address(submission), {"entscheidung": "ablehnen", "reason": "x"})
    assert answer.status_code == 403
    assert Submission.objects.get().state == "new"


def test_the_list_shows_what_waits_for_this_person_only(clerk, submission, hint):
    page = text(at_desk(clerk).get(LIST))
    assert "Angaben zur Person" in page
    assert "Beispiel" in page
    assert "Hinweis zur Kommune" not in page


def test_the_navigation_offers_the_inbox_to_who_may_read_it(clerk, reader, submission):
    labels = [link.label for link in at_desk(clerk).get("/schreibtisch/").context["frame"].navigation]
    assert "Eingang" in labels
    labels = [link.label for link in at_desk(reader).get("/schreibtisch/").context["frame"].navigation]
    assert "Eingang" not in labels


def test_a_list_of_three_takes_as_many_queries_as_a_list_of_one(clerk, body, submission):
    client = at_desk(clerk)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for number in range(2):
        other = bodies.add_person(clerk, body, family_name=f"Muster{number}")
        receive.submit("person.update", {"family_name": "Anders"}, about=other.public_id)
    with CaptureQueriesContext(connection) as three:
        page = text(client.get(LIST))
    assert "Muster1" in page
    assert len(three) == len(one)


def test_the_list_can_be_narrowed_to_a_kind_and_to_what_was_decided(administrator, submission, hint):
    client = at_desk(administrator)
    assert [row.pk for row, _, _ in client.get(LIST, {"art": "town.hint"}).context["lines"]] == [hint.pk]
    assert client.get(LIST, {"art": "quatsch"}).context["lines"] == []
    decide(client, hint, "ablehnen", reason="Stimmt.")
    assert [row.pk for row, _, _ in client.get(LIST).context["lines"]] == [submission.pk]
    decided = client.get(LIST, {"stand": "entschieden"})
    assert [row.pk for row, _, _ in decided.context["lines"]] == [hint.pk]
    assert "abgelehnt" in text(decided)


def test_one_submission_is_shown_as_a_difference(clerk, submission):
    page = text(at_desk(clerk).get(address(submission)))
    assert "<del>1</del>" in page
    assert "<ins>77</ins>" in page
    assert "<ins>alma@lindenhagen.example</ins>" in page
    assert page.count('name="feld"') == 2
    assert "unverändert" in page
    assert f"/schreibtisch/personen/{submission.about}/" in page


def test_what_was_sent_in_is_text_and_never_markup(administrator, hint):
    page = text(at_desk(administrator).get(address(hint)))
    assert "Die Adresse &lt;b&gt;stimmt&lt;/b&gt; nicht." in page


def test_accepting_all_from_the_page(clerk, submission):
    answer = decide(at_desk(clerk), submission, "alles")
    assert "Übernommen." in text(answer)
    assert Person.objects.get().email == "alma@lindenhagen.example"


def test_accepting_what_was_ticked(clerk, submission):
    decide(at_desk(clerk), submission, "auswahl", feld=["email"])
    person = Person.objects.get()
    assert (person.phone, person.email) == ("02599 10-1", "alma@lindenhagen.example")


def test_accepting_without_a_tick_says_what_to_do(clerk, submission):
    answer = decide(at_desk(clerk), submission, "auswahl")
    assert "mindestens eine Angabe" in text(answer)
    assert Submission.objects.get().state == "new"


@pytest.mark.parametrize("decision", ["", "quatsch"])
def test_no_decision_is_no_decision(clerk, submission, decision):
    assert "was mit der Meldung geschehen soll" in text(decide(at_desk(clerk), submission, decision))
    assert Submission.objects.get().state == "new"


def test_declining_without_a_reason_asks_for_one(clerk, submission):
    client = at_desk(clerk)
    assert "Bitte einen Grund angeben" in text(decide(client, submission, "ablehnen", reason=" "))
    assert "Abgelehnt" in text(decide(client, submission, "ablehnen", reason="Falsch."))


def test_the_second_of_two_people_reads_who_was_first(clerk, second_clerk, submission):
    second = at_desk(second_clerk)
    mark = second.get(address(submission)).context["stand"]
    decide(at_desk(clerk), submission, "alles")
    answer = second.post(address(submission), {"entscheidung": "alles", "stand": mark}, follow=True)
    assert "clerk hat das am" in text(answer)
    assert "Schon entschieden" in text(answer)


def test_a_decided_submission_says_when_its_content_goes_and_that_it_went(clerk, submission, later):
    client = at_desk(clerk)
    decide(client, submission, "alles")
    assert "Der Inhalt wird am 03.06.2026 gelöscht" in text(client.get(address(submission)))
    Submission.objects.update(erase_on="2026-05-04")
    forgetting.forget_decided()
    assert "Der Inhalt ist gelöscht" in text(client.get(address(submission)))


def test_a_value_that_cannot_be_read_any_more_can_still_be_declined(clerk, submission):
    Submission.objects.update(payload='{"size": 1}')
    client = at_desk(clerk)
    page = client.get(address(submission))
    assert "früheren Version" in text(page)
    assert 'value="alles"' not in text(page)
    client.post(address(submission), {"entscheidung": "ablehnen", "reason": "Veraltet."})
    assert Submission.objects.get().state == "declined"


def test_what_is_about_something_that_is_gone_can_still_be_declined(clerk, submission, person):
    person.delete()
    client = at_desk(clerk)
    page = client.get(address(submission))
    assert "gibt es nicht mehr" in text(page)
    assert 'value="alles"' not in text(page)
    client.post(address(submission), {"entscheidung": "ablehnen", "reason": "Weg."})
    assert Submission.objects.get().state == "declined"


def test_small_counts_are_shown_at_the_desk(clerk, db):
    receive.count("offer.search", "Schwimmkurs", filters={"language": "uk"})
    page = text(at_desk(clerk).get(COUNTS))
    assert "schwimmkurs" in page
    assert "Sprache: uk" in page


def test_an_unknown_submission_is_not_there(clerk, body):
    assert at_desk(clerk).get(f"{LIST}unbekannt/").status_code == 404


def test_what_somebody_took_over_in_part_is_not_declined_as_a_whole(clerk, submission):
    """Who still has the whole of it before them is told, and sees what is left."""
    client = at_desk(clerk)
    seen = re.search(r'name="fassung" value="([0-9a-f]{64})"', text(client.get(address(submission))))[1]
    Submission.objects.update(sha256="0" * 64)  # as `deciding.leave` does with what is left
    given = {"entscheidung": "ablehnen", "reason": "Falsch.", "fassung": seen}
    answer = client.post(address(submission), given, follow=True)
    assert "Ein Teil davon ist inzwischen übernommen worden" in text(answer)
    assert Submission.objects.get().state == "new"


START = "/schreibtisch/"


def test_the_start_page_names_what_waits_too_long_and_when_it_is_deleted(clerk, submission, later):
    client = at_desk(clerk)
    later(days=13)
    Submission.objects.update(received_at=NOW)
    assert "wartet etwas zu lange" not in text(client.get(START))
    later(days=2)
    page = text(client.get(START))
    assert "1 Meldung ist noch nicht entschieden" in page
    assert "seit dem 04.05.2026" in page
    assert "löscht Ratslinde sie am 31.10.2026" in page
    decide(client, submission, "ablehnen", reason="Falsch.")
    assert "wartet etwas zu lange" not in text(client.get(START))


def test_who_decides_nothing_is_not_reminded(reader, submission, later):
    Submission.objects.update(received_at=NOW)
    later(days=60)
    assert "wartet etwas zu lange" not in text(at_desk(reader).get(START))


def test_nobody_at_the_desk_can_delete_by_the_period(administrator, submission):
    with pytest.raises(Forbidden):
        actions.expire(administrator, submission, reason="Weg damit")
    assert Submission.objects.exists()


def test_counts_can_be_narrowed_to_a_value_of_a_filter_and_not_to_the_beginning_of_one(clerk, db):
    for words, filters in (("ja", {"language": "uk"}), ("nein", {"language": "ukx"}), ("auch", {})):
        receive.count("offer.search", words, filters=filters)
    page = text(at_desk(clerk).get(f"{COUNTS}?filter=language&wert=uk"))
    assert ("<td>ja" in page or ">ja</th>" in page, ">nein</th>" in page, ">auch</th>" in page) == (
        True,
        False,
        False,
    )


def test_counts_as_a_table_run_no_formula(clerk, db):
    for _ in range(2):
        receive.count("offer.search", "-2+3", filters={"language": "uk"})
    Counted.objects.update(words="=2+3")
    table = at_desk(clerk).get(f"{LIST}gezaehlt.csv").content.decode()
    assert table.startswith("\ufeffWas gezählt wurde;Wörter;Filter;Anzahl;")
    assert ";'=2+3;Sprache: uk;2;" in table
