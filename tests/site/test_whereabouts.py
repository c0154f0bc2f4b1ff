"""Commands find the server that runs with their data folder, and say so where they only assume an address."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ratslinde.site import acting
from ratslinde.site.serving import whereabouts
from ratslinde.site.serving.whereabouts import address_of_server, known
from tests.site.conftest import own_environment

HERE = "http://localhost:8171"
TOWN = "https://rat.lindenhagen.example"
GUESS = "Die Adresse ist angenommen: Es läuft kein Server, und RATSLINDE_URL ist nicht gesetzt.\n"


def test_the_address_is_known_as_long_as_the_server_runs(tmp_path):
    with known(tmp_path, HERE):
        assert address_of_server(tmp_path) == HERE
    assert address_of_server(tmp_path) == ""
    assert list(tmp_path.glob("*.address")) == []


def test_a_server_that_was_killed_says_nothing_and_the_next_one_clears_up_after_it(tmp_path):
    left = tmp_path / "serve-1.address"
    left.write_text("http://localhost:8001")
    assert address_of_server(tmp_path) == ""
    with known(tmp_path, HERE):
        assert not left.exists()
        assert address_of_server(tmp_path) == HERE


def test_of_two_servers_the_later_one_is_named_and_the_other_stays_known(tmp_path, monkeypatch):
    with known(tmp_path, "http://localhost:8001"):
        monkeypatch.setattr(whereabouts.os, "getpid", lambda: 2)
        with known(tmp_path, HERE):
            assert address_of_server(tmp_path) == HERE
        assert address_of_server(tmp_path) == "http://localhost:8001"


@pytest.mark.parametrize(("given", "expected"), [("", HERE), (TOWN, TOWN)])
def test_a_command_takes_the_address_of_the_server_unless_one_is_set(tmp_path, given, expected):
    script = "from ratslinde.site import settings\nprint(settings.RATSLINDE_URL)"
    with known(tmp_path, HERE):
        told = subprocess.run(
            [sys.executable, "-c", script], env=own_environment(tmp_path) | {"RATSLINDE_URL": given},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert told.stdout.strip() == expected


def test_an_assumed_address_is_called_one(settings, capsys):
    settings.RATSLINDE_URL = ""
    acting.print_address(acting.site_address("/x/"))
    assert capsys.readouterr() == ("http://localhost:8000/x/\n", GUESS)
    settings.RATSLINDE_URL = HERE
    acting.print_address(acting.site_address("/x/"), before="Hier: ")
    assert capsys.readouterr() == (f"Hier: {HERE}/x/\n", "")
