"""`python -m ratslinde.ui.catalogues [BUILD]`: called by `make setup`."""

from __future__ import annotations

import sys
from pathlib import Path

from ratslinde.ui.catalogues import compile_all

CHECKOUT = Path(__file__).resolve().parents[4]


def main(arguments: list[str]) -> int:
    """Compile the catalogues and say which; returns the exit code."""
    build = Path(arguments[0]) if arguments else CHECKOUT / "build"
    sys.stdout.write(f"Übersetzungen der Oberfläche: {', '.join(compile_all(build / 'locale'))}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
