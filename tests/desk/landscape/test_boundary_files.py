"""The boundary of a social space comes as a file."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile

from ratslinde.integration.landscape.models import SocialSpace
from tests.desk.landscape.boundary_files import collection, uploaded
from tests.desk.landscape.entering import sent, url
from tests.integration.conftest import NORTH


def test_a_boundary_comes_as_a_file(desk, body):
    file = SimpleUploadedFile("nord.geojson", json.dumps(NORTH).encode())
    sent(desk, url("new_space"), name="Nord", boundary=file)
    assert SocialSpace.objects.get().geometry["type"] == "MultiPolygon"
    broken = SimpleUploadedFile("x.geojson", b"{")
    assert "kein GeoJSON" in sent(desk, url("new_space"), name="Süd", boundary=broken).content.decode()


def test_of_a_file_with_all_districts_the_one_of_that_name_is_the_boundary(desk, body):
    file = uploaded(collection("Altstadt", "Nordstadt", "Westend", "Südhang"))
    sent(desk, url("new_space"), name="Nordstadt", boundary=file)
    assert SocialSpace.objects.get().geometry["coordinates"][0][0][0][0] == 9.0


def test_a_file_without_a_district_of_that_name_is_refused_at_its_field(desk, north):
    file = uploaded(collection("Altstadt", "Westend"))
    answer = sent(desk, url("space", north.public_id), boundary=file)
    assert answer.context["form"].errors["boundary"] == [
        "In der Datei stehen 2 Flächen; genau eine davon soll „Nordviertel“ heißen."
    ]
