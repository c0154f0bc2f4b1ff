"""Social spaces from one file: the file, what it would do district by district, and the act.

The file is kept nowhere: between the steps the page carries it, packed, and it is read anew like any other.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.places.boundaries import FORMATS, MOST_BYTES, BoundaryField, parsed
from ratslinde.desk.landscape.places.spaces import SPACES
from ratslinde.integration.landscape import districting
from ratslinde.integration.landscape.rules.districts import District, districts, name_properties
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs import may

ACT, PACKED, NAMES, TICKED = "anlegen", "datei", "eigenschaft", "flaeche"


class FileForm(forms.Form):
    """The file with all districts."""

    boundaries = BoundaryField(
        label="GeoJSON-Datei mit allen Stadtteilen",
        help_text=f"{FORMATS} Jede Fläche trägt ihren Namen in einer Eigenschaft, zum Beispiel NAME oder Stadtteil.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door("space.edit")
def from_file(request: HttpRequest) -> HttpResponse:
    """Take the file in, show what it would do, and do it."""
    body, asked = the_body(), request.POST
    form = FileForm(asked, request.FILES) if request.method == "POST" and PACKED not in asked else FileForm()
    try:
        if PACKED in asked:
            data = _unpacked(asked[PACKED])
        elif form.is_bound and form.is_valid():
            data = form.cleaned_data["boundaries"]
        else:
            return _first(request, form)
        return _step(request, body, data, districts(data))
    except Forbidden:
        raise
    except (Refused, forms.ValidationError) as error:
        return _first(request, FileForm(), refusal=_sentence(error))


def _step(request: HttpRequest, body: Body, data: Any, found: list[District]) -> HttpResponse:
    properties = name_properties(found)
    if not properties:
        raise Refused("Keine Fläche der Datei trägt einen Namen.")
    names = request.POST.get(NAMES, "")
    names, refusal = names if names in properties else properties[0], ""
    if ACT in request.POST:
        try:
            batch = districting.set_up_spaces(
                account(request), body, found=found, names=names, seen=request.POST.getlist(TICKED)
            )
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
        else:
            return _done(request, len(set(request.POST.getlist(TICKED))), batch)
    rows = districting.plan(body, found, names=names)
    context = {
        "title": "Sozialräume aus einer Datei", "rows": rows, "packed": _packed(data), "names": names,
        "properties": [(key, _example(found, key)) for key in properties], "refusal": refusal,
        "choosable": any(each.chosen for each in rows), "redrawn": any(each.standing for each in rows if each.chosen),
        "back": reverse("desk_landscape:spaces"),
    }  # fmt: skip
    return page(
        request, "desk/landscape/districts.html", context, trail=SPACES, status=409 if refusal else 200
    )


def _first(request: HttpRequest, form: FileForm, *, refusal: str = "") -> HttpResponse:
    context = {
        "title": "Sozialräume aus einer Datei", "form": form, "refusal": refusal,
        "back": reverse("desk_landscape:spaces"),
    }  # fmt: skip
    return page(request, "desk/landscape/districts_file.html", context, trail=SPACES)


def _done(request: HttpRequest, number: int, batch: Any) -> HttpResponse:
    words = "1 Sozialraum ist" if number == 1 else f"{number} Sozialräume sind"
    undo = ""
    if may(account(request), "landscape.undo"):
        address = reverse("desk_landscape:undo", args=[batch])
        undo = format_html(' <a href="{}">Rückgängig machen</a>', address)
    messages.success(
        request,
        format_html("{} eingetragen. Öffentlich werden sie erst durch Veröffentlichen.{}", words, undo),
    )
    return HttpResponseRedirect(reverse("desk_landscape:spaces"))


def _example(found: list[District], key: str) -> str:
    """'NAME (Altstadt, Nordstadt, …)'."""
    some = [each.texts[key] for each in found if key in each.texts]
    more = ", …" if len(some) > 2 else ""
    return f"{key} ({', '.join(some[:2])}{more})"


def _packed(data: Any) -> str:
    return base64.b64encode(zlib.compress(json.dumps(data).encode())).decode("ascii")


def _unpacked(text: str) -> Any:
    """Raises ValidationError for what this page never wrote, and before it grows beyond what may be uploaded."""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(base64.b64decode(text, validate=True), 2 * MOST_BYTES)
    except (binascii.Error, zlib.error) as error:
        raise forms.ValidationError("Bitte die Datei noch einmal hochladen.") from error
    if not unpacking.eof:
        raise forms.ValidationError("Bitte die Datei noch einmal hochladen.")
    return parsed(found)


def _sentence(error: Refused | forms.ValidationError) -> str:
    return error.message if isinstance(error, Refused) else " ".join(error.messages)
