"""`python -m ratslinde.ui.assets [PACKAGES BUILD]`: called by `make setup` after `npm ci`."""

from __future__ import annotations

import sys
from pathlib import Path

from ratslinde.ui.assets.putting import PackageMissing, put_together

CHECKOUT = Path(__file__).resolve().parents[4]


def main(arguments: list[str]) -> int:
    """Put the assets together and say how much that is; returns the exit code."""
    packages, build = map(Path, arguments or (CHECKOUT / "node_modules", CHECKOUT / "build"))
    try:
        files = put_together(packages, build)
    except PackageMissing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    weight = sum((build / name).stat().st_size for name in files if name.startswith("assets/"))
    sys.stdout.write(f"{len(files)} Dateien zusammengestellt; für Browser {weight // 1000} kB.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
