"""Accepting and declining: once, with the change, or not at all."""

from __future__ import annotations

import pytest

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Person
from ratslinde.desk.inbox import actions
from ratslinde.desk.inbox.rights import RIGHTS
from ratslinde.desk.inbox.showing import stand
from ratslinde.inbox import kinds, queries, receive
from ratslinde.inbox.models import Submission
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.verbs import may
from tests.inbox.at_once import all_at_once


def seen(row: Submission) -> str:
    return stand(queries.lines(row))


def state(row: Submission) -> str:
    return Submission.objects.get(pk=row.pk).state


def test_accepting_all_changes_the_entry_and_the_journal_says_both(clerk, submission, person):
    actions.accept(clerk, submission, seen=seen(submission))
    person.refresh_from_db()
    assert (person.phone, person.email) == ("02599 10-77", "alma@lindenhagen.example")
    assert state(submission) == "taken_over"
    entries = list(Entry.objects.filter(verb__in=["inbox.accept", "person.edit"]).order_by("-pk")[:2])
    assert [(entry.verb, entry.actor) for entry in entries] == [
        ("inbox.accept", clerk),
        ("person.edit", clerk),
    ]
    assert entries[0].subject == submission.public_id
    assert "lindenhagen.example" not in str([vars(entry) for entry in entries])


def test_accepting_some_leaves_the_others_and_keeps_which(clerk, submission, person):
    actions.accept(clerk, submission, seen=seen(submission), fields=["phone"])
    person.refresh_from_db()
    assert (person.phone, person.email) == ("02599 10-77", "")
    assert Submission.objects.get().reason == "nicht übernommen: E-Mail"


@pytest.mark.parametrize("fields", [[], ["family_name"], ["revision"], ["phone", "publication"]])
def test_nothing_chosen_and_what_was_not_offered_is_refused(clerk, submission, person, fields):
    with pytest.raises(Refused):
        actions.accept(clerk, submission, seen=seen(submission), fields=fields)
    person.refresh_from_db()
    assert (person.phone, state(submission)) == ("02599 10-1", "new")


def test_what_was_seen_must_be_what_is_accepted(clerk, submission, person):
    before = seen(submission)
    bodies.edit_person(clerk, person, changes={"phone": "02599 10-5"}, revision=person.revision)
    with pytest.raises(Conflict, match="inzwischen geändert"):
        actions.accept(clerk, submission, seen=before)
    assert Person.objects.get().phone == "02599 10-5"
    assert state(submission) == "new"


def test_when_the_matter_refuses_nothing_is_decided(clerk, person):
    receive.submit("person.update", {"family_name": " ", "phone": "02599 10-9"}, about=person.public_id)
    row = Submission.objects.get()
    with pytest.raises(Refused, match="Nachnamen"):
        actions.accept(clerk, row, seen=seen(row))
    assert (Person.objects.get().phone, state(row)) == ("02599 10-1", "new")


def test_when_the_decision_fails_the_matter_has_not_changed(clerk, submission, monkeypatch):
    def fail(*_args, **_more):
        raise Refused("Nein.")

    monkeypatch.setattr("ratslinde.inbox.deciding.take_over", fail)
    with pytest.raises(Refused):
        actions.accept(clerk, submission, seen=seen(submission))
    assert Person.objects.get().phone == "02599 10-1"


def test_a_hint_is_taken_over_whole(administrator, hint):
    actions.accept(administrator, hint, seen=seen(hint), fields=[])
    assert state(hint) == "taken_over"


def test_declining_keeps_the_reason_and_changes_nothing(clerk, submission):
    actions.decline(clerk, submission, reason="Nicht von der Person selbst.")
    assert Person.objects.get().phone == "02599 10-1"
    assert (
        Submission.objects.get().reason == Entry.objects.latest("pk").reason == "Nicht von der Person selbst."
    )


def test_two_people_accept_at_once_and_the_second_is_told(shared_database, clerk, second_clerk, submission):
    mark = seen(submission)
    failures = all_at_once(
        lambda: actions.accept(clerk, submission, seen=mark),
        lambda: actions.accept(second_clerk, Submission.objects.get(), seen=mark),
    )
    assert [type(failure) for failure in failures] == [Conflict]
    row = Submission.objects.select_related("decided_by").get()
    assert f"{row.decided_by.name} hat das am" in str(failures[0])
    assert Person.objects.get().revision == 2
    assert Entry.objects.filter(verb="inbox.accept").count() == 1


def test_accepting_and_declining_at_once_ends_as_one_of_them(
    shared_database, clerk, second_clerk, submission
):
    mark = seen(submission)
    failures = all_at_once(
        lambda: actions.accept(clerk, submission, seen=mark),
        lambda: actions.decline(second_clerk, Submission.objects.get(), reason="Nein."),
    )
    assert [type(failure) for failure in failures] == [Conflict]
    changed = Person.objects.get().phone == "02599 10-77"
    assert changed is (state(submission) == "taken_over")


@pytest.mark.parametrize(
    ("role", "of_people", "of_town"),
    [
        ("administrator", True, True),
        ("clerk", True, False),
        ("reader", False, False),
        ("department", False, False),
    ],
)
def test_who_may_make_the_change_decides_and_nobody_else(role, of_people, of_town, request, submission, hint):
    actor = request.getfixturevalue(role)
    for verb in ("inbox.read", "inbox.accept", "inbox.decline"):
        assert may(actor, verb, submission) is of_people
        assert may(actor, verb, hint) is of_town
        assert may(actor, verb) is (of_people or of_town)
    assert may(actor, "counts.read", kinds.counted_kind("offer.search")) is of_people


def test_a_role_with_the_right_over_some_subjects_only_does_not_see_what_others_sent(department, db):
    kinds.register(
        kinds.Kind(
            **{
                **{
                    name: getattr(kinds.kind("town.hint"), name)
                    for name in ("label", "payload", "show", "accept")
                },
                "name": "paper.hint",
                "right": "paper.edit",
            }
        )
    )
    assert may(department, "paper.edit")
    assert not may(department, "inbox.read")


def test_without_any_kind_nobody_has_a_right(administrator, monkeypatch):
    monkeypatch.setattr(kinds, "_KINDS", {})
    monkeypatch.setattr(kinds, "_COUNTED", {})
    assert not any(may(administrator, verb) for verb in RIGHTS)


def test_a_clerk_cannot_decide_what_only_the_administration_does(clerk, hint):
    with pytest.raises(Forbidden):
        actions.accept(clerk, hint, seen=seen(hint))
    with pytest.raises(Forbidden):
        actions.decline(clerk, hint, reason="x")
    assert state(hint) == "new"
