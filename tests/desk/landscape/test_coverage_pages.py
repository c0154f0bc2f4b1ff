"""The coverage matrix at the desk."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from ratslinde.inbox import receive
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import CoverageRule, NotIntended, Term
from ratslinde.kernel import clock
from tests.council.cast import account
from tests.desk.conftest import at_desk
from tests.desk.filling import fill
from tests.printing.structure import text


@pytest.fixture(autouse=True)
def _one_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2026, 11, 22))


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def known(manager, association, cafe):
    """The café is public and its actor has answered."""
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    association.refresh_from_db()
    actions.confirm_actor(manager, association, by="Vorstand", on=datetime.date(2026, 8, 1))
    return cafe


def cells(page) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (field.name, cell["column"]): (cell["state"].words, cell["counts"])
        for field, _, row in page.context["rows"]
        for cell in row
    }


def address(field, **more: str) -> str:
    return (
        reverse("desk_coverage:cell")
        + f"?feld={field.public_id}"
        + "".join(f"&{key}={value}" for key, value in more.items())
    )


class TestMatrix:
    def test_it_shows_every_field_in_every_space_and_what_stands_there(self, desk, known, south):
        found = cells(desk.get(reverse("desk_coverage:matrix")))
        assert len(found) == 12 * 3
        assert found["Sprache", "Nordviertel"] == ("Fragil", "1 vor Ort")
        assert found["Sprache", "Südstadt"] == ("Lücke", "")
        assert found["Sprache", "alle"] == ("Fragil", "1 vor Ort")
        assert found["Wohnen und Quartier", "Nordviertel"] == ("Nicht erhoben", "")

    def test_an_actor_that_may_be_active_there_is_named_apart(
        self, desk, manager, body, known, language_field
    ):
        """Its fields are not all named: the head of the row says so, and the opened cell asks it as well."""
        actions.add_actor(manager, body, name="Rat und Tat", fields_known="more")
        assert "Antworten: 1 von 1, unklar bei 1" in desk.get(reverse("desk_coverage:matrix")).text
        assert "Rat und Tat" in desk.get(address(language_field)).text

    def test_it_drills_down_by_group_and_language(self, desk, known, vocabulary):
        families = vocabulary["zielgruppe"].terms.get(code="familien")
        page = desk.get(reverse("desk_coverage:matrix"), {"gruppe": families.public_id, "sprache": "ar"})
        assert cells(page)["Sprache", "Nordviertel"] == ("Fragil", "1 vor Ort · 1 davon gedolmetscht")
        assert "Zielgruppe: Familien, Sprache: Arabisch" in page.text
        columns = desk.get(reverse("desk_coverage:matrix"), {"spalten": "sprache"})
        assert cells(columns)["Sprache", "Türkisch"][0] == "Lücke"

    def test_each_cell_is_a_link_with_its_state_in_words_and_its_heads_have_a_scope(self, desk, known):
        page = desk.get(reverse("desk_coverage:matrix")).text
        assert page.count('scope="row"') == 12
        assert "Sprache, Nordviertel: " in page
        assert 'href="/schreibtisch/integration/abdeckung/zelle/?feld=' in page

    def test_three_offers_take_as_many_queries_as_one(
        self, desk, manager, known, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(40) as one:
            desk.get(reverse("desk_coverage:matrix"))
        for name in ("Zweites", "Drittes"):
            actions.add_offer(manager, known.actor, name=name, fields=list(known.fields.all()))
        with django_assert_max_num_queries(len(one.captured_queries)):
            desk.get(reverse("desk_coverage:matrix"))

    def test_a_value_that_the_town_does_not_have_is_not_there(self, desk, known):
        assert desk.get(reverse("desk_coverage:matrix"), {"gruppe": "erfunden"}).status_code == 404
        assert desk.get(reverse("desk_coverage:cell"), {"feld": "erfunden"}).status_code == 404


class TestCell:
    def test_it_says_why_with_numbers_and_limits(self, desk, known, language_field, north):
        page = desk.get(address(language_field, raum=north.public_id)).text
        assert "Nur ein Anbieter hält hier etwas vor (1 Angebot)." in page
        assert "Sprachcafé" in page
        assert "Der einzige bekannte Akteur des Feldes hat in den letzten 18 Monaten geantwortet" in page
        assert "bestätigt 01.08.2026" in page

    def test_drafts_and_who_has_not_answered_are_named(self, desk, cafe, language_field):
        page = desk.get(address(language_field)).text
        assert "Nicht erhoben" in page
        assert "Entwürfe, die passen würden" in page
        assert "noch nie gefragt" in page
        assert "Mindestens einen der Akteure ohne Antwort fragen" in page

    def test_an_unclear_offer_says_what_is_missing(self, desk, manager, known, language_field, south):
        known.refresh_from_db()
        actions.edit_offer(manager, known, changes={"area": ""}, revision=known.revision)
        page = desk.get(address(language_field, raum=south.public_id)).text
        assert "Gebiet nicht angegeben" in page
        assert "1 Angebot könnte passen" in page

    def test_it_is_marked_as_not_intended_with_a_reason_and_unmarked(
        self, desk, known, language_field, south
    ):
        where = {"feld": language_field.public_id, "raum": south.public_id}
        missing = desk.post(reverse("desk_coverage:mark"), where)
        assert "Dieses Feld ist zwingend erforderlich." in missing.text
        answer = desk.post(
            reverse("desk_coverage:mark"), {**where, "reason": "Das macht der Kreis."}, follow=True
        )
        assert "Hier ist kein Angebot vorgesehen: Das macht der Kreis." in answer.text
        assert "Das macht der Kreis." in desk.get(reverse("desk_coverage:limits")).text
        mark = NotIntended.objects.get()
        answer = desk.post(reverse("desk_coverage:unmark", args=[mark.public_id]), follow=True)
        assert "Lücke" in answer.text
        assert not NotIntended.objects.exists()


class TestLimits:
    def test_the_town_sets_its_limits_from_a_day_on(self, desk, known):
        page = reverse("desk_coverage:limits")
        assert "Noch nichts festgelegt" in desk.get(page).text
        assert fill(desk, page, completeness=75, valid_from="2026-11-01").status_code == 302
        rule = CoverageRule.objects.get()
        assert (rule.completeness, rule.asked_months) == (0.75, 18)
        assert "75 %" in desk.get(reverse("desk_coverage:matrix")).text
        fill(desk, page, completeness=90, valid_from="2026-12-01")
        assert "90 %" not in desk.get(reverse("desk_coverage:matrix")).text

    def test_a_share_over_a_hundred_is_refused_at_its_field(self, desk, known):
        answer = fill(desk, reverse("desk_coverage:limits"), completeness=130)
        assert "kleiner oder gleich 100" in answer.text
        assert not CoverageRule.objects.exists()

    def test_a_reader_looks_and_decides_nothing(self, reader, known, language_field):
        client = at_desk(reader)
        assert "Neu festlegen" not in client.get(reverse("desk_coverage:limits")).text
        assert "Vermerken" not in client.get(address(language_field)).text
        where = {"feld": language_field.public_id, "reason": "Ich"}
        assert client.post(reverse("desk_coverage:mark"), where).status_code == 403
        assert fill(client, reverse("desk_coverage:limits"), completeness=10).status_code == 403


class TestImprovements:
    def test_it_names_whom_to_ask_first(self, desk, cafe):
        page = desk.get(reverse("desk_coverage:improvements")).text
        assert "Angebote veröffentlichen: einen Entwurf" in page
        assert "Zu „Sprache“ einen Akteur fragen" in page
        assert "Herausfinden, wer zu „Wohnen und Quartier“ aktiv ist" in page


class TestFiles:
    def test_a_table_for_excel_and_one_for_programs(self, desk, known):
        excel = desk.get(reverse("desk_coverage:matrix_csv")).content.decode()
        assert excel.startswith("\ufeffHandlungsfeld;Sozialraum;")
        assert "Sprache;Nordviertel;alle;alle;FRAGIL;1;0;0;0;0;0;1;1;1,0;0,6;2026-11-22" in excel
        plain = desk.get(reverse("desk_coverage:matrix_csv"), {"form": "technisch"}).content.decode()
        assert "Sprache,Nordviertel,alle,alle,FRAGIL,1,0,0,0,0,0,1,1,1.0,0.6,2026-11-22" in plain
        assert "Wohnen und Quartier,Nordviertel,alle,alle,NICHT ERHOBEN,0,0,0,0,0,0,0,0,,0.6," in plain

    def test_a_page_for_a_report(self, desk, known):
        answer = desk.get(reverse("desk_coverage:matrix_pdf"))
        assert answer["Content-Disposition"] == 'attachment; filename="2026-11-22_abdeckung.pdf"'
        shown = text(answer.content)
        for part in (
            "Abdeckung: Handlungsfelder nach Sozialräumen",
            "Fragil",
            "60 % der bekannten Akteure",
            "Quelle:",
        ):
            assert part in shown


class TestWhoIsActive:
    def test_roles_and_offers_stand_there_and_what_hangs_on_one_is_marked(
        self, desk, manager, association, cafe, language_field
    ):
        actions.set_activity(manager, association, field=language_field, role="advises")
        page = desk.get(reverse("desk_coverage:activities"))
        assert "berät, bietet an (1 Angebot)" in page.text
        assert "nur ein Akteur" in page.text
        assert [row.hangs_on for row in page.context["alone"]] == [association]

    def test_a_formula_in_a_name_stays_text(self, desk, manager, body, association, cafe, language_field):
        evil = actions.add_actor(manager, body, name='=HYPERLINK("http://x")')
        actions.set_activity(manager, evil, field=language_field, role="offers")
        table = desk.get(reverse("desk_coverage:activities_csv")).content.decode()
        assert "'=HYPERLINK" in table
        assert ";=HYPERLINK" not in table

    def test_an_actor_of_whom_no_field_is_known_is_named(self, desk, association):
        assert "Ohne bekanntes Feld" in desk.get(reverse("desk_coverage:activities")).text


class TestRights:
    PAGES = (
        "matrix",
        "matrix_csv",
        "matrix_pdf",
        "cell",
        "limits",
        "improvements",
        "activities",
        "activities_csv",
    )

    @pytest.mark.parametrize("role", ["reader", "department", "planner", "administrator"])
    def test_whoever_may_read_the_landscape_opens_every_page(self, request, role, known):
        client = at_desk(request.getfixturevalue(role))
        assert {client.get(reverse(f"desk_coverage:{name}")).status_code for name in self.PAGES} == {200}

    @pytest.mark.parametrize(
        ("role", "status"), [("reader", 403), ("department", 403), ("planner", 302), ("manager", 302)]
    )
    def test_only_planners_and_managers_decide(self, request, manager, role, status, known, language_field):
        client = at_desk(request.getfixturevalue(role))
        where = {"feld": language_field.public_id, "reason": "Das macht der Kreis."}
        assert client.post(reverse("desk_coverage:mark"), where).status_code == status
        mark = actions.mark_not_intended(manager, language_field, reason="Das macht der Kreis.")
        assert client.post(reverse("desk_coverage:unmark", args=[mark.public_id])).status_code == status

    def test_others_are_turned_away_and_strangers_sign_in_first(self, client, known):
        nobody = at_desk(account("nobody", "member"))
        for name in self.PAGES:
            assert nobody.get(reverse(f"desk_coverage:{name}")).status_code == 403
            assert client.get(reverse(f"desk_coverage:{name}")).status_code == 302


class TestOneCell:
    def test_drafts_of_which_a_detail_is_missing_stand_apart(
        self, desk, manager, association, cafe, language_field
    ):
        vague = actions.add_offer(manager, association, name="Lesekreis", fields=[language_field])
        where = address(language_field, gruppe=vague_group(manager))
        page = desk.get(where)
        found = page.context["opened"]
        assert [each.row.name for each in found.drafts] == ["Sprachcafé"]
        assert [each.row for each in found.unclear_drafts] == [vague]
        assert "Entwürfe, die vielleicht passen" in page.text
        table = desk.get(where.replace("zelle/", "zelle.csv")).content.decode()
        assert ";Entwurf, würde passen;Sprachcafé;Brücke Lindenhagen e. V.;" in table
        assert ";Entwurf, unklar;Lesekreis;Brücke Lindenhagen e. V.;" in table

    def test_its_table_names_each_offer_and_why_it_counts(self, desk, known, language_field):
        table = desk.get(
            reverse("desk_coverage:cell_csv"), {"feld": language_field.public_id}
        ).content.decode()
        head, line = table.strip().splitlines()
        assert head.startswith(
            "\ufeffHandlungsfeld;Sozialraum;Zielgruppe;Sprache;Stand;Warum;Einordnung;Angebot;"
        )
        assert line.startswith("Sprache;alle;alle;alle;FRAGIL;")
        assert ";passt;Sprachcafé;Brücke Lindenhagen e. V.;" in line

    def test_a_cell_without_an_offer_has_its_reason_all_the_same(self, desk, known, vocabulary):
        empty = vocabulary["handlungsfeld"].terms.get(code="wohnen")
        table = desk.get(reverse("desk_coverage:cell_csv"), {"feld": empty.public_id}).content.decode()
        assert "NICHT ERHOBEN" in table.splitlines()[1]
        assert ";kein Angebot;" in table

    def test_it_says_how_often_its_field_was_looked_for_in_vain(self, desk, known, language_field):
        page = desk.get(address(language_field)).text
        assert "hat niemand vergeblich in diesem Handlungsfeld gesucht" in page
        for _ in range(3):
            receive.count("unmet-demand", "tamil", filters={"topic": language_field.code, "page": "de"})
        receive.count("unmet-demand", "", filters={"topic": "wohnen", "page": "de"})
        page = desk.get(address(language_field)).text
        assert "3-mal gesucht und nicht gefunden" in page
        assert f"?filter=topic&amp;wert={language_field.code}" in page


def vague_group(manager) -> str:
    return Term.objects.filter(taxonomy__key="zielgruppe").first().public_id


def test_the_picture_says_that_nobody_is_known_in_the_words_of_the_page(desk, known):
    page, drawn = (desk.get(reverse(f"desk_coverage:{name}")) for name in ("matrix", "matrix_svg"))
    svg = b"".join(drawn).decode() if drawn.streaming else drawn.content.decode()
    assert "kein Akteur bekannt" in page.text
    assert "kein Akteur bekannt" in svg
    assert "0 von 0" not in svg
