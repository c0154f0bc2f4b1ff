"""`ratslinde adopt`: a file becomes drafts that somebody checks at the desk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ratslinde.site.acting import actor_argument, actor_named, print_address, site_address
from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.council.adoption.models import Source
    from ratslinde.verbs.rows import DeskRow

SHOWN = {"Meeting": ("Sitzung", "meeting"), "Paper": ("Vorlage", "paper")}


def about() -> str:
    """What the command does."""
    return say(
        "Übernimmt eine Datei in Entwürfe; jede gelesene Angabe ist danach zu prüfen.",
        "Take a file over into drafts; every value that was read is then to be checked.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, metavar=say("DATEI", "FILE"))
    actor_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Adopt the file and print what was drafted."""
    open_house()
    from ratslinde.council.adoption.actions import adopt
    from ratslinde.council.bodies.queries import the_body

    actor = actor_named(options.actor)
    data = _bytes(options.file)
    with Progress(say(f"{options.file.name} wird eingelesen", f"Adopting {options.file.name}")):
        source = adopt(actor, the_body(), name=options.file.name, data=data)
    _tell(source)
    return 0


def _bytes(path: Path) -> bytes:
    from ratslinde.kernel.errors import Refused
    from ratslinde.reading import ReadingError
    from ratslinde.reading.sources.limits import check_bytes

    size = path.stat().st_size
    try:
        check_bytes(size if path.is_file() else max(size, 1))
    except ReadingError as error:
        raise Refused(error.message) from error
    return path.read_bytes()


def _tell(source: Source) -> None:
    from django.urls import reverse

    from ratslinde.council.adoption.queries import cards, unchecked

    for card in cards(source):
        if card.kind in SHOWN:
            print(f"{say(*SHOWN[card.kind])} {card.row.public_id}  {_title(card.row)}")
    for warning in source.warnings:
        print(f"! {interpreted(warning)}")
    print(_to_check(unchecked(source)))
    print_address(site_address(reverse("desk:source", args=[source.public_id])))


def _to_check(number: int) -> str:
    if number == 1:
        return say("Eine Angabe ist noch zu prüfen:", "One value is still to be checked:")
    return say(f"{number} Angaben sind noch zu prüfen:", f"{number} values are still to be checked:")


def _title(row: DeskRow) -> str:
    from ratslinde.council.meetings.models import Meeting
    from ratslinde.kernel import clock

    if not isinstance(row, Meeting):
        return str(row)
    day = clock.town_time(row.start) if row.start else None
    name = row.organization.name_on(day.date() if day else None)
    if day is None:
        return name
    if row.lacks_hour:
        return f"{name}, {day:%d.%m.%Y}, {say('Uhrzeit fehlt', 'hour missing')}"
    return f"{name}, {day:%d.%m.%Y, %H:%M}{say(' Uhr', '')}"
