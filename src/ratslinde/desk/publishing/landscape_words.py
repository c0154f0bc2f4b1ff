"""The German words for what HSDS says about actors, offers, places, social spaces and terms."""

from __future__ import annotations

from ratslinde.kernel.languages import name_of

KINDS = frozenset({"actor", "offer", "place", "socialSpace", "taxonomy", "term"})
LABELS = {
    "name": "Name", "alternate_name": "Kurzname", "description": "Beschreibung", "status": "Stand", "alert": "Hinweis",
    "organization": "Anbieter", "parent_organization_id": "Gehört zu", "parent_id": "Gehört zu",
    "attributes": "Zuordnung", "cost_options": "Kosten", "fees_description": "Hinweis zu den Kosten",
    "minimum_age": "Alter ab (Jahre)", "maximum_age": "Alter bis (Jahre)", "x_ages": "Alter",
    "x_groups": "Zielgruppen",
    "x_incomplete": "Nicht vollständig erhoben", "x_complete": "Vollständig erhoben",
    "x_access": "Zugang", "application_process": "So meldet man sich an", "eligibility_description": "Voraussetzungen",
    "x_mode": "Art der Durchführung", "x_whole_town": "Gilt für die ganze Kommune", "service_areas": "Sozialräume",
    "languages": "Sprachen", "x_languages": "Sprachen", "interpretation_services": "Dolmetschen",
    "service_at_locations": "Orte und Zeiten", "schedules": "Zeiten", "locations": "Sitz", "capacities": "Plätze",
    "phones": "Telefon", "email": "E-Mail", "website": "Internetseite", "contacts": "Ansprechpersonen",
    "legal_status": "Rechtsform", "organization_identifiers": "Registernummer",
    "x_self_managed": "Von Eingewanderten getragen", "page.self_managed": "Von Eingewanderten getragen",
    "x_volunteers_only": "Nur ehrenamtlich", "x_valid_from": "Gibt es ab", "x_valid_until": "Gibt es bis",
    "assured_date": "Bestätigt am", "x_assured_date": "Bestätigt am", "addresses": "Adresse",
    "transportation": "Anfahrt", "latitude": "Breite", "longitude": "Länge", "x_social_space": "Sozialraum",
    "x_partial_address": "Adresse, soweit bekannt",
    "x_follows": "Hervorgegangen aus", "accessibility": "Barrierefreier Zugang",
    "extent": "Grenze", "extent_type": "Format der Grenze",
    "x_translations": "Übersetzungen", "x_mappings": "Anderswo", "code": "Kürzel", "taxonomy": "Verzeichnis",
    "location_type": "Art des Ortes", "url": "Internetadresse", "uri": "Adresse der Seite", "id": "Kennung",
    "last_modified": "Zuletzt geändert", "x_former_ids": "Frühere Kennungen", "page.description": "Beschreibung",
    "taxonomy_detail": "Verzeichnis, ausführlich", "language": "Sprache des Begriffs", "version": "Fassung",
    "x_key": "Schlüssel", "x_order": "Reihenfolge",
}  # fmt: skip
"""In the order in which somebody wants to see them."""
DETAILS = frozenset({
    "uri", "id", "last_modified", "x_former_ids", "extent", "extent_type", "taxonomy_detail", "language", "version",
    "x_key", "x_order", "location_type", "page.description", "page.self_managed", "page.access", "page.ages",
    "page.area", "page.cost", "page.groups", "page.languages",
})  # fmt: skip
"""What repeats another attribute or matters to programs only: shown folded."""
_VALUES = {
    "active": "läuft", "temporarily closed": "pausiert", "defunct": "beendet", "inactive": "eingestellt",
    "on_site": "vor Ort", "online": "online", "outreach": "aufsuchend", "hybrid": "vor Ort und online",
    "open": "offen, ohne Anmeldung", "registration": "mit Anmeldung", "referral": "nur mit Vermittlung",
    "free": "kostenfrei", "paid": "kostet etwas", "all": "jedes Alter", "range": "von … bis …", "everyone": "alle",
    "listed": "wie angegeben", "town": "die ganze Kommune", "spaces": "bestimmte Sozialräume", "EUR": "Euro",
    "DE": "Deutschland", "physical": "Ort zum Hingehen", "postal": "Postanschrift", "virtual": "im Internet",
    "offers": "bietet an", "leads": "leitet", "advises": "berät",
    "funds": "finanziert", "refers": "vermittelt", "represents": "vertritt", "checked": "geprüft",
    "machine": "maschinell übersetzt", "outdated": "veraltet", "fields": "Handlungsfelder", "groups": "Zielgruppen",
    "languages": "Sprachen",
}  # fmt: skip
_TEXTS = frozenset({"name", "alternate_name", "description", "alert", "application_process", "fees_description",
                    "eligibility_description", "transportation", "x_translations"})  # fmt: skip
"""Attributes that somebody wrote: their words are never replaced."""
_CODES = frozenset({"interpretation_services", "x_languages"})
"""Attributes that name languages by their codes."""


def value(attribute: str, text: str) -> str:
    """The value with German words for the standard's own; what somebody wrote stays as it is."""
    if attribute in _TEXTS:
        return text
    if attribute in _CODES:
        return ", ".join(name_of(code) for code in text.replace(",", " ").split())
    return "\n".join(_VALUES.get(line, line) for line in text.split("\n"))
