"""What a document is, by its heading."""

from __future__ import annotations

import pytest

from ratslinde.reading.kinds import heading_kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Ergebnisprotokoll der 3. Sitzung des Beirates", "niederschrift"),
        ("Öffentliche Sitzungsniederschrift", "niederschrift"),
        ("Niederschrift vom 05.03.2026", "niederschrift"),
        ("Mitteilung zur Kenntnis", "vorlage"),
        ("Vorlage zur Beschlussfassung", "vorlage"),
        ("Beschlussvorlage (öffentlich)", "vorlage"),
        ("Ergänzende Stellungnahme", "vorlage"),
        ("Antwort der Verwaltung", "vorlage"),
        ("Einladung 5. Sitzung", "einladung"),
        ("Sitzungsbekanntmachung", "bekanntmachung"),
        ("Tagesordnung 5. Sitzung des Rates", "tagesordnung"),
        ("Nachtragstagesordnung", "tagesordnung"),
        ("Gemeinsamer Änderungsantrag", "antrag"),
        ("Dringlichkeitsanfrage", "anfrage"),
        ("Niederschrift (öffentlich)", "niederschrift"),
        ("Protokoll (erschienen am 03.03.2026)", None),
        ("Protokoll Jugendparlament, 09.10.2025", "niederschrift"),
        ("Der Rat tagt", None),
        ("Bekanntmachung (PDF, 62 kB)", None),
        ("Niederschrift vom 05.03.2026.pdf", None),
    ],
)
def test_headings_name_the_kind(heading, kind):
    assert heading_kind(heading) == kind


@pytest.mark.parametrize("item", ["Ö 1      Antrag der SPD-Fraktion", "Ö 1\nAntrag der SPD-Fraktion"])
def test_the_title_of_an_item_does_not_name_the_kind(item, document):
    head = "Rat der Stadt Lindenhagen\n\nSitzungsdatum: 12.03.2026\nTagungsort: Rathaus"
    text = f"{head}\n\nI. Öffentlicher Teil\n\n{item}\n"
    assert document(text).kind == "tagesordnung"
