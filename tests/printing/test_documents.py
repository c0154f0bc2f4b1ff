"""What the three documents say, and what they leave out."""

from __future__ import annotations

import datetime
import io

import msgspec
import pikepdf
import pytest
from tests.printing.structure import headings, opened, page_count, tags, text

from ratslinde.kernel.blocks import parse
from ratslinde.printing import (
    AgendaDocument,
    AgendaEntry,
    AnnouncementDocument,
    Contact,
    PaperDocument,
    PlannedReport,
    file_name,
    samples,
)


def titles(pdf: bytes) -> list[str]:
    return [title for _, title in headings(opened(pdf))]


def test_an_announcement_fits_on_one_page_and_follows_the_form(printed) -> None:
    pdf = printed(samples.announcement())
    shown = text(pdf)
    order = [
        "Stadt Lindenhagen", "Amtsblatt Nr. 9/2026", "Bekanntmachung",
        "Ausschuss für Chancengerechtigkeit und Integration · 4. Sitzung", "Mittwoch, 20. Mai 2026",
        "17:00 Uhr", "Bürgerhaus am Anger", "stufenlos", "Tagesordnung", "Öffentlicher Teil", "2026/041",
        "Nichtöffentlicher Teil", "Rathaus, Zimmer 14", "https://rat.lindenhagen.example/sitzungen/",
        "erfolgt durch das Amtsblatt", "Lindenhagen, den 5. Mai 2026", "gez. Amira Sommerfeld Vorsitz",
        "1 von 1",
    ]  # fmt: skip
    places = [shown.find(part) for part in order]
    assert places == sorted(places)
    assert places[0] == 0
    assert page_count(pdf) == 1


def test_a_changed_announcement_says_what_it_replaces_and_a_cancelled_one_says_so(printed) -> None:
    changed = msgspec.structs.replace(
        samples.announcement(), replaces=datetime.date(2026, 5, 4), cancelled=True
    )
    assert "ersetzt die Bekanntmachung vom 4. Mai 2026" in text(printed(changed))
    assert "Die Sitzung fällt aus." in text(printed(changed))
    assert "fällt aus" not in text(printed(samples.announcement()))
    assert "ersetzt" not in text(printed(samples.announcement()))


def test_an_announcement_of_the_internet_form_shows_the_day_of_provision(printed) -> None:
    provided = msgspec.structs.replace(samples.announcement(), provided_on=datetime.date(2026, 5, 6))
    assert "Bereitgestellt am 6. Mai 2026" in text(printed(provided))


def test_a_bare_announcement_has_no_empty_label(printed) -> None:
    pdf = printed(
        AnnouncementDocument(body="Stadt Lindenhagen", organization="Rat", date=datetime.date(2026, 5, 20))
    )
    assert titles(pdf) == ["Bekanntmachung"]
    assert [tag.kind for tag in tags(opened(pdf))].count("LI") == 1


def test_an_agenda_without_papers_has_no_column_for_them(printed) -> None:
    entries = (AgendaEntry(number="1", name="Bericht"), AgendaEntry(number="2", name="Anfragen"))
    document = AgendaDocument(
        body="Stadt Lindenhagen", organization="Rat", date=datetime.date(2026, 5, 20), agenda=entries
    )
    pdf = printed(document)
    assert titles(pdf) == ["Tagesordnung", "Öffentlicher Teil"]
    assert [tag.kind for tag in tags(opened(pdf))].count("TH") == 2


def test_the_first_page_of_a_paper_holds_head_consultations_proposal_and_costs(printed) -> None:
    with pikepdf.Pdf.new() as first:
        whole = opened(printed(samples.paper()))
        first.pages.append(whole.pages[0])
        first.save(buffer := io.BytesIO())
    shown = text(buffer.getvalue())
    for part in ("Beschlussvorlage 2026/041", "Federführung Fachbereich Soziales und Teilhabe",
                 "Auskunft erteilt Frau Wiesental · 02599 10-214", "Beratungsfolge", "Vorberatung",
                 "Beschlussvorschlag", "Sachentscheidung", "Kosten/Folgekosten", "Finanzierung"):  # fmt: skip
        assert part in shown


