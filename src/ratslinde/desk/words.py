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
    "town.withdraw": "zurückgenommen",
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
    "post.release": "zum Versand freigegeben",
    "post.discard": "verworfen",
    "post.send_again": "noch einmal gesendet",
    "vocabulary.edit": "Begriffe geändert",
    "vocabulary.publish": "Begriffe veröffentlicht",
    "space.edit": "geändert",
    "space.publish": "veröffentlicht",
    "space.withdraw": "zurückgenommen",
    "place.edit": "geändert",
    "place.merge": "zusammengeführt",
    "actor.draft": "angelegt",
    "actor.edit": "geändert",
    "actor.confirm": "bestätigt",
    "actor.publish": "veröffentlicht",
    "actor.withdraw": "zurückgenommen",
    "actor.archive": "abgelegt oder hervorgeholt",
    "actor.merge": "zusammengeführt",
    "contact.edit": "Ansprechperson geändert",
    "contact.erase": "Ansprechperson gelöscht",
    "activity.edit": "Tätigkeit geändert",
    "cooperation.edit": "Zusammenarbeit geändert",
    "network.decide": "Koordination des Netzwerks festgelegt",
    "offer.draft": "angelegt",
    "offer.edit": "geändert",
    "offer.confirm": "bestätigt",
    "offer.publish": "veröffentlicht",
    "offer.withdraw": "zurückgenommen",
    "offer.archive": "abgelegt oder hervorgeholt",
    "offer.merge": "zusammengeführt",
    "translation.edit": "übersetzt",
    "resource.edit": "Ressource geändert",
    "coverage.decide": "Grenzwert oder Vorgabe festgelegt",
    "landscape.publish": "vieles veröffentlicht",
    "landscape.undo": "Änderungen zurückgenommen",
    "landscape.unmerge": "Zusammenführung rückgängig gemacht",
    "landscape.edit_many": "viele Einträge auf einmal geändert",
    "landscape.import": "Tabelle eingelesen",
    "keeper.invite": "um Bestätigung gebeten",
    "keeper.hand_over": "Link von Hand weitergegeben",
    "keeper.answer": "hat geantwortet",
    "keeper.decide": "über eine Rückmeldung entschieden",
    "inbox.accept": "Meldung übernommen",
    "inbox.settle": "Meldung von Hand erledigt",
    "inbox.decline": "Meldung abgelehnt",
    "inbox.expire": "nach Ablauf der Frist gelöscht",
}

_OWN = {
    ("Meeting", "organization"): "Gremium",
    ("Meeting", "location"): "Ort",
    ("Meeting", "room"): "Raum",
    ("Meeting", "joint_with"): "Gemeinsam mit",
    ("Meeting", "minutes"): "Niederschrift",
    ("Meeting", "invitation"): "Einladung",
    ("AgendaItem", "votes_yes"): "Ja-Stimmen",
    ("AgendaItem", "votes_no"): "Nein-Stimmen",
    ("Consultation", "organization"): "Gremium",
    ("Consultation", "agenda_item"): "Tagesordnungspunkt",
    ("Consultation", "meeting"): "Sitzung",
    ("Organization", "parent"): "Gehört zu",
    ("Offer", "age_from"): "Alter ab (Jahre)",
    ("Offer", "age_to"): "Alter bis (Jahre)",
    ("Membership", "organization"): "Gremium",
    ("Membership", "on_behalf_of"): "Für (Liste, Fraktion, Stelle)",
    ("Membership", "deputy_for"): "Vertritt",
    ("Paper", "planned_reports"): "Spätere Vorstellung",
    ("Actor", "activities"): "Tätigkeiten",
    ("Offer", "languages"): "Sprachen",
    ("Offer", "sites"): "Orte und Zeiten",
    ("Term", "mappings"): "Entsprechungen",
}
_KINDS = {
    "Body": "bodies", "Organization": "bodies", "Person": "bodies", "Membership": "bodies", "Location": "bodies",
    "LegislativeTerm": "bodies", "Meeting": "meetings", "AgendaItem": "meetings", "Paper": "papers",
    "Consultation": "papers", "Document": "documents", "Actor": "landscape", "Offer": "landscape",
    "Place": "landscape", "SocialSpace": "landscape", "Term": "landscape", "Taxonomy": "landscape",
    "ContactPerson": "landscape", "Activity": "landscape", "Cooperation": "landscape", "Resource": "landscape",
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
