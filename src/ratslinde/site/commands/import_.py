"""`ratslinde import`: a list of actors, offers and places is compared with what is there, and carried out."""

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
    from ratslinde.accounts.models import User
    from ratslinde.integration.importing.models import ImportRun


def about() -> str:
    """What the command does."""
    return say(
        "Liest eine Liste von Akteuren, Angeboten und Orten ein (CSV, Excel, HSDS); zuerst als Probelauf.",
        "Read a list of actors, offers and places (CSV, Excel, HSDS); as a dry run first.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, metavar=say("DATEI", "FILE"))
    actor_argument(parser)
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--dry-run", action="store_true",
        help=say("nur zeigen, was geschähe; nichts aufheben", "only show what would happen; keep nothing"),
    )  # fmt: skip
    ways.add_argument(
        "--carry-out", action="store_true",
        help=say("übernehmen, wenn nichts zu entscheiden ist", "carry it out when nothing is left to decide"),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Read the file, print what would happen, and carry it out where that was asked for."""
    open_house()
    from ratslinde.council.bodies.queries import the_body
    from ratslinde.integration.importing import actions

    actor = actor_named(options.actor)
    with Progress(say(f"{options.file.name} wird verglichen", f"Comparing {options.file.name}")):
        made = actions.read_in(actor, the_body(), name=options.file.name, data=options.file.read_bytes())
        made = _compared(made)
    _tell(made)
    if options.dry_run:
        actions.discard_run(actor, made)
        return 0
    if options.carry_out:
        return _carry_out(actor, made)
    print(say("Weiter am Schreibtisch:", "Go on at the desk:"))
    print_address(site_address(_page(made)))
    return 0


def _compared(made: ImportRun) -> ImportRun:
    from django.db import transaction

    from ratslinde.integration.importing import working
    from ratslinde.integration.importing.models import RunState

    if made.state == RunState.COMPARING:
        with transaction.atomic():
            working.compare_run(made.public_id)
        made.refresh_from_db()
    return made


def _carry_out(actor: User, made: ImportRun) -> int:
    from ratslinde.integration.importing import actions
    from ratslinde.kernel.errors import Refused

    try:
        with Progress(say("Wird übernommen", "Carrying out")):
            actions.write(actor, made)
    except Refused as refusal:
        print(interpreted(refusal.message))
        print_address(site_address(_page(made)))
        return 1
    print(say("Übernommen. Alles Neue ist ein Entwurf.", "Carried out. All that is new is a draft."))
    return 0


def _tell(made: ImportRun) -> None:
    from ratslinde.integration.importing import queries
    from ratslinde.integration.importing.models import RunState, Verdict

    if made.state == RunState.MAPPING:
        print(
            say("Die Spalten sind am Schreibtisch zuzuordnen.", "The columns are to be mapped at the desk.")
        )
        return
    for verdict, number in queries.counts(made).items():
        if number:
            print(f"{number:6} {interpreted(str(Verdict(verdict).label))}")
    for row in queries.rows(made, problems=True):
        for problem in row.problems:
            column = f"{problem['column']}: " if problem["column"] else ""
            line = say("Zeile", "line")
            print(f"! {row.sheet}, {line} {row.line}: {column}{interpreted(problem['sentence'])}")
    for name, times in made.left_out.items():
        print(f"{say('- nicht übernommen:', '- not taken over:')} {interpreted(name)} {times}".rstrip())


def _page(made: ImportRun) -> str:
    from django.urls import reverse

    return reverse("desk_importing:run", args=[made.public_id])
