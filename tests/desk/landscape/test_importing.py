"""A list comes in at the desk: template, columns, decisions, carrying out; and duplicates among what is there."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from ratslinde.integration.importing import actions, pace, working
from ratslinde.integration.importing.models import ImportRun, KnownAs, NotTheSame, RunState, WordMapping
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.kernel.errors import Refused
from tests.desk.conftest import at_desk

IMPORTS = "/schreibtisch/integration/import/"


@pytest.fixture
def desk(manager, body, vocabulary):
    return at_desk(manager)


def send(desk, *lines: str, name: str = "liste.csv"):
    file = SimpleUploadedFile(name, "\r\n".join(lines).encode())
    return desk.post(IMPORTS, {"file": file}, follow=True)


def test_a_file_goes_from_the_dry_run_to_drafts(desk):
    page = send(desk, "Angebot;Träger;Thema", "Chorprobe;Chor der Vielfalt;Sprache").content.decode()
    assert "2 Zeilen übernehmen" in page
    assert "1 Akteur hat noch keine Beschreibung: Er lässt sich übernehmen" in page
    assert "1 Angebot hat noch keine Beschreibung: Es lässt sich übernehmen" in page
    assert "Sprache" in page
    run = ImportRun.objects.get()
    page = desk.post(reverse("desk_importing:carry_out", args=[run.public_id]), follow=True).content.decode()
    assert "Alles Neue ist ein Entwurf." in page
    assert Offer.objects.get().publication == "draft"


def test_a_row_that_nothing_looks_like_is_not_asked_whether_it_is_there_already(desk):
    page = send(
        desk, "Angebot;Träger;Kosten;Freigabe", "Chorprobe;Chor der Vielfalt;3 €;nein"
    ).content.decode()
    assert "Die Liste gibt die Zeile nicht frei" in page
    assert "Was soll mit der Zeile geschehen?" in page
    assert "Gibt es das schon?" not in page
    assert "3,00" in page


def test_the_page_says_why_it_asks_and_names_what_it_leaves_out(desk):
    lines = ("Nr.;Ding;Wann;Kosten;Für wen;;Ansprechp.", "1;Töpferkurs;Di 16 Uhr;frei;alle;xyz;Frau Zwirbel")
    page = html.fromstring(send(desk, *lines, name="Töpferkurse.csv").content)
    (sheet,) = page.xpath("//section[contains(@class, 'card')]")
    text = " ".join(sheet.text_content().split())
    assert "Nach den anderen Spalten sind es wohl Angebote" in text
    assert page.xpath("//option[@value='offer'][@selected]")
    assert "Spalte 6 (ohne Namen)" in text
    assert "nicht gespeichert: „Ansprechp.“" in text
    assert ".." not in text


def test_a_column_without_a_name_is_told_among_what_is_left_out(desk):
    send(desk, "Angebot;;Träger", "Töpfern;xyz;Lehmhaus e. V.")
    (run,) = ImportRun.objects.all()
    address = reverse("desk_importing:columns", args=[run.public_id])
    answers = {"blatt-0": "offer", "gezeigt-0": "offer", "spalte-0-0": "name", "spalte-0-2": "actor"}
    page = desk.post(address, answers, follow=True).content.decode()
    assert "Spalte 2 (ohne Namen)" in page


def test_unknown_columns_are_asked_for_and_the_page_of_another_kind_shows_its_fields(desk):
    page = send(desk, "Wer;Farbe", "Chor;grün")
    run = ImportRun.objects.get()
    address = reverse("desk_importing:columns", args=[run.public_id])
    assert page.request["PATH_INFO"] == address
    page = desk.post(address, {"blatt-0": "actor", "gezeigt-0": ""}).content.decode()
    assert "Registernummer" in page
    page = desk.post(
        address,
        {"blatt-0": "actor", "gezeigt-0": "actor", "spalte-0-0": "name", "spalte-0-1": ""},
        follow=True,
    ).content.decode()
    assert "Nicht übernommen: 1" in page


def test_a_mapping_without_a_name_says_what_is_missing(desk):
    send(desk, "Wer;Farbe", "Chor;grün")
    address = reverse("desk_importing:columns", args=[ImportRun.objects.get().public_id])
    page = desk.post(
        address, {"blatt-0": "actor", "gezeigt-0": "actor", "spalte-0-1": "note"}
    ).content.decode()
    assert "in welcher Spalte „Name“ steht" in page


def test_a_proposal_is_decided_on_the_page(desk, association):
    page = send(
        desk, "Name;E-Mail", "Die Brücke Lindenhagen und Umland;bruecke@lindenhagen.example"
    ).content.decode()
    assert "gleiche Mailadresse" in page
    run = ImportRun.objects.get()
    address = reverse("desk_importing:decide", args=[run.public_id])
    page = desk.post(address, {"zeile-1": f"same:{association.public_id}"}, follow=True).content.decode()
    assert "Gemerkt und neu verglichen." in page
    assert "1 Zeile übernehmen" in page


def test_a_decision_that_nobody_offered_is_refused(desk, association):
    send(desk, "Name;E-Mail", "Die Brücke;bruecke@lindenhagen.example")
    address = reverse("desk_importing:decide", args=[ImportRun.objects.get().public_id])
    page = desk.post(address, {"zeile-1": "same:irgendwas"}, follow=True).content.decode()
    assert "womit der Eintrag derselbe ist" in page


def test_a_list_of_people_is_refused_beside_the_field_and_nothing_is_kept(desk):
    page = send(desk, "Vorname;Name;Geburtsdatum", "Erika;Beispiel;1.1.1990").content.decode()
    assert "Die Spalte „Geburtsdatum“" in page
    assert not ImportRun.objects.exists()


def test_a_long_run_says_that_it_is_under_way(desk, monkeypatch):
    monkeypatch.setattr(pace, "LONG", 0)
    answer = send(desk, "Name;Art", "Chor;Verein")
    assert "werden verglichen" in answer.content.decode()
    assert 'id="unterwegs"' in answer.content.decode()


def test_a_run_that_is_discarded_changes_nothing(desk):
    send(desk, "Name;Art", "Chor;Verein")
    run = ImportRun.objects.get()
    desk.post(reverse("desk_importing:discard", args=[run.public_id]))
    run.refresh_from_db()
    assert (run.state, run.rows.count(), Actor.objects.count()) == (RunState.DISCARDED, 0, 0)
    assert desk.get(IMPORTS).status_code == 200


def test_the_template_has_the_towns_words_and_comes_back_empty(desk, manager, body, north):
    data = desk.get(IMPORTS + "vorlage.xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Akteure", "Angebote", "Orte", "Handlungsfelder", "Hinweise"]
    assert book["Handlungsfelder"]["A3"].value == "Sprache"
    assert book["Angebote"].data_validations.count > 10
    book["Akteure"].append([None, "Chor der Vielfalt"])
    out = io.BytesIO()
    book.save(out)
    run = actions.read_in(manager, body, name="vorlage.xlsx", data=out.getvalue())
    assert (run.skipped, [row.label for row in run.rows.all()]) == (3, ["Chor der Vielfalt"])


@pytest.mark.parametrize("kind", ["actor", "offer", "place"])
def test_the_csv_templates_explain_themselves(desk, kind):
    answer = desk.get(f"{IMPORTS}vorlage/{kind}.csv")
    assert answer.content.startswith(b"\xef\xbb\xbfKennung;Name;")
    assert desk.get(f"{IMPORTS}vorlage/anderes.csv").status_code == 404


def test_duplicates_among_what_is_there_can_be_merged_and_both_ids_stay(desk, manager, body, association):
    other = landscape.add_actor(manager, body, name="Bruecke Lindenhagen", phone="02599 10-7")
    page = desk.get(IMPORTS + "dubletten/").content.decode()
    address = reverse("desk_importing:pair", args=["actor", association.public_id, other.public_id])
    assert address in page
    assert "02599 10-7" in desk.get(address).content.decode()
    desk.post(address, {"schritt": "zusammen", "phone": "other", "name": "kept"})
    association.refresh_from_db()
    assert (association.phone, association.name) == ("02599 10-7", "Brücke Lindenhagen e. V.")
    assert association.former_ids.get().public_id == other.public_id


def test_lists_that_are_taken_at_a_merge_stay_as_whole_as_they_were(
    desk, manager, association, cafe, vocabulary
):
    housing = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    other = landscape.add_offer(
        manager, association, name="Sprach-Café", fields=[housing], fields_known=False,
        languages=[GivenLanguage("tr")], languages_known=False,
    )  # fmt: skip
    address = reverse("desk_importing:pair", args=["offer", cafe.public_id, other.public_id])
    desk.post(address, {"schritt": "zusammen", "fields": "other", "languages": "other"})
    cafe.refresh_from_db()
    assert ([each.code for each in cafe.fields.all()], cafe.fields_known) == (["wohnen"], False)
    assert ([each.code for each in cafe.languages.all()], cafe.languages_known) == (["tr"], False)


def test_two_that_are_not_the_same_are_not_asked_about_again(desk, manager, body, association):
    other = landscape.add_actor(manager, body, name="Bruecke Lindenhagen")
    address = reverse("desk_importing:pair", args=["actor", association.public_id, other.public_id])
    page = desk.post(address, {"schritt": "verschieden"}, follow=True).content.decode()
    assert "Keine Dublette gefunden" in page
    assert NotTheSame.objects.count() == 1


def test_several_pairs_are_said_not_to_be_the_same_at_once_and_that_can_be_taken_back(
    desk, manager, body, association
):
    for name in ("Bruecke Lindenhagen", "Brücke Lindenhage"):
        landscape.add_actor(manager, body, name=name)
    address = IMPORTS + "dubletten/"
    values = [each.value for each in desk.get(address).context["pairs"]]
    assert len(values) == 3
    page = desk.post(address, {"schritt": "verschieden", "paar": values[:2]}, follow=True).content.decode()
    assert "Gemerkt: nicht dasselbe (2)" in page
    assert len(desk.get(address).context["pairs"]) == 1
    desk.post(address, {"schritt": "wieder", "paar": values[:1]})
    assert len(desk.get(address).context["pairs"]) == 2
    for wrong in ({}, {"paar": "actor:x:x"}, {"paar": "falsch"}):
        answer = desk.post(address, {"schritt": "verschieden", **wrong}, follow=True).content.decode()
        assert "Bitte" in answer
    assert NotTheSame.objects.count() == 1


def test_many_pairs_are_shown_page_by_page(desk, manager, body):
    for number in range(12):
        landscape.add_actor(manager, body, name="Bruecke Lindenhagen", phone=f"02599 10-{number}")
    address = IMPORTS + "dubletten/"
    first, second = desk.get(address), desk.get(address, {"seite": 2})
    total = first.context["paging"].total
    values = [each.value for page in (first, second) for each in page.context["pairs"]]
    assert len(first.context["pairs"]) == 30 < total < 60
    assert len(set(values)) == total
    assert f"{total} mögliche Dubletten" in first.content.decode()


def test_words_that_nobody_knows_are_asked_for_on_a_page_that_can_be_skipped(desk, vocabulary):
    answer = send(desk, "Angebot;Träger;Thema", "Chorprobe;Chor;Sprahe, Musizieren")
    run = ImportRun.objects.get()
    address = reverse("desk_importing:words", args=[run.public_id])
    assert answer.request["PATH_INFO"] == address
    page = answer.content.decode()
    language = vocabulary["handlungsfeld"].terms.get(code="sprache")
    assert f'<option value="{language.public_id}" selected>' in page
    assert "Vorschlag" in page
    assert not WordMapping.objects.exists()
    dry_run = desk.get(reverse("desk_importing:run", args=[run.public_id])).content.decode()
    assert "Wörter zuordnen (2)" in dry_run
    at = {each["word"]: f"wort-{number}" for number, each in enumerate(run.words)}
    chosen = {at["Sprahe"]: language.public_id, at["Musizieren"]: "-"}
    page = desk.post(address, chosen, follow=True).content.decode()
    assert "Gemerkt, auch für die nächste Liste" in page
    assert {each.word: each.meaning for each in WordMapping.objects.all()} == {
        "sprahe": language.public_id,
        "musizieren": "",
    }
    assert "selected>weglassen" in desk.get(address).content.decode()
    answer = send(desk, "Angebot;Träger;Thema", "Tanz;Chor;Sprahe, Musizieren")
    assert "/woerter/" not in answer.request["PATH_INFO"]


def test_a_word_that_was_not_offered_is_said_on_the_page(desk):
    send(desk, "Angebot;Träger;Thema", "Chorprobe;Chor;Musizieren")
    address = reverse("desk_importing:words", args=[ImportRun.objects.get().public_id])
    assert "angebotenen Begriffe" in desk.post(address, {"wort-0": "irgendwas"}).content.decode()


def test_the_page_of_words_leads_on_where_there_are_none(desk):
    send(desk, "Name;Art", "Chor;Verein")
    address = reverse("desk_importing:words", args=[ImportRun.objects.get().public_id])
    assert desk.get(address).status_code == 302


def test_decisions_can_be_kept_where_nothing_else_changes(desk, manager, association):
    landscape.add_actor(manager, association.body, name="Chor")
    send(desk, "Name;E-Mail", "Chorr;")
    run = ImportRun.objects.get()
    row = run.rows.get()
    actions.decide(manager, run, decisions={1: ("same", row.candidates[0]["key"])})
    Actor.objects.filter(name="Chor").update(name="Chorr")
    actions.compare_again(manager, run)
    page = desk.get(reverse("desk_importing:run", args=[run.public_id])).content.decode()
    assert "Entscheidungen merken" in page
    desk.post(reverse("desk_importing:carry_out", args=[run.public_id]))
    assert KnownAs.objects.get().name == "chorr"


def test_who_only_reads_may_not_import(reader, body):
    assert at_desk(reader).get(IMPORTS).status_code == 403


def test_a_run_is_taken_back_after_a_page_has_said_what_goes_and_what_stays(desk, manager):
    send(desk, "Angebot;Träger;Adresse", "Chorprobe;Chor;Markt 1, 59999 Lindenhagen", "Nähkurs;Werkstatt;")
    run = ImportRun.objects.get()
    page = desk.post(reverse("desk_importing:carry_out", args=[run.public_id]), follow=True).content.decode()
    address = reverse("desk_importing:take_back", args=[run.public_id])
    assert address in page
    offer = Offer.objects.get(name="Chorprobe")
    landscape.edit_offer(manager, offer, changes={"note": "x"}, revision=offer.revision)
    page = desk.get(address).content.decode()
    assert "Angebote: 1" in page
    assert "Wird noch gebraucht: Angebot „Chorprobe“." in page
    assert Offer.objects.count() == 2
    page = desk.post(address, follow=True).content.decode()
    assert "3 Einträge sind geblieben" in page
    assert [offer.name for offer in Offer.objects.all()] == ["Chorprobe"]
    assert (
        "Wurde inzwischen bearbeitet."
        in desk.get(reverse("desk_importing:run", args=[run.public_id]) + "?stand=alle").content.decode()
    )


def test_the_page_of_a_run_that_was_never_carried_out_has_nothing_to_take_back(desk):
    send(desk, "Name;Art", "Chor;Verein")
    address = reverse("desk_importing:take_back", args=[ImportRun.objects.get().public_id])
    assert "Es gibt nichts zurückzunehmen." in desk.get(address).content.decode()
    assert "nichts übernommen" in desk.post(address, follow=True).content.decode()


def test_a_run_that_stopped_half_way_says_so(desk, manager, association, monkeypatch):
    monkeypatch.setattr(pace, "PORTION", 0)
    monkeypatch.setattr(pace, "PAUSE", datetime.timedelta())
    send(desk, "Name;Telefon", "Neu;02599 1", "Brücke Lindenhagen e. V.;02599 2")
    run = ImportRun.objects.get()
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    with pytest.raises(Refused):
        actions.write(manager, run)
    page = desk.get(reverse("desk_importing:run", args=[run.public_id])).content.decode()
    assert "Angehalten: Ein Teil ist übernommen, der Rest nicht" in page
    assert "1 Zeile ist schon übernommen" in page
    assert "Rest verwerfen" in page


def test_a_long_run_shows_how_far_it_is(desk, monkeypatch):
    send(desk, "Name;Art", "Chor;Verein", "Band;Verein")
    run = ImportRun.objects.get()
    for name, value in (("LONG", 1), ("PORTION", 0)):
        monkeypatch.setattr(pace, name, value)
    desk.post(reverse("desk_importing:carry_out", args=[run.public_id]))
    working.carry_out_run(run.public_id)
    page = desk.get(reverse("desk_importing:run", args=[run.public_id])).content.decode()
    assert '<progress max="2" value="1"' in page
    assert "1 von 2" in page


def test_a_new_row_tells_when_where_and_in_which_language_first_and_hides_nothing(desk):
    given = {
        "Angebot": "Chorprobe", "Träger": "Chor", "Beschreibung": "Singen", "Läuft": "ja", "Thema": "Sprache",
        "Zielgruppe": "alle", "Kosten": "frei", "Alter": "ab 16", "Zugang": "offen", "Plätze": "12",
        "E-Mail": "a@b.example", "Notiz": "Merken", "Sprachen": "Arabisch", "Wann": "dienstags 10 Uhr",
    }  # fmt: skip
    page = html.fromstring(send(desk, ";".join(given), ";".join(given.values())).content)
    (card,) = [each for each in page.iter("article") if "Chorprobe" in each.xpath("string(.//h2)")]
    labels = [each.text_content().strip() for each in card.iter("dt")]
    assert labels[:2] == ["Orte und Zeiten", "Sprachen"]
    (more,) = card.iter("details")
    behind = len(list(more.iter("dt")))
    assert f"{behind} weitere Angaben" in more.xpath("string(summary)")
    assert len(labels) - behind == 8
    assert "Merken" in more.text_content()


def test_places_of_the_same_address_are_shown_and_can_be_parted(desk, manager, body):
    landscape.add_place(manager, body, name="Ahornstraße 10, 59998 Ahornfurt")
    landscape.add_place(manager, body, name="Alte Post", street_address="Ahornstr. 10", postal_code="59998")
    address = reverse("desk_importing:duplicates")
    page = html.fromstring(desk.get(address).content)
    (box,) = page.xpath("//input[@name='paar']")
    assert "gleiche Adresse" in page.xpath("string(//main)")
    said = desk.post(
        address, {"paar": box.get("value"), "schritt": "verschieden"}, follow=True
    ).content.decode()
    assert "Orte, die vielleicht dieselben sind" not in said
    assert "Als nicht dasselbe gemerkt: 1" in said
    again = {"paar": box.get("value"), "schritt": "wieder"}
    assert "Orte, die vielleicht dieselben sind" in desk.post(address, again, follow=True).content.decode()


def test_one_answer_decides_all_rows_that_ask_the_same(desk, manager, body):
    lines = ("Name;Telefon;Bestätigt am", *(f"Verein {at};02599 10-1;1.3.2026" for at in range(3)))
    for at in range(3):
        landscape.add_actor(manager, body, name=f"Verein {at}", phone="02599 10-7")
    page = send(desk, *lines).content.decode()
    assert "Für alle 3: Die Liste gilt" in page
    assert "Für alle 3: Der Bestand gilt" in page
    address = reverse("desk_importing:decide", args=[ImportRun.objects.get().public_id])
    page = desk.post(address, {"fuer-alle": "list"}, follow=True).content.decode()
    assert "3 Zeilen übernehmen" in page
    assert "Für alle" not in page