def test_the_sections_of_a_paper_come_in_the_order_of_the_form(printed) -> None:
    levels = headings(opened(printed(samples.paper())))
    assert [title for level, title in levels if level == 2] == [
        "Beratungsfolge", "Kurzfassung", "Beschlussvorschlag", "Kosten/Folgekosten", "Finanzierung",
        "Erläuterungen", "Vorgesehener Bericht", "Anlage(n)",
    ]  # fmt: skip
    assert levels[0] == (1, samples.paper().name)
    assert (4, "Pflege") in levels


def test_a_paper_without_contents_says_only_that_it_has_no_attachments(printed) -> None:
    pdf = printed(PaperDocument(body="Stadt Lindenhagen", name="Kurzer Bericht"))
    assert titles(pdf) == ["Kurzer Bericht", "Anlage(n)"]
    assert "Anlage(n) ohne" in text(pdf)
    assert "Beteiligungen" not in text(pdf)


def test_no_participants_differs_from_participants_not_stated(printed) -> None:
    stated = PaperDocument(body="Stadt Lindenhagen", name="Kurzer Bericht", participants=())
    assert "Beteiligungen keine" in text(printed(stated))


def test_the_proposal_keeps_its_lines_and_its_asterisks(printed) -> None:
    proposal = parse("Zum Mitglied wird benannt:\n\nZur Vertretung wird benannt:\n\nBeteiligt: Migrant*innen")
    shown = text(printed(PaperDocument(body="Stadt Lindenhagen", name="Netzwerk", proposal=proposal)))
    assert "Zum Mitglied wird benannt: Zur Vertretung wird benannt: Beteiligt: Migrant*innen" in shown


def test_a_planned_report_is_marked_as_expected(printed) -> None:
    reports = (
        PlannedReport(organization="Sozialausschuss", date=datetime.date(2026, 11, 14)),
        PlannedReport(organization="Rat", date=datetime.date(2026, 12, 3), expected=False),
    )
    shown = text(printed(PaperDocument(body="Stadt Lindenhagen", name="Bericht", planned_reports=reports)))
    assert "Sozialausschuss, voraussichtlich am 14.11.2026" in shown
    assert "Rat, am 03.12.2026" in shown


def test_attachments_are_numbered_and_tell_their_length(printed) -> None:
    assert "1. Lageplan des Angers (1 Seite) 2. Pflegeplan (4 Seiten)" in text(printed(samples.paper()))


def test_a_mail_address_is_a_link_only_when_it_is_one(printed) -> None:
    for email, links in (("amt@lindenhagen.example", 1), ("amt@lindenhagen.example?cc=x y", 0), ("amt", 0)):
        contact = Contact(name="Frau Wiesental", email=email)
        pages = opened(printed(PaperDocument(body="Stadt", name="Bericht", contact=contact))).pages
        assert sum(len(page.get("/Annots", [])) for page in pages) == links


def test_every_page_carries_the_short_title_and_its_number(printed) -> None:
    shown = text(printed(samples.paper()))
    assert "1 von 2" in shown
    assert "2 von 2" in shown
    assert shown.count("Beschlussvorlage 2026/041 · Beschluss über eine gemeinsame") == 2


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (
            samples.announcement(),
            "2026-05-20_Ausschuss-fuer-Chancengerechtigkeit-und-Integration_Bekanntmachung.pdf",
        ),
        (samples.agenda(), "2026-05-20_Ausschuss-fuer-Chancengerechtigkeit-und-Integration_Tagesordnung.pdf"),
        (
            samples.paper(),
            "2026-04-28_2026-041_Beschlussvorlage_Beschluss-ueber-eine-gemeinsame-Baumpflanzaktion-beim-Tag.pdf",
        ),
        (PaperDocument(body="Stadt", name="../../Süß & Straße"), "Vorlage_Suess-Strasse.pdf"),
    ],
)
def test_file_names_sort_by_day_and_hold_plain_letters(document, name) -> None:
    assert file_name(document) == name
