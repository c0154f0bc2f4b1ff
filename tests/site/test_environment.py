"""Settings from the environment: what is read, and what is refused by name."""

from __future__ import annotations

import threading

import pytest

from ratslinde.kernel import keys
from ratslinde.site import environment, returned_mail
from ratslinde.site.environment import BadSetting


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in environment.NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_settings_sqlite_lies_in_the_data_folder(tmp_path):
    database = environment.database(tmp_path)
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(tmp_path / "ratslinde.sqlite3")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_named_by_an_address(monkeypatch, tmp_path, scheme):
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://u:p%40ss@db:5433/rat")
    database = environment.database(tmp_path)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["HOST"], database["PORT"], database["PASSWORD"]) == (
        "rat",
        "db",
        5433,
        "p@ss",
    )


@pytest.mark.parametrize("start", ["sqlite://", "sqlite:///"])
def test_sqlite_may_lie_elsewhere(monkeypatch, tmp_path, start):
    monkeypatch.setenv("DATABASE_URL", f"{start}{tmp_path}/x.sqlite3")
    assert environment.database(tmp_path)["NAME"] == f"{tmp_path}/x.sqlite3"


@pytest.mark.parametrize(
    ("text", "value"), [("on", True), ("JA", True), ("1", True), ("off", False), (" nein ", False)]
)
def test_a_switch_is_on_or_off(monkeypatch, text, value):
    monkeypatch.setenv("RATSLINDE_OPEN_DATA", text)
    assert environment.switch("RATSLINDE_OPEN_DATA", default=not value) is value


def test_the_page_of_the_program_is_a_web_address_or_not_named(monkeypatch):
    assert environment.web_page("RATSLINDE_PRODUCT_URL") == ""
    monkeypatch.setenv("RATSLINDE_PRODUCT_URL", "https://www.lindenhagen.example/rat")
    assert environment.web_page("RATSLINDE_PRODUCT_URL") == "https://www.lindenhagen.example/rat"
    monkeypatch.setenv("RATSLINDE_VENDOR_URL", "Rechenzentrum Lindenhagen")
    with pytest.raises(BadSetting, match="RATSLINDE_VENDOR_URL"):
        environment.web_page("RATSLINDE_VENDOR_URL")


@pytest.mark.parametrize("url", ["https://rat.lindenhagen.example/", "https://rat.lindenhagen.example"])
def test_the_base_address_ends_without_a_slash(monkeypatch, url):
    monkeypatch.setenv("RATSLINDE_URL", url)
    assert environment.base_url() == "https://rat.lindenhagen.example"


@pytest.mark.parametrize(
    "url", ["rat.lindenhagen.example", "ftp://x", "https://", "https://x/?q", "https://x/#a"]
)
def test_another_address_is_refused(monkeypatch, url):
    monkeypatch.setenv("RATSLINDE_URL", url)
    with pytest.raises(BadSetting, match="RATSLINDE_URL"):
        environment.base_url()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://post.lindenhagen.example", (587, False, False, "", "")),
        ("smtps://u:p%40ss@post.lindenhagen.example", (465, True, False, "u", "p@ss")),
        ("smtp+tls://u:p@post.lindenhagen.example:2525", (2525, False, True, "u", "p")),
    ],
)
def test_a_mail_server_is_named_by_an_address(monkeypatch, url, expected):
    monkeypatch.setenv("RATSLINDE_MAIL_URL", url)
    mail = environment.mail()
    names = ("EMAIL_PORT", "EMAIL_USE_SSL", "EMAIL_USE_TLS", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD")
    assert tuple(mail[name] for name in names) == expected
    assert mail["EMAIL_HOST"] == "post.lindenhagen.example"


def test_without_a_mail_server_nothing_leaves_the_house():
    assert environment.mail() == {}


def test_without_a_mailbox_no_returned_mails_are_read():
    assert returned_mail.mailbox() is None
    assert returned_mail.return_address() == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("imaps://u:p%40ss@post.lindenhagen.example", (993, "p@ss", "INBOX", "tls")),
        ("imap+tls://u:p@post.lindenhagen.example/Post/R%20L", (143, "p", "Post/R L", "starttls")),
        ("imap://u:p@localhost:1143/INBOX/", (1143, "p", "INBOX", "")),
    ],
)
def test_a_mailbox_for_returned_mails_is_named_by_an_address(monkeypatch, url, expected):
    monkeypatch.setenv("RATSLINDE_BOUNCE_URL", url)
    found = returned_mail.mailbox()
    assert (found.port, found.password, found.folder, found.security) == expected


@pytest.mark.parametrize(
    "url", ["pop3://u:p@x.example", "imaps://x.example", "imaps:///INBOX", "imaps://u:p@x.example/R%C3%BC"]
)
def test_another_mailbox_is_refused(monkeypatch, url):
    monkeypatch.setenv("RATSLINDE_BOUNCE_URL", url)
    with pytest.raises(BadSetting, match="RATSLINDE_BOUNCE_URL"):
        returned_mail.mailbox()


@pytest.mark.parametrize(
    "address", ["post@lindenhagen.example", "post+*@lindenhagen.example", "*@r.lindenhagen.example"]
)
def test_returned_mails_go_to_one_address_or_to_one_for_each_mail(monkeypatch, address):
    monkeypatch.setenv("RATSLINDE_BOUNCE_FROM", address)
    assert returned_mail.return_address() == address


@pytest.mark.parametrize(
    "address",
    [
        "post",
        "*",
        "@x.example",
        "a@*.example",
        "**@x.example",
        "a b@x.example",
        "ä@x.example",
        "Post <a@x.example>",
    ],
)
def test_another_address_for_returned_mails_is_refused(monkeypatch, address):
    monkeypatch.setenv("RATSLINDE_BOUNCE_FROM", address)
    with pytest.raises(BadSetting, match="RATSLINDE_BOUNCE_FROM"):
        returned_mail.return_address()


def test_the_key_is_made_once_and_for_the_owner_alone(tmp_path):
    key = environment.secret_key(tmp_path)
    assert environment.secret_key(tmp_path) == key
    assert len(key) > 50
    assert (tmp_path / environment.KEY_FILE).stat().st_mode & 0o077 == 0


def test_many_who_start_at_once_get_the_same_key(tmp_path):
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(environment.secret_key(tmp_path))) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 20
    assert len(set(found)) == 1


def test_a_given_key_is_not_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("RATSLINDE_SECRET_KEY", "g" * 32)
    assert environment.secret_key(tmp_path) == "g" * 32
    assert list(tmp_path.iterdir()) == []


def test_an_empty_key_is_refused(monkeypatch, tmp_path):
    (tmp_path / environment.KEY_FILE).touch()
    monkeypatch.setattr(keys.time, "sleep", lambda _seconds: None)
    with pytest.raises(BadSetting, match="ist leer"):
        environment.secret_key(tmp_path)


def test_own_templates_are_those_that_are_named_or_those_in_the_data_folder(monkeypatch, tmp_path):
    data, named = tmp_path / "data", tmp_path / "named"
    (data / "templates").mkdir(parents=True)
    named.mkdir()
    assert environment.templates(tmp_path) is None
    assert environment.templates(data) == data / "templates"
    monkeypatch.setenv("RATSLINDE_TEMPLATES", str(named))
    assert environment.templates(data) == named


def test_the_data_folder_is_made_for_the_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("RATSLINDE_DATA", str(tmp_path / "a" / "data"))
    assert environment.data_folder().stat().st_mode & 0o077 == 0
