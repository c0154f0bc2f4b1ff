"""Rows that are changed together, and the steps of doing so."""

from __future__ import annotations

from django.urls import reverse

from ratslinde.integration.landscape.models import Actor, Offer

OFFERS = "/schreibtisch/integration/angebote/sammeln/"
ACTORS = "/schreibtisch/integration/akteure/sammeln/"


def chosen(*rows: Offer | Actor, **asked: str) -> dict[str, object]:
    return {"zeile": [row.public_id for row in rows], **asked}


def seen(page) -> dict[str, object]:
    """What the page of the plan would send on."""
    kept: dict[str, list[str]] = {}
    for name, value in page.context["kept"]:
        kept.setdefault(name, []).append(value)
    return {
        "zeile": [row.public_id for row in page.context["chosen"]],
        "gesehen": [line.seen for line in page.context["rows"]],
        **kept,
        "ausfuehren": "ja",
    }


def languages(row: Offer) -> tuple[list[tuple[str, bool]], bool]:
    row = Offer.objects.get(pk=row.pk)
    return [(each.code, each.interpreted) for each in row.languages.all()], row.languages_known


def done(desk, *rows: Offer | Actor, **asked: object):
    address = ACTORS if isinstance(rows[0], Actor) else OFFERS
    page = desk.post(address, chosen(*rows, ansehen="ja", **asked))
    return page, desk.post(address, seen(page), follow=True)


def undo_of(desk, answer) -> None:
    desk.post(reverse("desk_landscape:undo", args=[answer.text.split("rueckgaengig/")[1].split("/")[0]]))
