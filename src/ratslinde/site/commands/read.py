"""`ratslinde read`: files are read and what was understood is printed; nothing is kept."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys

from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Liest Sitzungsunterlagen (TXT, PDF, HTML, DOCX) und zeigt, was verstanden wurde.",
        "Read session documents (TXT, PDF, HTML, DOCX) and show what was understood.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("files", nargs="+", metavar=say("DATEI", "FILE"))
    parser.add_argument(
        "--json", action="store_true",
        help=say("alles mit Fundstellen als JSON ausgeben", "print everything with its origin as JSON"),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Read each file; 1 when one could not be read."""
    from ratslinde.reading.command import main

    style = ["--json"] if options.json else []
    failed = 0
    for name in options.files:
        printed = io.StringIO()
        with Progress(say(f"{name} wird gelesen", f"Reading {name}")), contextlib.redirect_stdout(printed):
            failed |= main([*style, "--", name], translate=interpreted)
        sys.stdout.write(printed.getvalue())
    return failed
