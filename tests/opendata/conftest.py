"""Lindenhagen is public, under its own address, and answers are not remembered from test to test."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model

from ratslinde.kernel import clock
from ratslinde.opendata import kept
from tests.opendata import lindenhagen

BASE = "https://rat.lindenhagen.example"


@pytest.fixture(autouse=True)
def base_url(settings) -> None:
    settings.RATSLINDE_URL = BASE
    settings.RATSLINDE_OPEN_DATA = True
    settings.ALLOWED_HOSTS = ["testserver", "rat.lindenhagen.example"]


_ROWS: dict[type[Model], list[Model]] = {}


@pytest.fixture
def town(db, monkeypatch: pytest.MonkeyPatch) -> None:
    """The town, published an hour ago: stamps lie a few seconds ahead, and those of now would not be over yet."""
    monkeypatch.setattr(kept, "STORE", kept.Store(most=kept.MOST))
    if not _ROWS:
        with monkeypatch.context() as past, transaction.atomic():
            real = clock.now
            past.setattr(clock, "now", lambda: real() - datetime.timedelta(hours=1))
            lindenhagen.found_the_town()
            _ROWS.update(
                {model: list(model.objects.all()) for model in apps.get_app_config("record").get_models()}
            )
            transaction.set_rollback(True)
    for model, rows in _ROWS.items():
        model.objects.bulk_create(rows)


@pytest.fixture
def read(client) -> Callable[..., dict]:
    """Reads an address below /oparl/v1.1/ as JSON."""

    def get(path: str, **parameters: str) -> dict:
        response = client.get(f"/oparl/v1.1/{path}", parameters)
        assert response.status_code == 200, response.content
        return response.json()

    return get
