"""Of lists about people nothing stays; lists of organisations and offers are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import ImportRun
from ratslinde.kernel.errors import Refused
from tests.integration.importing.lists import organizations, people

PEOPLE, ORGANIZATIONS = people(), organizations()


def stored(folder: Path) -> str:
    """All that stands in any table and in any file of the data folder."""
    rows = [str(row) for model in apps.get_models() for row in model._base_manager.values_list()]
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return "\n".join([*rows, *(data.decode("utf-8", errors="replace") for data in files)])


@pytest.mark.parametrize("given", PEOPLE, ids=[each.title for each in PEOPLE])
def test_of_a_list_about_people_nothing_stays(
    manager, body, vocabulary, settings, tmp_path, caplog, given
) -> None:
    """It is refused without quoting anybody, or the column is dropped and named."""
    settings.RATSLINDE_DATA = tmp_path
    said = ""
    try:
        run = actions.read_in(manager, body, name=given.name, data=given.data)
    except Refused as refusal:
        said = refusal.message
        assert "nichts gespeichert" in said
        assert not ImportRun.objects.exists()
    else:
        assert run.rows.exists() or run.tables
        assert any(each["private"] for each in run.tables) or not all(each["rows"] for each in run.tables)
    kept = stored(tmp_path) + said + caplog.text
    assert [word for word in given.gone if word in kept] == []


@pytest.mark.parametrize("given", ORGANIZATIONS, ids=[each.title for each in ORGANIZATIONS])
def test_a_list_of_organisations_and_offers_is_read(manager, body, vocabulary, given) -> None:
    run = actions.read_in(manager, body, name=given.name, data=given.data)
    kept = str([run.tables, list(run.rows.values())])
    assert [word for word in given.kept if word not in kept] == []
    assert [word for word in given.gone if word in kept] == []


def test_there_is_enough_to_tell_by() -> None:
    assert len(PEOPLE) >= 40
    assert len(ORGANIZATIONS) >= 40
    assert all(each.gone for each in PEOPLE)
    assert all(each.kept for each in ORGANIZATIONS)
