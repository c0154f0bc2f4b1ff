"""The invented town, published for each test that wants it, and a browser to look at it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from ratslinde.record.search import rebuild_index
from tests.portal import town
from tests.standing import once


@pytest.fixture(autouse=True)
def _static_files_under_their_own_names(settings, tmp_path) -> None:
    settings.RATSLINDE_DATA = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def publish_town() -> None:
    town.publish_town()
    rebuild_index()


@pytest.fixture(scope="module")
def published_once(request, tmp_path_factory, django_db_setup, django_db_blocker) -> Iterator[Path | None]:
    """The data folder of a town that stands for all tests of the module; none where they commit for good."""
    folder = tmp_path_factory.mktemp("town")

    def build() -> Path:
        with override_settings(RATSLINDE_DATA=folder):
            publish_town()
        return folder

    yield from once(request, django_db_blocker, build)


@pytest.fixture
def published(published_once, settings, db) -> None:
    """The town of `tests.portal.town`, found by the search too."""
    if published_once is None:
        publish_town()
    else:
        settings.RATSLINDE_DATA = published_once
