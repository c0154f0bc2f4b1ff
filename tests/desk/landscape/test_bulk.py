"""The same change to many rows: looked at before it is made, made as one act, and taken back as one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, FieldChange, Offer
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def paid(manager, association) -> Offer:
    """An offer that cannot simply be said to be free: it has a price."""
    return actions.add_offer(manager, association, name="Elterngruppe", cost="paid", cost_amount="5.00")


@pytest.fixture
def public(manager, association, cafe) -> Offer:
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    return Offer.objects.get(pk=cafe.pk)


def chosen(*rows: Offer | Actor, **asked: str) -> dict[str, object]:
    return {"zeile": [row.public_id for row in rows], **asked}


def seen(page) -> dict[str, object]:
    """What the page of the plan would send on."""
    kept: dict[str, list[str]] = {}
    for name, value in page.context["kept"]:
        kept.setdefault(name, []).append(value)
    return {
        "zeile": [row.public_id for row in page.context["chosen"]],
        "gesehen": [line.seen for line in page.context["rows"]],
        **kept,
        "ausfuehren": "ja",
    }


OFFERS = "/schreibtisch/integration/angebote/sammeln/"
ACTORS = "/schreibtisch/integration/akteure/sammeln/"


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


def languages(row: Offer) -> tuple[list[tuple[str, bool]], bool]:
    row = Offer.objects.get(pk=row.pk)
    return [(each.code, each.interpreted) for each in row.languages.all()], row.languages_known


def done(desk, *rows: Offer | Actor, **asked: object):
    address = ACTORS if isinstance(rows[0], Actor) else OFFERS
    page = desk.post(address, chosen(*rows, ansehen="ja", **asked))
    return page, desk.post(address, seen(page), follow=True)


def test_an_added_language_does_not_make_an_unknown_list_complete(desk, cafe, paid):
    page, answer = done(desk, cafe, paid, languages=["tr", "ar"], languages_how="add")
    lines = {str(line.row): line.fields for line in page.context["rows"]}
    assert lines["Elterngruppe"] == (("Sprachen", "nicht bekannt", "Arabisch, Türkisch"),)
    assert lines["Sprachcafé"] == (
        ("Sprachen", "Deutsch, Arabisch (gedolmetscht)", "Arabisch, Türkisch, Deutsch"),
    )
    assert languages(paid) == ([("ar", False), ("tr", False)], False)
    assert languages(cafe) == ([("ar", False), ("de", False), ("tr", False)], True)
    shown = desk.get(reverse("desk_landscape:offer", args=[paid.public_id])).text
    assert "Türkisch" in shown
    assert "vielleicht weitere" in shown
    desk.post(reverse("desk_landscape:undo", args=[answer.text.split("rueckgaengig/")[1].split("/")[0]]))
    assert languages(paid) == ([], False)
    assert languages(cafe) == ([("de", False), ("ar", True)], True)


def test_who_says_that_these_are_all_makes_the_list_complete_and_undo_makes_it_unknown_again(desk, paid):
    page, answer = done(desk, paid, languages=["tr"], languages_how="complete")
    assert ("Liste der Sprachen ist vollständig", "nein", "ja") in page.context["rows"][0].fields
    assert languages(paid) == ([("tr", False)], True)
    desk.post(reverse("desk_landscape:undo", args=[answer.text.split("rueckgaengig/")[1].split("/")[0]]))
    assert languages(paid) == ([], False)


def test_languages_that_are_replaced_leave_those_that_are_interpreted(desk, cafe):
    done(desk, cafe, languages=["tr"], languages_how="replace")
    assert languages(cafe) == ([("tr", False), ("ar", True)], True)


def test_a_language_that_stands_there_changes_nothing(desk, cafe):
    page = desk.post(OFFERS, chosen(cafe, languages=["de"], languages_how="add", ansehen="ja"))
    assert "Es würde sich nichts ändern." in page.text


def test_boxes_and_what_to_do_with_them_belong_together(desk, cafe, vocabulary):
    group = vocabulary["zielgruppe"].terms.first()
    for asked in (
        {"languages": ["tr"]},
        {"action_fields": [vocabulary["handlungsfeld"].terms.first().pk]},
        {"groups": [group.pk]},
        {"groups": [group.pk], "groups_how": "everyone"},
    ):
        assert "was mit den angekreuzten" in desk.post(OFFERS, chosen(cafe, ansehen="ja", **asked)).text
    for asked in ({"languages_how": "add"}, {"groups_how": "replace"}):
        assert "mindestens eine ankreuzen" in desk.post(OFFERS, chosen(cafe, ansehen="ja", **asked)).text
    strange = desk.post(OFFERS, chosen(cafe, ansehen="ja", languages=["klingonisch"], languages_how="add"))
    assert "field-wrong" in strange.text


def test_target_groups_and_area_of_many(desk, cafe, paid, vocabulary):
    first, second = vocabulary["zielgruppe"].terms.all()[:2]
    page, _ = done(desk, cafe, paid, groups=[first.pk], groups_how="complete", area="town")
    lines = {str(line.row): line.fields for line in page.context["rows"]}
    assert lines["Sprachcafé"] == (("Gilt für", "bestimmte Sozialräume", "die ganze Kommune"),)
    assert ("Für wen", "nicht bekannt", "bestimmte Zielgruppen") in lines["Elterngruppe"]
    done(desk, paid, groups=[second.pk], groups_how="add")
    assert set(paid.groups.all()) == {first, second}
    paid.refresh_from_db()
    assert paid.groups_known == "listed"
    done(desk, paid, groups=[second.pk], groups_how="replace")
    assert set(paid.groups.all()) == {second}
    done(desk, paid, groups_how="everyone")
    paid.refresh_from_db()
    assert (paid.groups_known, paid.area, list(paid.groups.all())) == ("everyone", "town", [])


def test_an_added_group_does_not_make_an_unknown_list_complete(desk, paid, vocabulary):
    first, second = vocabulary["zielgruppe"].terms.all()[:2]
    for group in (first, second):
        done(desk, paid, groups=[group.pk], groups_how="add")
    paid.refresh_from_db()
    assert (paid.groups_known, set(paid.groups.all())) == ("", {first, second})


def undo_of(desk, answer) -> None:
    desk.post(reverse("desk_landscape:undo", args=[answer.text.split("rueckgaengig/")[1].split("/")[0]]))


def test_an_added_field_does_not_make_an_unknown_list_of_fields_complete(desk, cafe, paid, vocabulary):
    field = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    _, answer = done(desk, cafe, paid, action_fields=[field.pk], fields_how="add")
    cafe.refresh_from_db(), paid.refresh_from_db()
    assert ([each.code for each in paid.fields.all()], paid.fields_known) == (["wohnen"], False)
    assert ({each.code for each in cafe.fields.all()}, cafe.fields_known) == ({"sprache", "wohnen"}, True)
    undo_of(desk, answer)
    done(desk, paid, action_fields=[field.pk], fields_how="complete")
    paid.refresh_from_db()
    assert paid.fields_known


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
