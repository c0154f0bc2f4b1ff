"""`ratslinde read [--json] FILE…`: read files and print what was understood."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ratslinde.reading.answer import to_json
from ratslinde.reading.entrance import read_file
from ratslinde.reading.errors import ReadingError
from ratslinde.reading.summary import Translate, summary


def main(argv: Sequence[str] | None = None, *, translate: Translate = str) -> int:
    """Read each file and print JSON (one object a file) or a summary. Return 1 when a file failed.

    Summaries and errors go through `translate`; the sentences in the JSON are for programs and stay German.
    """
    parser = argparse.ArgumentParser(
        prog="ratslinde read", description="Liest Sitzungsunterlagen (TXT, PDF, HTML, DOCX)."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="DATEI")
    parser.add_argument("--json", action="store_true", help="alles mit Fundstellen als JSON ausgeben")
    options = parser.parse_args(argv)
    failed = [path for path in options.files if not _print(path, as_json=options.json, translate=translate)]
    return 1 if failed else 0


def _print(path: Path, *, as_json: bool, translate: Translate) -> bool:
    try:
        reading = read_file(path)
    except ReadingError as error:
        sys.stderr.write(f"{path.name}: {translate(error.message)}\n")
        return False
    if as_json:
        text = json.dumps(to_json(reading), ensure_ascii=False, indent=1)
    else:
        text = summary(reading, translate=translate)
    sys.stdout.write(f"{text}\n")
    return True
