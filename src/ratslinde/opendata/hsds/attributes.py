"""What this system adds to HSDS: every attribute with the prefix `x_`, and what it means."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from ratslinde.record import hsds

PREFIX = "x_"
_TEXT: dict[str, Any] = {"type": "string"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_UUID: dict[str, Any] = {"type": "string", "format": "uuid"}
_YES: dict[str, Any] = {"type": "boolean"}
_MEANINGS: dict[str, tuple[dict[str, Any], str]] = {
    "x_access": (_TEXT, "open, registration oder referral; fehlt, wenn unbekannt."),
    "x_ages": (_TEXT, "all (jedes Alter) oder range; fehlt, wenn unbekannt."),
    "x_assured_date": (_DAY, "Tag, an dem der Akteur seinen Eintrag zuletzt bestätigt hat."),
    "x_cancelled": (
        {"type": "array", "items": _DAY},
        "Tage, an denen es nach seiner Regel stattfände und ausfällt; notes sagt es in Worten.",
    ),
    "x_complete": (
        {"type": "array", "items": {"type": "string", "enum": ["fields", "languages"]}},
        (
            "Listen des Akteurs, von denen jemand gesagt hat, dass sie vollständig sind: fields (Handlungsfelder), "
            "languages (Sprachen). Stehen sie weder hier noch in x_incomplete, hat das niemand gesagt."
        ),
    ),
    "x_follows": (
        {"type": "array", "items": _UUID},
        (
            "UUIDs der Sozialräume, aus denen dieser hervorgegangen ist. Was heute an der Stelle eines früheren gilt, "
            "sagen die Sozialräume, die ihn hier nennen."
        ),
    ),
    "x_former_ids": ({"type": "array", "items": _UUID}, "UUIDs von Einträgen, die hier aufgegangen sind."),
    "x_groups": (_TEXT, "everyone (alle) oder listed (die genannten Zielgruppen); fehlt, wenn unbekannt."),
    "x_incomplete": (
        {"type": "array", "items": {"type": "string", "enum": ["fields", "groups", "languages"]}},
        (
            "Welche Listen nicht vollständig sind: fields (Handlungsfelder), groups (Zielgruppen), languages "
            "(Sprachen). Was in einer solchen Liste nicht steht, ist nicht bekannt; es heißt nicht „nein“."
        ),
    ),
    "x_key": (_TEXT, "Wofür die Wortliste gebraucht wird, zum Beispiel handlungsfeld."),
    "x_languages": (
        {"type": "array", "items": _TEXT},
        "Sprachen des Akteurs (BCP 47); fehlt, wenn unbekannt.",
    ),
    "x_mappings": (
        {"type": "array", "items": {"type": "object"}},
        "Wie der Begriff anderswo heißt: Schema, Kennung, Verhältnis (exact, broad, narrow).",
    ),
    "x_mode": (_TEXT, "on_site, online, outreach oder hybrid; fehlt, wenn unbekannt."),
    "x_name_consent_on": (
        _DAY,
        (
            "Tag, an dem die Ansprechperson zugestimmt hat, mit Namen genannt zu werden. Fehlt ein Kontakt später, "
            "gilt die Zustimmung nicht mehr: dann auch an anderer Stelle löschen."
        ),
    ),
    "x_order": ({"type": "integer"}, "Platz in der Reihenfolge der Kommune, ab 0."),
    "x_partial_address": (
        {"type": "object", "additionalProperties": _TEXT},
        (
            "Was von der Anschrift bekannt ist, wo etwas fehlt, das HSDS für addresses verlangt (Straße, Postleitzahl, "
            "Ort, Bundesland). Was nicht bekannt ist, wird nicht erfunden. Für Menschen steht dasselbe in "
            "description."
        ),
    ),
    "x_self_managed": (
        _YES,
        "Ob der Akteur vor allem von Eingewanderten getragen wird; fehlt, wenn unbekannt.",
    ),
    "x_social_space": (_UUID, "UUID des Sozialraums (service_area), in dem der Ort liegt."),
    "x_social_spaces": (
        {"type": "array", "items": _UUID},
        "UUIDs der Sozialräume, für die das Angebot von diesem Ort aus da ist.",
    ),
    "x_translations": (
        {"type": "object"},
        "Texte in anderen Sprachen: Sprache, Attribut, Text und Stand (machine, checked, outdated).",
    ),
    "x_valid_from": (_DAY, "Erster Tag, an dem es das Angebot gibt oder der Sozialraum gilt."),
    "x_valid_until": (
        _DAY,
        (
            "Letzter Tag, an dem es das Angebot gibt oder der Sozialraum gilt. Ein Sozialraum steht auch danach hier: "
            "Angebote können noch für ihn da sein."
        ),
    ),
    "x_volunteers_only": (_YES, "Ob es allein von Ehrenamtlichen getragen wird; fehlt, wenn unbekannt."),
    "x_waiting": ({"type": "integer"}, "Zahl der Menschen auf der Warteliste."),
    "x_whole_town": (_YES, "Ob es für die ganze Kommune gilt; fehlt, wenn unbekannt."),
}


class Attribute(NamedTuple):
    """An attribute of our own: the schema files it stands in, its schema, what it means."""

    name: str
    files: tuple[str, ...]
    schema: dict[str, Any]
    meaning: str


_FILES: dict[type[msgspec.Struct], str] = {
    hsds.Organization: "organization.json", hsds.Service: "service.json", hsds.Location: "location.json",
    hsds.Taxonomy: "taxonomy.json", hsds.Schedule: "schedule.json", hsds.TaxonomyTerm: "taxonomy_term.json",
    hsds.Contact: "contact.json", hsds.ServiceAtLocation: "service_at_location.json",
    hsds.ServiceCapacity: "service_capacity.json", hsds.ServiceArea: "service_area.json",
}  # fmt: skip


def attributes() -> list[Attribute]:
    """All attributes of our own, by name. Raises KeyError for one that nobody has explained."""
    files: dict[str, list[str]] = {}
    for structure in _structures():
        for field in msgspec.structs.fields(structure):
            if field.encode_name.startswith(PREFIX):
                files.setdefault(field.encode_name, []).append(_FILES[structure])
    return [Attribute(name, tuple(sorted(where)), *_MEANINGS[name]) for name, where in sorted(files.items())]


def _structures() -> list[type[msgspec.Struct]]:
    found = [
        value for value in vars(hsds).values() if isinstance(value, type) and issubclass(value, hsds.Hsds)
    ]
    return [each for each in found if each is not hsds.Hsds]
