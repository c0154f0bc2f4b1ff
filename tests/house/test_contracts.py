"""The walls of the house hold, and each one is seen to break when somebody walks through it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

BREACHES = {
    "house: a lower floor imports a higher one": ("record/chain.py", "import ratslinde.council", "The house"),
    "house: neighbours import each other": ("portal/urls.py", "import ratslinde.opendata", "The house"),
    "house: sign-in imports the floor that sends its mails": (
        "accounts/mailing.py",
        "import ratslinde.post",
        "The house",
    ),
    "outlets: the portal imports mail": ("portal/urls.py", "import ratslinde.post.models", "Outlets"),
    "house: a package without a place": ("cellar/__init__.py", "", "The house"),
    "council: meetings import papers": (
        "council/meetings/rules.py",
        "import ratslinde.council.papers",
        "The council",
    ),
    "outlets: the portal imports the tables of the record": (
        "portal/urls.py",
        "import ratslinde.record.models",
        "Outlets",
    ),
    "outlets: open data imports stored files": (
        "opendata/urls.py",
        "import ratslinde.files.storage",
        "Outlets",
    ),
    "outlets: the portal reads what came in": (
        "portal/urls.py",
        "import ratslinde.inbox.queries",
        "Outlets",
    ),
    "house: the inbox reads the record": (
        "inbox/receive.py",
        "import ratslinde.record.outlet",
        "The house",
    ),
    "importing: times know how places are read": (
        "integration/importing/rules/times/hours.py",
        "import ratslinde.integration.importing.rules.places.words",
        "The rules of importing",
    ),
    "values: the printer imports the framework": (
        "printing/names.py",
        "import django.conf",
        "Reading and printing",
    ),
    "values: the reader imports a table": (
        "reading/errors.py",
        "import ratslinde.record.models",
        "Reading and printing",
    ),
    "pure: a rule imports the framework": (
        "council/meetings/rules.py",
        "import django.utils.timezone",
        "Rules are pure",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    path = os.pathsep.join([str(folder / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(CHECKOUT / ".importlinter", folder)
    ignored = shutil.ignore_patterns("static", "templates", "locale", "__pycache__", "migrations")
    shutil.copytree(CHECKOUT / "src", folder / "src", ignore=ignored)
    return folder


def test_the_walls_hold(copy):
    found = lint(copy)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
def test_a_breach_breaks_the_build(copy, breach):
    name, line, contract = breach
    path = copy / "src" / "ratslinde" / name
    before = path.read_text() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n")
    try:
        found = lint(copy)
    finally:
        if before is None:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before)
    assert found.returncode != 0
    broken = [row for row in found.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(row.startswith(contract) for row in broken) or "cellar" in found.stdout
