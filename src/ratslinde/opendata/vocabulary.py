"""The page that says what the attributes with the prefix `ratslinde:` mean (OParl 1.1, 2.4: vendor attributes)."""

from __future__ import annotations

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from ratslinde.opendata import addresses
from ratslinde.record import oparl, outlet, pages
from ratslinde.record.shapes import SHAPES
from ratslinde.ui.frame import Crumb, Frame, public_frame

PREFIX = "ratslinde:"
_MEANINGS: dict[str, tuple[str, str, str]] = {
    "access": ("Text", "Wie man den Ort erreicht, zum Beispiel ohne Stufen.", "Eingang Hofseite, stufenlos"),
    "announcedAt": ("Text", "Ort, an dem die Bekanntmachung ausgefertigt wurde.", "Lindenhagen"),
    "announcedBy": ("Text", "Name der Person, die die Bekanntmachung unterzeichnet hat.", "Ada Beispiel"),
    "announcedOn": ("Datum", "Tag, an dem die Bekanntmachung ausgefertigt wurde.", "2026-02-20"),
    "announcedRole": ("Text", "Funktion dieser Person.", "Vorsitzende"),
    "deputyFor": (
        "Adresse einer Membership",
        "Die Mitgliedschaft, die durch diese vertreten wird. Die Stellvertretung steht in „role“.",
        "https://rat.lindenhagen.example/oparl/v1.1/membership/4t7k9w2m5x8p1r",
    ),
    "hints": (
        "Text",
        "Hinweise für Besucherinnen und Besucher der Sitzung.",
        "Der Saal ist barrierefrei erreichbar.",
    ),
    "organizationName": (
        "Text",
        (
            "Name des Gremiums, wie er an diesem Tag galt. OParl kennt für eine Organisation nur einen Namen, den"
            " heutigen; Umbenennungen gingen sonst verloren. Tagen mehrere gemeinsam, stehen die Namen mit Komma"
            " hintereinander."
        ),
        "Integrationsrat",
    ),
    "plannedCertain": (
        "Wahrheitswert",
        "Ob der vorgesehene Tag feststeht; „false“ bei „voraussichtlich“.",
        "false",
    ),
    "plannedDate": (
        "Datum",
        (
            "Tag, für den die Beratung vorgesehen ist. Eine geplante Beratung hat noch kein „meeting“ und kein"
            " „agendaItem“."
        ),
        "2026-06-16",
    ),
    "removed": ("Wahrheitswert", "„true“, wenn der Punkt von der Tagesordnung abgesetzt wurde.", "true"),
    "voteResult": (
        "Text",
        (
            "Abstimmungsergebnis in Worten, wie es in der Niederschrift steht. Steht dort keines, sind aber Stimmen"
            " gezählt, folgt es aus ihnen: „einstimmig“ oder „mit Mehrheit“."
        ),
        "einstimmig",
    ),
    "votesAbstain": ("Ganze Zahl", "Zahl der Enthaltungen.", "1"),
    "votesNo": ("Ganze Zahl", "Zahl der Nein-Stimmen.", "0"),
    "votesYes": ("Ganze Zahl", "Zahl der Ja-Stimmen.", "14"),
}


class Attribute(msgspec.Struct, frozen=True, kw_only=True):
    """A vendor attribute: the OParl types that have it, the form of its value, its meaning, an example."""

    name: str
    types: tuple[str, ...]
    form: str
    meaning: str
    example: str


def attributes() -> list[Attribute]:
    """All vendor attributes that objects can have, by name. Raises KeyError for one without a meaning."""
    types: dict[str, list[str]] = {}
    for kind, structure in oparl.TYPES.items():
        for field in msgspec.structs.fields(structure):
            if field.encode_name.startswith(PREFIX):
                types.setdefault(field.encode_name.removeprefix(PREFIX), []).append(SHAPES[kind].name)
    return [
        Attribute(name=PREFIX + name, types=tuple(types[name]), form=form, meaning=meaning, example=example)
        for name, (form, meaning, example) in sorted(_MEANINGS.items())
    ]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How the open data are read, and every vendor attribute. 404 when open data are switched off."""
    if not settings.RATSLINDE_OPEN_DATA:
        raise Http404
    context = {
        "frame": frame(),
        "trail": (Crumb(label=gettext("Startseite"), address="/"), Crumb(label=gettext("Offene Daten"))),
        "attributes": attributes(),
        "entry": addresses.absolute(f"{addresses.ROOT}system"),
    }
    return render(request, "opendata/vocabulary.html", context)


def frame() -> Frame:
    """The frame of the pages that explain open data; none of the public sections is theirs."""
    body = next(iter(outlet.of_kind("body", most=1)), None)
    notice = body.page.notice if body and isinstance(body.page, pages.BodyPage) else ""
    town = body.title if body else ""
    return public_frame("", town=town, notice=notice, directory=outlet.count("actor") > 0)
