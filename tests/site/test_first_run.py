"""The first page: from this machine only, with the printed secret only, and only until there is a town."""

from __future__ import annotations

import pytest

from ratslinde.accounts.models import User
from ratslinde.council.bodies.models import Body
from ratslinde.site.first_run import token
from ratslinde.site.serving.welcome import welcome

pytestmark = pytest.mark.django_db
FILLED = {
    "name": "Stadt Lindenhagen", "official_key": "05999001", "bodies": "Rat\r\nJugendrat", "departments": "",
    "administrator": "Alma Beispiel", "email": "alma@lindenhagen.example",
}  # fmt: skip


@pytest.fixture
def page(own_data) -> str:
    return f"/einrichten/{token.new_token()}/"


def test_the_server_prints_its_address_while_there_is_no_town(own_data, client):
    lines = welcome("http://localhost:8000")
    address = next(line.strip() for line in lines if "/einrichten/" in line)
    assert client.get(address.removeprefix("http://localhost:8000")).status_code == 200
    assert address not in " ".join(welcome("http://localhost:8000"))


def test_a_filled_form_begins_the_town_and_leads_to_the_one_time_link(page, client):
    answer = client.post(page, FILLED)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/anmelden/einmal/")
    assert Body.objects.get().organizations.count() == 2
    assert client.get(answer["Location"]).status_code == 200
    assert client.get(page).status_code == 404


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_there(page, client):
    answer = client.post(page, FILLED | {"official_key": "12", "email": "alma"})
    assert answer.status_code == 422
    assert "Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern." in answer.content.decode()
    assert not Body.objects.exists()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=x"},
    ],
)
def test_from_elsewhere_it_does_not_exist(page, client, elsewhere):
    assert client.get(page, **elsewhere).status_code == 404
    assert client.post(page, FILLED, **elsewhere).status_code == 404
    assert not Body.objects.exists()


def test_another_secret_does_not_open_it(page, client):
    assert client.get("/einrichten/x/").status_code == 404
    token.new_token()
    assert client.get(page).status_code == 404


def test_the_secret_is_not_kept(own_data):
    secret = token.new_token()
    path = own_data / token.FILE
    assert secret not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_with_a_town_it_does_not_exist(page, client, town):
    assert client.get(page).status_code == 404
    assert not any("/einrichten/" in line for line in welcome("http://localhost:8000"))
