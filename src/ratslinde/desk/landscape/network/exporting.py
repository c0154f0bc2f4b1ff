"""The network as a file: the picture, and the table twin."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import actor, door
from ratslinde.desk.landscape.coverage.exporting import as_csv
from ratslinde.desk.landscape.network.asking import Asked, asked_network
from ratslinde.desk.landscape.network.drawing import MOST_DRAWN, drawn_network
from ratslinde.desk.landscape.network.standing import standings
from ratslinde.desk.landscape.network.wording import ActorLine, actor_lines, tie_lines
from ratslinde.desk.landscape.pictures import as_picture
from ratslinde.kernel import tables
from ratslinde.kernel.errors import Refused

ACTORS = ("Nr.", "Akteur", "Art", "gefragt am", "geantwortet am", "Partner", "Stellung")
TIES = ("Akteur", "Art", "mit", "Stärke", "Stand", "genannt von", "seit", "bis")
EDGES = ("from", "to", "type", "strength", "confirmed")


@require_GET
@door("landscape.read")
def network_picture(request: HttpRequest, form: str) -> HttpResponse:
    """The picture that is shown, without links."""
    return as_picture(_picture(request), name="netzwerk", form=form)


@require_GET
@door("landscape.read")
def actors_csv(request: HttpRequest) -> HttpResponse:
    """The table of actors; who was never asked has no day."""
    rows: list[list[tables.Cell]] = [
        [
            line.number, line.actor.name, line.actor.kind or None, line.actor.asked_on, line.actor.answered_on,
            line.partners, ", ".join(line.standings),
        ]
        for line in marked_lines(request, asked_network(request))
    ]  # fmt: skip
    return as_csv(request, "netzwerk_akteure", ACTORS, rows)


@require_GET
@door("landscape.read")
def ties_csv(request: HttpRequest) -> HttpResponse:
    """The table of ties."""
    rows: list[list[tables.Cell]] = [
        [
            line.source.name, line.kind, line.target.name, line.known.strength, str(line.state), line.named_by,
            line.known.start, line.known.end,
        ]
        for line in tie_lines(asked_network(request).shown)
    ]  # fmt: skip
    return as_csv(request, "netzwerk_bindungen", TIES, rows)


@require_GET
@door("landscape.read")
def edges_csv(request: HttpRequest) -> HttpResponse:
    """Edges as programs for networks read them."""
    rows: list[list[tables.Cell]] = [
        [line.source.name, line.target.name, line.known.kind, line.known.strength, str(line.state)]
        for line in tie_lines(asked_network(request).shown)
    ]
    return as_csv(request, "netzwerk_kanten", EDGES, rows)


def marked_lines(request: HttpRequest, asked: Asked) -> list[ActorLine]:
    """The actors that are shown, with what this person may see marked about them."""
    return actor_lines(asked.shown, standings(actor(request), asked))


def _picture(request: HttpRequest) -> str:
    asked = asked_network(request)
    drawn = drawn_network(asked, standings(actor(request), asked), standalone=True)
    if drawn is None:
        raise Refused(
            f"Ein Bild gibt es für 1 bis {MOST_DRAWN} Akteure. Bitte die Umgebung eines Akteurs wählen oder die "
            "Tabellen nehmen."
        )
    return drawn.svg
