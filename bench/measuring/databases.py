"""A bench on SQLite and on the PostgreSQL that DATABASE_URL names: each a scratch database, made and removed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
_WITHIN = "BENCH_ONE_DATABASE"


def on_each_database(
    measure: Callable[[str], int], *, begin: Callable[[], object], arguments: Sequence[str] = ()
) -> int:
    """Run the bench again in a process for each database, where `measure` gets its vendor; returns the worst code.

    `begin` is done once before; `arguments` go to these processes.
    """
    if os.environ.get(_WITHIN):
        return _on_a_scratch_database(measure)
    begin()
    url = os.environ.get("DATABASE_URL", "")
    return max(_in_a_process(each, arguments) for each in (("", url) if url else ("",)))


def _in_a_process(url: str, arguments: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"DATABASE_URL": url, "RATSLINDE_DATA": folder, _WITHIN: "1"}
        command = [sys.executable, sys.argv[0], *arguments]
        return subprocess.run(command, env={**os.environ, **surroundings}, check=False).returncode


def _on_a_scratch_database(measure: Callable[[str], int]) -> int:
    sys.path.insert(0, str(CHECKOUT))  # for what tests and benches share
    os.environ["DJANGO_SETTINGS_MODULE"] = "ratslinde.site.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    name = str(settings.DATABASES["default"]["NAME"])
    scratch = str(Path(os.environ["RATSLINDE_DATA"]) / "bench.sqlite3")
    connection.settings_dict["TEST"]["NAME"] = scratch if connection.vendor == "sqlite" else None
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return measure(connection.vendor)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
