"""`ratslinde templates check FOLDER`: can a town's own print templates be used?"""

from __future__ import annotations

import argparse
from pathlib import Path

from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say("Prüft eigene Druckvorlagen.", "Check a town's own print templates.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    what = parser.add_subparsers(metavar="check", required=True)
    text = say(
        "druckt Probestücke mit den Vorlagen des Ordners", "print samples with the templates of the folder"
    )
    checking = what.add_parser("check", help=text, description=text)
    checking.add_argument("folder", type=Path, metavar=say("ORDNER", "FOLDER"))


def run(options: argparse.Namespace) -> int:
    """Print each fault; 1 when there is one."""
    from ratslinde.printing import check_templates

    with Progress(say("Probestücke werden gedruckt", "Printing samples")):
        found = check_templates(options.folder)
    for fault in found:
        print(interpreted(fault))
    if not found:
        print(say("Die Vorlagen können verwendet werden.", "The templates can be used."))
    return 1 if found else 0
