"""From a fresh clone to the first page: `make run` with a warm package cache, beside its limit of 60 s.

Clones the repository's newest commit to a temporary folder, so that what is not committed does not count.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
LIMIT = 60.0
PORT = 18_461


def first_page(folder: Path) -> float:
    """Seconds from `make run` to an answered home page. Raises TimeoutError after five minutes."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("RATSLINDE", "DATABASE"))
    }
    command = ["make", "run", f"PORT={PORT}"]
    started = time.perf_counter()
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=folder / "clone",
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            return _wait(started)
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.wait(30)


def _wait(started: float) -> float:
    while time.perf_counter() - started < 300:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=5) as answer:
                answer.read()
            return time.perf_counter() - started
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError("no page after five minutes")


def main() -> int:
    """Print the figure beside its limit; 1 when it is over."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(folder / "clone")], check=True)
        seconds = first_page(folder)
    print(f"fresh clone to first page   {seconds:6.1f} s   limit {LIMIT:.0f} s")
    return int(seconds > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
