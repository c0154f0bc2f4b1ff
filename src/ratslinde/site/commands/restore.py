"""`ratslinde restore`: the state of a backup in the place of the present one."""

from __future__ import annotations

import argparse
from pathlib import Path

from ratslinde.site.faults import Fault
from ratslinde.site.progress import Progress
from ratslinde.site.startup import locked, one_at_a_time, start_django
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Spielt eine Sicherung ein; auch von SQLite nach PostgreSQL und umgekehrt.",
        "Restore a backup; also from SQLite to PostgreSQL and back.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, metavar=say("DATEI", "FILE"))
    parser.add_argument(
        "--replace",
        action="store_true",
        help=say(
            "vorhandene Daten ersetzen; sie sind danach fort", "replace the present data; it is gone then"
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Check the backup, then restore it."""
    start_django()
    from django.conf import settings

    from ratslinde.site.backup.restoring import restore

    try:
        with (
            locked(Path(settings.RATSLINDE_DATA) / "serve.lock", wait=False),
            one_at_a_time(),
            Progress(say("Sicherung wird eingespielt", "Restoring")) as progress,
        ):
            found = restore(options.file, replace=options.replace, progress=progress.step)
    except BlockingIOError:
        text = "Der Server läuft. Bitte zuerst beenden, dann die Sicherung einspielen."
        raise Fault(say(text, "The server is running. Please stop it, then restore.")) from None
    day = f"{found.made_at:%d.%m.%Y}"
    print(say(f"Der Stand vom {day} ist eingespielt.", f"The state of {day} is restored."))
    print(say("Alle melden sich neu an.", "Everybody signs in again."))
    return 0
