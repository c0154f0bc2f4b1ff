"""The German words for verbs, states and fields."""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from ratslinde.verbs.rows import Publication

STATE_BADGES = {Publication.DRAFT: "", Publication.PUBLISHED: "success", Publication.WITHDRAWN: "warning"}
STATE_ICONS = {
    Publication.DRAFT: "draft",
    Publication.PUBLISHED: "visibility",
    Publication.WITHDRAWN: "visibility-off",
}

VERBS = {
    "town.set_up": "eingerichtet",
    "town.edit": "geändert",
    "town.publish": "veröffentlicht",
    "body.edit": "geändert",
    "body.publish": "veröffentlicht",
    "body.withdraw": "zurückgenommen",
    "person.edit": "geändert",
    "person.publish": "veröffentlicht",
    "person.withdraw": "zurückgenommen",
    "person.erase": "veröffentlichte Fassungen gelöscht",
    "document.add": "Dokument hinzugefügt",
    "document.edit": "Dokument geändert",
    "meeting.draft": "angelegt",
    "meeting.edit": "geändert",
    "meeting.publish": "veröffentlicht",
    "meeting.withdraw": "zurückgenommen",
    "agenda.edit": "Tagesordnung geändert",
    "paper.draft": "angelegt",
    "paper.edit": "geändert",
    "paper.put_on_agenda": "auf die Tagesordnung gesetzt",
    "paper.take_off_agenda": "von der Tagesordnung genommen",
    "paper.publish": "veröffentlicht",
    "paper.withdraw": "zurückgenommen",
    "adoption.adopt": "eingelesen",
    "adoption.check": "Angaben geprüft",
    "adoption.discard": "Datei verworfen",
}

_OWN = {
    ("Meeting", "organization"): "Gremium",
    ("Meeting", "location"): "Ort",
    ("Meeting", "joint_with"): "Gemeinsam mit",
    ("Meeting", "minutes"): "Niederschrift",
    ("Consultation", "organization"): "Gremium",
    ("Consultation", "agenda_item"): "Tagesordnungspunkt",
    ("Consultation", "meeting"): "Sitzung",
    ("Organization", "parent"): "Gehört zu",
    ("Membership", "organization"): "Gremium",
    ("Membership", "on_behalf_of"): "Für (Liste, Fraktion, Stelle)",
    ("Membership", "deputy_for"): "Vertritt",
    ("Paper", "planned_reports"): "Spätere Vorstellung",
}
_KINDS = {
    "Body": "bodies", "Organization": "bodies", "Person": "bodies", "Membership": "bodies", "Location": "bodies",
    "LegislativeTerm": "bodies", "Meeting": "meetings", "AgendaItem": "meetings", "Paper": "papers",
    "Consultation": "papers", "Document": "documents",
}  # fmt: skip


def field(kind: str, name: str) -> str:
    """The label of a field of a kind of row; the name itself where there is none."""
    if (kind, name) in _OWN:
        return _OWN[kind, name]
    if kind not in _KINDS:
        return name
    try:
        found = apps.get_model(_KINDS[kind], kind)._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(getattr(found, "verbose_name", name))
