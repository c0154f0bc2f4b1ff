"""The columns of a list of offers, and all kinds of sheets together."""

from __future__ import annotations

from ratslinde.integration.importing.rules.columns import (
    ACTORS,
    ADDRESS,
    CONFIRMED_BY,
    CONFIRMED_ON,
    EMAIL,
    NOTE,
    OWN_ID,
    PHONE,
    PLACES,
    POSTAL_CODE,
    REACHED,
    RELEASE,
    STREET,
    WEBSITE,
    WITH_POSTAL_CODE,
    Column,
    Kind,
)

SEVERAL = "Mehrere mit ; trennen."
CALLED = (
    "angebot", "titel", "name des angebots", "kurs", "angebotsname", "kursname", "kurstitel", "titel des angebots",
)  # fmt: skip
"""Titles that say that a column names an offer; a bare "Name" beside one of them is somebody else's."""
PARTS_OF_TIMES = (
    Column("weekday", "Zeiten: Wochentag", others=("wochentag", "wochentage", "tag", "tage"), in_template=False),
    Column("opens", "Zeiten: von", reads="begin",
           others=("von", "uhrzeit von", "von uhr", "uhr von", "zeit von", "anfang", "anfangszeit", "beginn uhrzeit",
                   "startzeit", "uhrzeit beginn"), in_template=False),
    Column("closes", "Zeiten: bis", reads="end",
           others=("bis", "uhrzeit bis", "bis uhr", "uhr bis", "zeit bis", "ende", "endzeit", "ende uhrzeit",
                   "uhrzeit ende"), in_template=False),
    Column("rhythm", "Zeiten: wie oft",
           others=("rhythmus", "turnus", "haeufigkeit", "intervall", "wiederholung"), in_template=False),
)  # fmt: skip
"""What together makes times; a column of the list may hold hours or days under the same title, which its cells tell."""

