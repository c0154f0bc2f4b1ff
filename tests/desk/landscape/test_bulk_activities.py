"""What many actors do in a field is entered, ended and taken back as one act."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.desk.landscape.many import ACTORS, chosen, done, seen, undo_of


@pytest.fixture
def others(manager, body) -> list[Actor]:
    return [actions.add_actor(manager, body, name=name) for name in ("Lindenschule", "Rat und Tat")]


def doing(row: Actor) -> list[tuple[str, str, bool, str]]:
    rows = row.activities.order_by("field__code", "role")
    return [(each.field.code, each.role, each.until is not None, each.source) for each in rows]


def test_activities_are_entered_for_many_actors_and_taken_back_as_one_act(
    desk, manager, association, others, vocabulary, language_field
):
    housing = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    actions.set_activity(
        manager, association, field=language_field, role="advises", since=clock.today(), source="Gespräch"
    )
    page, answer = done(
        desk, association, *others, activities_how="add", activity_fields=[language_field.pk, housing.pk],
        activity_role="advises", activity_source="Netzwerktreffen",
    )  # fmt: skip
    lines = {str(line.row): line.fields for line in page.context["rows"]}
    assert lines["Lindenschule"] == (
        ("Tätigkeiten", "nicht bekannt", f"{language_field} (berät); {housing} (berät)"),
    )
    assert lines[association.name][0][1] == f"{language_field} (berät)"
    both = [("sprache", "advises", False, "Netzwerktreffen"), ("wohnen", "advises", False, "Netzwerktreffen")]
    assert [doing(each) for each in others] == [both, both]
    assert doing(association) == [("sprache", "advises", False, "Gespräch"), both[1]]
    assert {each.fields_known for each in Actor.objects.all()} == {""}
    journal = Entry.objects.filter(verb="landscape.edit_many").get()
    assert (journal.actor, Entry.objects.filter(verb="actor.edit", subject=others[0].public_id).count()) == (
        manager,
        1,
    )
    past = desk.get(reverse("desk_landscape:actor", args=[others[0].public_id])).context["past"]
    source = "Quelle: Netzwerktreffen"
    assert past[0].after == f"{language_field} (berät, {source}); {housing} (berät, {source})"
    undo_of(desk, answer)
    assert [doing(each) for each in others] == [[], []]
    assert doing(association) == [("sprache", "advises", False, "Gespräch")]


def test_who_changed_an_activity_since_keeps_it_and_is_told(desk, manager, others, language_field):
    _, answer = done(
        desk, *others, activities_how="add", activity_fields=[language_field.pk], activity_role="leads"
    )
    actions.set_activity(manager, others[0], field=language_field, role="leads", source="Telefonat")
    batch = answer.text.split("rueckgaengig/")[1].split("/")[0]
    told = desk.post(reverse("desk_landscape:undo", args=[batch]), follow=True)
    assert "Inzwischen anders, deshalb so gelassen: Lindenschule: Tätigkeiten" in told.text
    assert [doing(each) for each in others] == [[("sprache", "leads", False, "Telefonat")], []]


def test_that_these_are_all_fields_is_said_for_many(desk, others, language_field):
    page, _ = done(
        desk, *others, activities_how="complete", activity_fields=[language_field.pk], activity_role="leads"
    )
    assert ("Liste der Handlungsfelder", "nicht bekannt", "das sind alle") in page.context["rows"][0].fields
    assert {each.fields_known for each in Actor.objects.filter(pk__in=[each.pk for each in others])} == {
        "all"
    }


def test_activities_end_today_in_any_role_and_go_on_when_they_are_entered_again(
    desk, manager, others, vocabulary, language_field
):
    for role in ("leads", "advises"):
        actions.set_activity(manager, others[0], field=language_field, role=role)
    page, _ = done(desk, *others, activities_how="end", activity_fields=[language_field.pk])
    assert [str(line.row) for line in page.context["rows"]] == ["Lindenschule"]
    assert [ended for _, _, ended, _ in doing(others[0])] == [True, True]
    done(desk, others[0], activities_how="add", activity_fields=[language_field.pk], activity_role="leads")
    assert [(role, ended) for _, role, ended, _ in doing(others[0])] == [("advises", True), ("leads", False)]


def test_what_actors_do_needs_a_field_a_role_and_the_word_what_to_do(desk, others, language_field):
    for asked, sentence in (
        ({"activity_fields": [language_field.pk]}, "was mit den angekreuzten"),
        ({"activities_how": "add", "activity_role": "leads"}, "mindestens eine ankreuzen"),
        ({"activities_how": "add", "activity_fields": [language_field.pk]}, "was die Akteure dort tun"),
        ({"activity_role": "leads"}, "was mit den Tätigkeiten"),
    ):
        assert sentence in desk.post(ACTORS, chosen(*others, ansehen="ja", **asked)).text


def test_a_department_enters_what_it_does_and_nobody_elses(
    department, manager, body, office, others, language_field
):
    own = actions.add_actor(manager, body, name="Fachbereich Soziales", organization=office)
    client = at_desk(department)
    asked = {"activities_how": "add", "activity_fields": [language_field.pk], "activity_role": "leads"}
    page = client.post(ACTORS, chosen(own, others[0], ansehen="ja", **asked))
    assert [str(row) for row, _ in page.context["plan"].refused] == ["Lindenschule"]
    client.post(
        ACTORS, {**seen(page), "gesehen": [f"{row.public_id}:{row.revision}" for row in (own, others[0])]}
    )
    assert (len(doing(own)), doing(others[0])) == (1, [])


def test_more_actors_take_no_more_queries_to_look_at(desk, manager, others, body, language_field):
    def look(*rows: Actor) -> int:
        asked = {"activities_how": "add", "activity_fields": [language_field.pk], "activity_role": "leads"}
        with CaptureQueriesContext(connection) as captured:
            desk.post(ACTORS, chosen(*rows, ansehen="ja", **asked))
        return len(captured)

    few = look(others[0])
    more = [actions.add_actor(manager, body, name=f"Treff {number}") for number in range(4)]
    assert look(*others, *more) == few
