"""Every test has its own data folder; the database is SQLite unless DATABASE_URL names another."""

from __future__ import annotations

import os
import tempfile

os.environ["RATSLINDE_DATA"] = tempfile.mkdtemp(prefix="ratslinde-test-")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's synchronous interface keeps a loop
