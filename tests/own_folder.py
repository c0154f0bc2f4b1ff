"""Loaded before everything else (`-p` in pyproject): the tests get a data folder of their own, never the checkout's."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOM = 4 * 1024**3
MEMORY = "/dev/shm"  # where there is room: each test commits, and a disk would be asked each time to keep it


def _in_memory() -> str | None:
    roomy = Path(MEMORY).is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if roomy else None


FOLDER = tempfile.mkdtemp(prefix="ratslinde-test-", dir=_in_memory())
os.environ["RATSLINDE_DATA"] = FOLDER
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's synchronous interface keeps a loop
for name in (
    "RATSLINDE_URL",
    "RATSLINDE_MAIL_URL",
    "RATSLINDE_BOUNCE_URL",
    "RATSLINDE_BOUNCE_FROM",
    "RATSLINDE_TEMPLATES",
    "RATSLINDE_OPEN_DATA",
    "RATSLINDE_DEBUG",
):
    os.environ.pop(name, None)
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