OFFERS = Kind(
    "offer", "Angebote",
    ("angebot", "kurse", "projekte", "services", "massnahmen"),
    (
        OWN_ID,
        Column("name", "Name", others=(
            *CALLED, "bezeichnung", "projekt", "veranstaltung", "was", "was gibt es", "was gibt s",
            "was wird angeboten", "was findet statt",
        ), example="Beispiel: Sprachcafé"),
        Column("actor", "Anbieter", reads="actor", others=(
            "traeger", "verein", "organisation", "akteur", "einrichtung", "institution", "veranstalter",
            "traeger verein", "anbieter traeger", "wer", "wer macht s", "wer macht es", "wer macht das",
            "wer bietet an", "wer bietet es an", "wer bietet das an", "von wem",
        ), example="Beispiel: Brücke Lindenhagen e. V.", hint="Name oder Kennung aus dem Blatt „Akteure“."),
        Column("description", "Beschreibung", others=("kurzbeschreibung", "inhalt", "beschreibung des angebots"),
               example="Offener Treff zum Deutschsprechen."),
        Column("status", "Läuft", reads="choice", others=("status",), choices=(
            ("active", ("läuft", "aktiv", "ja")), ("temporarily closed", ("pausiert", "ruht")),
            ("defunct", ("beendet", "eingestellt", "nein")),
        )),
        Column("form", "Form", reads="term", taxonomy="angebotsform",
               others=("angebotsform", "art", "art des angebots")),
        Column("fields", "Handlungsfelder", reads="terms", taxonomy="handlungsfeld",
               others=("handlungsfeld", "thema", "themen", "bereich", "themenfeld", "wofür gut", "wofür",
                       "worum geht es", "worum geht s"), hint=SEVERAL),
        Column("groups", "Zielgruppen", reads="groups", taxonomy="zielgruppe",
               others=("zielgruppe", "für wen", "für", "teilnehmende", "für wen ist es", "für wen ist das",
                       "an wen richtet es sich", "wer kann kommen", "wer darf kommen", "wer kann mitmachen"),
               hint=f"„alle“ oder Zielgruppen. {SEVERAL}"),
        Column("barriers", "Zugangsbarrieren", reads="terms", taxonomy="zugangsbarriere",
               others=("barrieren",), hint=SEVERAL),
        Column("cost", "Kosten", reads="cost", others=(
            "preis", "gebuehr", "kostenlos", "teilnahmebeitrag", "was kostet es", "was kostet das", "was kostet s",
            "wie teuer", "wie teuer ist es",
        ), choices=(
            ("free", ("kostenfrei", "kostenlos", "gratis", "frei", "keine", "umsonst", "free", "nichts")),
            ("paid", ("kostet etwas", "kostenpflichtig")),
        ), hint="Leer heißt: nicht bekannt."),
        Column("cost_amount", "Betrag in Euro", reads="amount", others=("betrag", "euro")),
        Column("cost_note", "Hinweis zu den Kosten"),
        Column("ages", "Alter", reads="ages", others=("altersgruppe", "alter der teilnehmenden"), example="ab 16",
               hint="„jedes Alter“, „ab 16“, „6 bis 12“ oder „bis 27“."),
        Column("access", "Zugang", reads="choice", others=(
            "anmeldung", "anmeldung noetig", "anmeldung erforderlich",
        ), choices=(
            ("open", ("offen, ohne Anmeldung", "offen", "ohne Anmeldung", "nein", "nicht nötig", "keine Anmeldung",
                      "Anmeldung nicht nötig", "keine Anmeldung nötig", "keine Anmeldung erforderlich",
                      "offen für alle", "keine", "einfach vorbeikommen", "einfach kommen", "ohne Termin",
                      "ohne Voranmeldung", "keine Voranmeldung", "Voranmeldung nicht erforderlich",
                      "nicht erforderlich", "Anmeldung nicht erforderlich", "keine Anmeldung notwendig",
                      "nicht notwendig")),
            ("registration", ("mit Anmeldung", "Anmeldung", "ja", "erforderlich", "nötig", "Anmeldung erforderlich",
                              "Anmeldung nötig", "Anmeldung notwendig", "bitte anmelden", "nur mit Anmeldung",
                              "telefonische Anmeldung", "Anmeldung telefonisch", "Voranmeldung", "Anmeldung per Mail",
                              "Anmeldung per E-Mail", "telefonisch", "per Mail", "per E-Mail", "mit Termin",
                              "nur mit Termin", "tel. Anmeldung", "Anmeldung tel.", "mit Voranmeldung",
                              "vorherige Anmeldung", "ja, per Mail",
                              "ja, telefonisch", "nach Anmeldung", "notwendig", "Terminvereinbarung")),
            ("referral", ("nur mit Vermittlung", "Vermittlung", "Überweisung")),
        )),
        Column("access_note", "So meldet man sich an", others=(
            "wie anmelden", "wie meldet man sich an", "wie melde ich mich an",
        )),
        Column("eligibility", "Voraussetzungen", others=("teilnahmevoraussetzungen", "bedingungen")),
        Column("mode", "Art der Durchführung", reads="choice", others=("durchfuehrung", "format"), choices=(
            ("on_site", ("vor Ort", "Präsenz")), ("online", ("online", "digital")),
            ("outreach", ("aufsuchend", "Hausbesuch")), ("hybrid", ("vor Ort und online", "hybrid")),
        )),
        Column("area", "Gilt für", reads="choice", others=("reichweite", "einzugsbereich"), choices=(
            ("town", ("die ganze Kommune", "ganze Stadt", "stadtweit", "gesamte Stadt", "alle")),
            ("spaces", ("bestimmte Sozialräume",)),
        )),
        Column("spaces", "Sozialräume", reads="spaces", hint=SEVERAL,
               others=("sozialraum", "stadtteil", "stadtteile", "ortsteil", "quartier")),
        Column("languages", "Sprachen", reads="languages", others=(
            "sprache", "angebotssprachen", "welche sprache", "welche sprachen", "in welcher sprache",
        ),
               example="Deutsch", hint=SEVERAL),
        Column("interpreted", "Gedolmetscht in", reads="languages", hint=SEVERAL,
               others=("dolmetschen", "uebersetzung", "sprachmittlung")),
        Column("place", "Ort", reads="place", others=(
            "veranstaltungsort", "einsatzort", "standort", "wo", "raum", "treffpunkt", "wo findet es statt",
            "wo ist das",
        ),
               example="Beispiel: Haus der Kulturen", hint="Name eines Ortes aus dem Blatt „Orte“."),
        STREET, POSTAL_CODE,
        Column("locality", "Ort der Anschrift", reads="town",
               others=("stadt", "gemeinde", "wohnort", *WITH_POSTAL_CODE)),
        ADDRESS,
        Column("room", "Raum oder Hinweis", others=("raumnummer",)),
        Column("times", "Zeiten", reads="times",
               others=("termine", "wann", "uhrzeit", "oeffnungszeiten", "zeit", "termin", "tag uhrzeit",
                       "wann findet es statt", "wann ist das"),
               example="dienstags 16 bis 18 Uhr", hint="Zum Beispiel: dienstags und donnerstags 16:00–18:00 Uhr; "
               "jeden 2. Dienstag im Monat 18 Uhr."),
        *PARTS_OF_TIMES,
        Column("start", "Erster Tag", reads="begin", others=("beginn", "startdatum", "start")),
        Column("until", "Letzter Tag", reads="end", others=("enddatum", "letzter termin")),
        WEBSITE, EMAIL, PHONE, REACHED,
        Column("alert", "Aktueller Hinweis"),
        Column("valid_from", "Gibt es ab", reads="day", others=("laufzeit von",)),
        Column("valid_until", "Gibt es bis", reads="day", others=("laufzeit bis", "laeuft bis")),
        Column("funding", "Finanzierung", reads="choice", others=("foerderung",), choices=(
            ("permanent", ("dauerhaft", "gesichert")), ("limited", ("befristet", "Projektmittel")),
        )),
        Column("funding_until", "Finanziert bis", reads="day",
               others=("foerderung bis", "foerderzeitraum bis", "gefoerdert bis")),
        Column("volunteers_only", "Nur ehrenamtlich", reads="yes_no", others=("ehrenamtlich", "ehrenamt")),
        Column("capacity", "Plätze", reads="count",
               others=("anzahl plaetze", "teilnehmerzahl", "max. teilnehmende", "kapazitaet", "max tn", "tn max",
                       "max teilnehmer", "teilnehmer max", "plaetze max", "max plaetze")),
        Column("available", "Davon frei", reads="count", others=("freie plaetze", "frei")),
        Column("waiting", "Auf der Warteliste", reads="count", others=("warteliste",)),
        Column("capacity_on", "Stand der Plätze", reads="day"),
        CONFIRMED_ON, CONFIRMED_BY, NOTE, RELEASE,
    ),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.key: kind for kind in (ACTORS, OFFERS, PLACES)}
"""In the order of the template."""
