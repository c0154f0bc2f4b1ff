"""An actor as a vCard: 3.0 (RFC 2426) by default, which Outlook reads, 4.0 (RFC 6350) with `?version=4.0`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from ratslinde.opendata.answers import open_data
from ratslinde.opendata.refusals import BadQuery, Gone, NotThere
from ratslinde.record import directory, outlet
from ratslinde.record.addresses import of_location
from ratslinde.record.directory import Item

VCARD = "text/vcard; charset=utf-8"
VERSIONS = ("3.0", "4.0")
_OCTETS = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


@open_data(VCARD)
def actor(request: HttpRequest, *, public_id: str) -> bytes:
    """The card of a published actor: the organisation, never a person."""
    found = outlet.by_path(f"akteure/{public_id}/")
    if found is None or found.kind != "actor":
        raise NotThere("Einen solchen Akteur gibt es nicht.")
    if found.deleted:
        raise Gone("Dieser Eintrag wurde zurückgenommen.")
    version = request.GET.get("version", VERSIONS[0])
    if version not in VERSIONS:
        raise BadQuery("Als Fassung gibt es 3.0 und 4.0.", debug=f"version={version}")
    return card(directory.current().by_id[found.id], version=version)


def card(item: Item, *, version: str) -> bytes:
    """The lines of the card, folded at 75 octets without cutting a letter."""
    data = item.data
    lines = [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        "KIND:org" if version == VERSIONS[1] else "",
        f"FN:{_text(data['name'])}",
        "N:;;;;",
        f"ORG:{_text(data['name'])}",
        *(f"TEL;TYPE=work,voice:{_text(phone['number'])}" for phone in data.get("phones", ())),
        *([f"EMAIL:{_text(data['email'])}"] if "email" in data else []),
        *_addresses(data),
        *([f"URL:{data['website']}"] if "website" in data else []),
        _categories(data),
        f"UID:urn:uuid:{item.standard_id}",
        f"REV:{_moment(item.modified)}",
        "END:VCARD",
    ]
    return b"".join(_folded(line) for line in lines if line)


def _addresses(data: Mapping[str, Any]) -> list[str]:
    found = [of_location(place) for place in data.get("locations", ())]
    return [
        f"ADR;TYPE=work:;;{_text(each.street)};{_text(each.locality)};;{_text(each.postal_code)};Deutschland"
        for each in found
        if each.line
    ]


def _categories(data: Mapping[str, Any]) -> str:
    fields = [
        each["taxonomy_term"]["name"]
        for each in data.get("attributes", ())
        if each["link_type"] == "handlungsfeld"
    ]
    return f"CATEGORIES:{','.join(map(_text, dict.fromkeys(fields)))}" if fields else ""


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _moment(text: str) -> str:
    return f"{datetime.datetime.fromisoformat(text).astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> bytes:
    pieces: list[bytes] = [b""]
    for letter in line:
        encoded = letter.encode()
        room = _OCTETS - (1 if len(pieces) > 1 else 0)
        if len(pieces[-1]) + len(encoded) > room:
            pieces.append(b"")
        pieces[-1] += encoded
    return b"\r\n ".join(pieces) + b"\r\n"
