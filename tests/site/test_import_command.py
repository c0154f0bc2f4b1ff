"""`ratslinde import`: the dry run at the terminal, and carrying out."""

from __future__ import annotations

import pytest

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor


@pytest.fixture
def table(tmp_path, town, admin):
    actions.set_up_vocabulary(admin, Body.objects.get())
    path = tmp_path / "vereine.csv"
    path.write_text("Name;Art\nChor der Vielfalt;Verein\n;Verein\n")
    return path


def test_a_dry_run_shows_what_would_happen_and_keeps_nothing(call, table):
    answer = call("import", str(table), "--as", "admin", "--dry-run")
    assert answer.code == 0
    assert "1 neu" in answer.out
    assert "! vereine, Zeile 3: Name: Es fehlt der Name." in answer.out
    assert (Actor.objects.count(), ImportRun.objects.get().rows.count()) == (0, 0)


def test_without_an_option_one_goes_on_at_the_desk(call, table):
    answer = call("import", str(table), "--as", "admin")
    assert answer.out.rstrip().endswith(
        f"/schreibtisch/integration/import/{ImportRun.objects.get().public_id}/"
    )


def test_carrying_out_makes_drafts(call, table):
    assert call("import", str(table), "--as", "admin", "--carry-out").code == 0
    assert Actor.objects.get().name == "Chor der Vielfalt"
    again = call("import", str(table), "--as", "admin", "--carry-out")
    assert again.code == 1
    assert "Es gibt nichts zu übernehmen" in again.out


def test_a_file_that_is_not_there_is_said_in_one_line(call, table):
    answer = call("import", str(table) + "x", "--as", "admin")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
