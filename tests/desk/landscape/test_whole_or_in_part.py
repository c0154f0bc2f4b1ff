"""Lists that name all there are, lists that name some, and lists in which nothing stands."""

from __future__ import annotations

from ratslinde.desk import words
from ratslinde.integration.keeping import links
from ratslinde.integration.landscape.models import Offer
from tests.desk.landscape.entering import sent, url


def test_who_is_not_sure_takes_the_tick_away_and_the_list_is_not_whole(desk, cafe, vocabulary):
    """The tick stands where the list is whole; without it what is not named stays unknown, in all three lists."""
    address, group = url("edit_offer", cafe.public_id), vocabulary["zielgruppe"].terms.first()
    sent(desk, address, groups=[str(group.pk)], groups_known="listed")
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (True, True, "listed")
    sent(desk, address, fields_all=None, languages_all=None, groups_all=None)
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (False, False, "")
    assert (cafe.fields.count(), cafe.groups.count(), cafe.languages.count()) == (1, 1, 2)
    assert desk.get(url("offer", cafe.public_id)).text.count("vielleicht weitere") == 3
    for name in ("fields", "languages", "groups"):
        assert "Sprachcafé" in desk.get(url("offers") + f"?unbekannt={name}").text
    form = desk.get(address).context["form"]
    assert [form[f"{name}_all"].value() for name in ("fields", "languages", "groups")] == [False] * 3
    sent(desk, address)
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (False, False, "")
    sent(desk, address, fields_all="on", languages_all="on", groups_all="on")
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (True, True, "listed")


def test_a_list_in_which_nothing_stands_is_unknown_whatever_its_tick_says(desk, association, cafe):
    sent(desk, url("new_offer", association.public_id), name="Kurs")
    course = Offer.objects.get(name="Kurs")
    assert (course.fields_known, course.languages_known, course.groups_known) == (False, False, "")
    sent(desk, url("edit_offer", cafe.public_id), fields=[], languages=[], interpreted=[])
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known) == (False, False)


def test_a_language_more_without_the_tick_does_not_make_the_list_whole(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    sent(desk, address, languages=["de", "tr"], languages_all=None)
    cafe.refresh_from_db()
    assert (cafe.languages.count(), cafe.languages_known) == (3, False)


def test_whether_an_actors_fields_are_all_named_is_a_choice_with_unknown(desk, association):
    address = url("edit_actor", association.public_id)
    form = desk.get(address).context["form"]
    assert [value for value, _ in form.fields["fields_known"].choices] == ["", "all", "more"]
    sent(desk, address, fields_known="more")
    assert "Es gibt weitere Handlungsfelder" in desk.get(url("actor", association.public_id)).text
    sent(desk, address, fields_known="")
    association.refresh_from_db()
    assert association.fields_known == ""
    past = desk.get(url("actor", association.public_id)).context["past"]
    assert [(each.before, each.after) for each in past] == [
        ("es gibt weitere, die hier fehlen", "nicht bekannt"),
        ("nicht bekannt", "es gibt weitere, die hier fehlen"),
    ]


def test_whether_an_actors_languages_are_all_named_is_a_choice_with_unknown(desk, association):
    address, page = url("edit_actor", association.public_id), url("actor", association.public_id)
    assert [value for value, _ in desk.get(address).context["form"].fields["languages_known"].choices] == [
        "",
        "all",
        "more",
    ]
    sent(desk, address, languages=["de"], languages_known="more")
    assert "vielleicht weitere" in desk.get(page).text
    link = links.new_link(association)[1]
    assert "Deutsch (vielleicht weitere)" in desk.get(f"/eintrag/{link}/").text
    sent(desk, address, languages_known="all")
    assert "vielleicht weitere" not in desk.get(page).text
    assert "Sind das alle Sprachen?" in {
        words.field("Actor", each.field) for each in desk.get(page).context["past"]
    }
