"""Loaded before everything else (`-p` in pyproject): the tests get a data folder of their own, never the checkout's."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="ratslinde-test-")
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
