"""Languages, target groups and fields of many offers: added, said to be all, or replaced."""

from __future__ import annotations

from django.urls import reverse

from tests.desk.landscape.many import OFFERS, chosen, done, languages, undo_of


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
