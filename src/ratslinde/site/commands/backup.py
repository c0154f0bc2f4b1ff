"""`ratslinde backup`: everything of this installation in one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ratslinde.site.interpreting import interpreted
from ratslinde.site.progress import Progress
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Sichert alles in eine Datei: Datenbank, Dateien, Schlüssel, Druckvorlagen. Der Betrieb läuft weiter.",
        "Back everything up into one file: database, files, key, templates. The site goes on meanwhile.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, metavar=say("DATEI", "FILE"))


def run(options: argparse.Namespace) -> int:
    """Make the backup; 1 when it lacks something: stored files that are missing or damaged, templates of no use."""
    open_house()
    from ratslinde.site.backup.making import make

    with Progress(say("Wird gesichert", "Backing up")) as progress:
        made = make(options.file, progress=progress.step)
    rows, files = sum(made.rows.values()), sum(name.startswith("files/") for name in made.members)
    print(
        say(
            f"{options.file}: {rows} Zeilen, {files} Dateien.", f"{options.file}: {rows} rows, {files} files."
        )
    )
    print(say("Sie enthält Nichtöffentliches und Schlüssel.", "It holds what is not public, and keys."))
    for name in made.missing:
        text = f"Die Datei {name} fehlt im Datenordner oder ist beschädigt; sie ist nicht in der Sicherung."
        english = f"The file {name} is missing in the data folder or damaged; it is not in the backup."
        sys.stderr.write(say(text, english) + "\n")
    for reason in made.refused:
        text, english = f"Nicht in der Sicherung: {reason}", f"Not in the backup: {interpreted(reason)}"
        sys.stderr.write(say(text, english) + "\n")
    return 1 if made.missing or made.refused else 0
