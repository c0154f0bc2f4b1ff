"""`ratslinde collect`: puts what browsers load into one folder, compressed; `make setup` calls it."""

from __future__ import annotations

import argparse

from ratslinde.site.progress import Progress
from ratslinde.site.startup import start_django
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Legt die Dateien für Browser bereit (ruft „make setup“ auf).",
        "Put the files for browsers in place (“make setup” calls it).",
    )


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(_options: argparse.Namespace) -> int:
    """Collect and compress."""
    start_django()
    from django.core.management import call_command

    with Progress(say("Dateien für Browser werden bereitgelegt", "Putting the files for browsers in place")):
        call_command("collectstatic", interactive=False, verbosity=0)
    return 0
