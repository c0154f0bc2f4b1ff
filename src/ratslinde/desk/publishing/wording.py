"""The words for what would become public: kinds, attributes, links and dates as a clerk reads them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from ratslinde.desk.publishing import landscape_words as landscape
from ratslinde.kernel import clock
from ratslinde.record.outlet import by_ids
from ratslinde.record.preview import Difference

KINDS = {
    "body": "Kommune",
    "legislativeTerm": "Wahlperiode",
    "meeting": "Sitzung",
    "agendaItem": "Tagesordnungspunkt",
    "paper": "Vorlage",
    "consultation": "Schritt der Beratungsfolge",
    "organization": "Gremium oder Stelle",
    "person": "Person",
    "membership": "Mitgliedschaft",
    "actor": "Akteur",
    "offer": "Angebot",
    "place": "Ort eines Angebots",
    "socialSpace": "Sozialraum",
    "taxonomy": "Verzeichnis von Begriffen",
    "term": "Begriff",
    "location": "Ort",
    "file": "Dokument",
    "system": "Einstieg der offenen Daten",
}
"""In the order in which somebody wants to see them."""
_OF_KIND = {
    ("agendaItem", "name"): "Titel",
    ("paper", "name"): "Betreff",
    ("person", "title"): "Akademischer Titel",
    ("location", "description"): "Bezeichnung",
    ("consultation", "organization"): "Gremium",
    ("consultation", "role"): "Zuständigkeit",
    ("membership", "role"): "Funktion",
    ("file", "date"): "Datum des Dokuments",
    ("body", "name"): "Name der Kommune",
}
_LABELS = {
    "name": "Name", "shortName": "Kurzname", "number": "Nummer", "public": "Öffentlich", "result": "Ergebnis",
    "resolutionText": "Beschluss", "ratslinde:votesYes": "Ja", "ratslinde:votesNo": "Nein",
    "ratslinde:votesAbstain": "Enthaltungen", "ratslinde:voteResult": "Abstimmung", "ratslinde:removed": "Abgesetzt",
    "page.removed_reason": "Grund der Absetzung", "auxiliaryFile": "Weitere Dokumente", "mainFile": "Vorlage als PDF",
    "resultsProtocol": "Niederschrift", "invitation": "Einladung",
    "agendaItem": "Tagesordnungspunkte", "location": "Ort",
    "organization": "Gremium", "meetingState": "Stand", "cancelled": "Abgesagt", "start": "Beginn", "end": "Ende",
    "ratslinde:organizationName": "Name des Gremiums an diesem Tag", "ratslinde:announcedOn": "Bekannt gemacht am",
    "ratslinde:announcedAt": "Ort der Bekanntmachung", "ratslinde:announcedBy": "Gezeichnet von",
    "ratslinde:announcedRole": "Funktion", "ratslinde:hints": "Hinweise", "page.cancelled_reason": "Grund der Absage",
    "page.nonpublic_part": "Hat einen nichtöffentlichen Teil", "reference": "Vorlagennummer", "date": "Datum",
    "paperType": "Art", "underDirectionOf": "Federführung (Verweis)", "consultation": "Beratungsfolge",
    "page.lead": "Federführung", "page.participants": "Beteiligungen", "page.contact": "Auskunft erteilt",
    "page.proposal_heading": "Überschrift des Beschlussvorschlags", "page.proposal": "Beschlussvorschlag",
    "page.costs": "Kosten/Folgekosten", "page.financing": "Finanzierung", "page.explanation": "Erläuterungen",
    "page.planned_reports": "Spätere Vorstellung",
    "page.attachments_missing": "Anlagen fehlen hier", "page.decision_paper": "Beschlussvorlage",
    "meeting": "Sitzung", "authoritative": "Entscheidet", "role": "Zuständigkeit",
    "ratslinde:plannedDate": "Geplant für", "text": "Text des Dokuments", "page.accessible": "Barrierefrei",
    "familyName": "Nachname", "givenName": "Vorname", "formOfAddress": "Anrede", "title": "Titel", "email": "E-Mail",
    "phone": "Telefon", "membership": "Mitgliedschaften", "votingRight": "Stimmberechtigt", "startDate": "Von",
    "endDate": "Bis", "onBehalfOf": "Für", "ratslinde:deputyFor": "Vertritt", "subOrganizationOf": "Gehört zu",
    "organizationType": "Art", "classification": "Einordnung", "page.names": "Namen", "page.description": "Aufgaben",
    "streetAddress": "Straße und Hausnummer", "room": "Raum", "postalCode": "Postleitzahl", "locality": "Ort",
    "ratslinde:access": "Barrierefreier Zugang", "license": "Lizenz", "licenseValidSince": "Die Lizenz gilt seit",
    "contactEmail": "E-Mail der Ansprechstelle", "contactName": "Ansprechstelle",
    "website": "Internetseite", "ags": "Amtlicher Gemeindeschlüssel", "legislativeTerm": "Wahlperioden",
    "page.legal": "Impressum, Datenschutz, Barrierefreiheit", "page.notice": "Hinweis zur amtlichen Bekanntmachung",
    "size": "Größe in Byte", "mimeType": "Dateityp", "fileName": "Dateiname", "sha512Checksum": "Prüfsumme",
    "accessUrl": "Adresse", "downloadUrl": "Adresse zum Herunterladen", "keyword": "Schlagwörter",
    "product": "Seite des Programms", "vendor": "Seite des Anbieters",
    "oparlVersion": "Fassung des Standards", "system": "Einstieg",
    "page.slug": "Adresse", "page.council_body": "Gremium des Rates", "page.position": "Stelle in der Beratungsfolge",
    "page.certain": "Termin steht fest", "page.issuer": "Gezeichnet von", "page.issuer_role": "Funktion",
    "page.issued_at": "Ort der Bekanntmachung", "page.issued_on": "Bekannt gemacht am", "page.hints": "Hinweise",
    "page.organization_names": "Name des Gremiums an diesem Tag", "page.decision": "Beschluss",
    "page.organization_name": "Name des Gremiums an diesem Tag", "page.date": "Termin",
    "page.self_managed": "Pflegt den Eintrag selbst", "page.cost": "Kosten", "page.ages": "Alter",
    "page.groups": "Zielgruppen", "page.access": "Zugang", "page.area": "Einzugsgebiet", "page.languages": "Sprachen",
    "page.valid_from": "Gilt ab", "page.valid_until": "Gilt bis", "page.follows": "Hervorgegangen aus",
}  # fmt: skip
DETAILS = frozenset({
    "size", "mimeType", "fileName", "sha512Checksum", "accessUrl", "downloadUrl", "keyword", "product", "vendor",
    "oparlVersion",
    "system", "page.slug", "page.council_body", "page.position", "page.certain", "page.issuer", "page.issuer_role",
    "page.issued_at", "page.issued_on", "page.hints", "page.organization_names", "page.decision",
    "page.organization_name", "page.date", "page.decision_paper", "page.follows",
    "text", "underDirectionOf", "organizationType",
})  # fmt: skip
"""Attributes that repeat another one or matter to programs only: shown folded."""

_LINK = re.compile(r"(?:oparl/v1\.1|record)/[A-Za-z]+/([A-Za-z0-9]+)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def label(kind: str, attribute: str) -> str:
    """The German label of an attribute; the attribute itself where there is none."""
    if kind in landscape.KINDS and attribute in landscape.LABELS:
        return landscape.LABELS[attribute]
    return _OF_KIND.get((kind, attribute)) or _LABELS.get(attribute, attribute)


def place(kind: str, attribute: str) -> int:
    """Where the attribute stands among the others: as the labels are listed."""
    order = list(landscape.LABELS if kind in landscape.KINDS else _LABELS)
    return order.index(attribute) if attribute in order else len(order)


def folded(kind: str, attribute: str) -> bool:
    """Whether the attribute repeats another one or matters to programs only."""
    return attribute in (landscape.DETAILS if kind in landscape.KINDS else DETAILS)


def value(kind: str, attribute: str, text: str) -> str:
    """The value in German words where it is one of a standard's."""
    return landscape.value(attribute, text) if kind in landscape.KINDS else text


def titles(found: Iterable[Difference]) -> dict[str, str]:
    """What stands for the ids that the differences name: titles of what is public, and of what would be."""
    found = list(found)
    texts = " ".join(f"{line.before} {line.after}" for each in found for line in each.lines)
    public = {key: entry.title for key, entry in by_ids(set(_LINK.findall(texts))).items()}
    return public | {each.id: each.title for each in found if each.title}


def said(text: str, names: Mapping[str, str]) -> str:
    """The text with titles instead of links, and with German dates."""
    return "\n".join(_line(line, names) for line in text.split("\n"))


def _line(line: str, names: Mapping[str, str]) -> str:
    bare = line.strip().lstrip("\x1f")
    found = _LINK.fullmatch(bare)
    if found:
        return names.get(found[1]) or "(noch nicht öffentlich)"
    if bare in names:
        return names[bare]
    if _MOMENT.fullmatch(bare):
        return f"{clock.town_time(datetime.datetime.fromisoformat(bare)):%d.%m.%Y, %H:%M} Uhr"
    return f"{datetime.date.fromisoformat(bare):%d.%m.%Y}" if _DAY.fullmatch(bare) else line
