"""What the desk says while the town has no vocabulary yet."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.integration.landscape.models import Taxonomy, Term, Translation


@pytest.fixture(autouse=True)
def _no_vocabulary(body):
    for model in (Translation, Term, Taxonomy):
        model.objects.all().delete()


def url(name):
    return reverse(f"desk_landscape:{name}")


def test_every_list_says_what_to_do_when_there_is_nothing(desk):
    for name in ("start", "actors", "offers", "places", "spaces", "vocabulary", "resources", "translations"):
        assert desk.get(url(name)).status_code == 200
    assert "Vorschlag einrichten" in desk.get(url("vocabulary")).content.decode()
    desk.post(url("set_up_vocabulary"))
    assert "Sprache" in desk.get(url("vocabulary")).content.decode()


def test_the_matrix_says_that_there_are_no_fields(desk):
    assert "noch keine Handlungsfelder" in desk.get(reverse("desk_coverage:matrix")).text
