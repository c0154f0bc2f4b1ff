"""The words a town begins with. It edits them afterwards: nothing in the code depends on a single term.

The twelve fields of action and the cross-cutting groups follow what municipal integration concepts, the Länder's
monitoring and KGSt have in common.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DefaultTerm:
    """A term as a town gets it."""

    code: str
    name: str
    description: str


@dataclass(frozen=True)
class DefaultTaxonomy:
    """A taxonomy as a town gets it."""

    key: str
    name: str
    description: str
    terms: tuple[DefaultTerm, ...]


FIELDS = (
    DefaultTerm(
        "ankommen", "Ankommen und Orientierung", "Erste Wege, Beratung und Begleitung nach dem Zuzug"
    ),
    DefaultTerm("sprache", "Sprache", "Deutsch lernen, sprechen und verstehen; Sprachmittlung"),
    DefaultTerm("fruehe-bildung", "Frühe Bildung und Kita", "Kinder bis zur Einschulung und ihre Eltern"),
    DefaultTerm("schule", "Schule und Ausbildung", "Schule, Übergang in den Beruf, Ausbildung, Anerkennung"),
    DefaultTerm("arbeit", "Arbeit und Wirtschaft", "Arbeit finden, behalten und selbst gründen"),
    DefaultTerm("wohnen", "Wohnen und Quartier", "Wohnung finden, Nachbarschaft, Leben im Quartier"),
    DefaultTerm(
        "gesundheit", "Gesundheit und Pflege", "Gesund bleiben, Hilfe finden, pflegen und gepflegt werden"
    ),
    DefaultTerm(
        "behoerden",
        "Aufenthalt, Einbürgerung und Behörden",
        "Fragen des Aufenthalts und der Kontakt mit Ämtern",
    ),
    DefaultTerm(
        "freizeit", "Leben, Freizeit, Kultur und Sport", "Begegnung, Vereine, Kultur, Spiel und Sport"
    ),
    DefaultTerm(
        "teilhabe", "Ehrenamt und politische Teilhabe", "Sich engagieren, mitreden und mitentscheiden"
    ),
    DefaultTerm(
        "zusammenleben", "Antidiskriminierung und Zusammenleben", "Gegen Ausgrenzung, für gutes Zusammenleben"
    ),
    DefaultTerm(
        "oeffnung", "Interkulturelle Öffnung der Verwaltung", "Die Verwaltung selbst: offen für alle"
    ),
)
GROUPS = (
    DefaultTerm("kinder-jugend", "Kinder und Jugendliche", "Menschen bis 27 Jahre"),
    DefaultTerm("frauen", "Frauen", "Frauen und Mädchen"),
    DefaultTerm("familien", "Familien", "Eltern mit ihren Kindern"),
    DefaultTerm("aeltere", "Ältere", "Menschen ab etwa 60 Jahren"),
    DefaultTerm("gefluechtete", "Geflüchtete", "Menschen, die geflohen sind"),
    DefaultTerm("eu", "EU-Zugewanderte", "Menschen aus anderen Ländern der Europäischen Union"),
    DefaultTerm("behinderung", "Menschen mit Behinderung", "Menschen mit Behinderung und ihre Angehörigen"),
    DefaultTerm("lsbtiq", "LSBTIQ*", "Lesbische, schwule, bisexuelle, trans*, inter* und queere Menschen"),
)
ACTOR_KINDS = (
    DefaultTerm("amt", "Amt oder Fachdienst", "Teil der Verwaltung der Kommune"),
    DefaultTerm("behoerde", "Andere Behörde", "Kreis, Land oder Bund"),
    DefaultTerm("gremium", "Gremium", "Rat, Beirat, Ausschuss, Arbeitskreis"),
    DefaultTerm("traeger", "Freier Träger", "Wohlfahrtsverband, gemeinnützige Gesellschaft"),
    DefaultTerm("verein", "Verein", "Eingetragener oder nicht eingetragener Verein"),
    DefaultTerm(
        "migrantenorganisation", "Migrantenorganisation", "Von Eingewanderten getragene Organisation"
    ),
    DefaultTerm("religion", "Religionsgemeinschaft", "Gemeinde, Moschee, Synagoge, Tempel"),
    DefaultTerm("bildung", "Bildungseinrichtung", "Kita, Schule, Hochschule, Volkshochschule"),
    DefaultTerm("wirtschaft", "Unternehmen oder Kammer", "Betrieb, Kammer, Wirtschaftsförderung"),
    DefaultTerm("initiative", "Ehrenamtliche Initiative", "Zusammenschluss ohne feste Rechtsform"),
    DefaultTerm("stiftung", "Stiftung", "Fördert oder trägt selbst"),
)
FORMS = (
    DefaultTerm("beratung", "Beratung", "Auskunft und Hilfe im Gespräch"),
    DefaultTerm("kurs", "Kurs", "Mehrere Termine mit fester Gruppe"),
    DefaultTerm("treff", "Offener Treff", "Kommen und gehen, wann man möchte"),
    DefaultTerm("begleitung", "Begleitung", "Jemand kommt mit oder bleibt länger an der Seite"),
    DefaultTerm("gruppe", "Gruppe", "Regelmäßiges Treffen Gleichgesinnter"),
    DefaultTerm("veranstaltung", "Veranstaltung", "Einmalig oder jährlich"),
    DefaultTerm("sachhilfe", "Sachhilfe", "Kleidung, Möbel, Lebensmittel"),
    DefaultTerm("information", "Information", "Auskunft zum Lesen, Hören oder Ansehen"),
)
BARRIERS = (
    DefaultTerm("sprache", "Nur auf Deutsch", "Wer wenig Deutsch kann, kommt nicht weiter"),
    DefaultTerm("weg", "Weiter Weg", "Ohne Auto schwer zu erreichen"),
    DefaultTerm("zeit", "Ungünstige Zeiten", "Für Berufstätige oder Eltern schwer möglich"),
    DefaultTerm("kosten", "Kosten", "Für manche zu teuer"),
    DefaultTerm("kinderbetreuung", "Keine Kinderbetreuung", "Wer Kinder hat, kann nicht kommen"),
    DefaultTerm("gebaeude", "Nicht barrierefrei", "Stufen, enge Türen, kein passendes WC"),
    DefaultTerm("papiere", "Nachweise nötig", "Ohne bestimmte Papiere kein Zugang"),
    DefaultTerm("digital", "Nur digital", "Ohne Gerät oder Zugang nicht zu erreichen"),
)
TAXONOMIES = (
    DefaultTaxonomy("handlungsfeld", "Handlungsfelder Integration", "Worum es geht", FIELDS),
    DefaultTaxonomy("zielgruppe", "Zielgruppen", "Für wen etwas gedacht ist", GROUPS),
    DefaultTaxonomy("akteurstyp", "Arten von Akteuren", "Was für eine Organisation es ist", ACTOR_KINDS),
    DefaultTaxonomy("angebotsform", "Formen von Angeboten", "Wie ein Angebot abläuft", FORMS),
    DefaultTaxonomy("zugangsbarriere", "Zugangsbarrieren", "Was Menschen davon abhält zu kommen", BARRIERS),
)
