"""How the tests of the command line call it, and a small town for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from ratslinde.council.adoption.actions import accept, adopt
from ratslinde.council.adoption.queries import cards
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import publish_session
from ratslinde.site import commandline
from ratslinde.site.first_run.founding import Founding, found
from tests.council.test_story import SESSION


@dataclass
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture(autouse=True)
def german_locale(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")


@pytest.fixture
def call(capsys) -> Call:
    def called(*arguments: str) -> Answer:
        capsys.readouterr()
        code = commandline.main(list(arguments))
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return called


@pytest.fixture(scope="session")
def empty_tables(tmp_path_factory) -> Path:
    """A data folder of SQLite with its tables, made once: making them takes longer than most of what is tried here."""
    data = tmp_path_factory.mktemp("tables") / "data"
    script = "from ratslinde.site import startup\nstartup.start_django()\nstartup.open_house(begins=True)"
    subprocess.run([sys.executable, "-c", script], env=own_environment(data), check=True, capture_output=True)
    return data


@pytest.fixture
def data(tmp_path, empty_tables) -> Path:
    """A data folder of its own, with tables."""
    return Path(shutil.copytree(empty_tables, tmp_path / "data"))


@pytest.fixture
def process(data) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command as a process of its own, on SQLite in a data folder of its own."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ratslinde", *arguments], env=own_environment(data, **environment),
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    return run


def own_environment(data, **more: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "RATSLINDE_URL")
    }
    return {**kept, "RATSLINDE_DATA": str(data), "LANG": "de_DE.UTF-8", **more}


@pytest.fixture
def town(db):
    """A founded town with its administrator `admin`."""
    body, _ = found(
        Founding(
            name="Stadt Lindenhagen",
            official_key="05999001",
            bodies=("Integrationsrat",),
            departments=("Fachbereich Soziales",),
            administrator="Alma Beispiel",
            email="alma@lindenhagen.example",
        )
    )
    return body


@pytest.fixture
def admin(town):
    from ratslinde.accounts.models import User

    return User.objects.get(sign_in_name="admin")


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "sitzung.txt"
    path.write_text(SESSION)
    return path


def accept_everything(actor, source) -> None:
    for card in cards(source):
        accept(actor, source, subject=card.row.public_id, fields=list(card.row.unchecked))


@pytest.fixture
def session(town, admin) -> Meeting:
    """A published session with a paper."""
    source = adopt(admin, town, name="sitzung.txt", data=SESSION.encode())
    accept_everything(admin, source)
    meeting = Meeting.objects.get()
    publish_session(admin, meeting)
    return meeting


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """A data folder of its own for this test."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(settings, "RATSLINDE_DATA", folder)
    return folder
