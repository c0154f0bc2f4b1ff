"""A backup is everything, a restore is all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import msgspec
import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from ratslinde.accounts.models import User
from ratslinde.council.meetings.models import Meeting
from ratslinde.files import storage
from ratslinde.files.models import StoredFile
from ratslinde.journal.models import Entry
from ratslinde.record.models import Chain, Published, Version
from ratslinde.record.search import search
from ratslinde.record.verifying import verify
from ratslinde.site.backup import making, manifest, restoring, tables

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def full(own_data, monkeypatch, transactional_db, request):
    """A data folder with a key, own templates and a published session."""
    (own_data / "secret.key").write_text("first key")
    (own_data / "factors.key").write_text("first key of factors")
    (own_data / "templates").mkdir()
    (own_data / "templates" / "wappen.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    monkeypatch.setattr(settings, "RATSLINDE_TEMPLATES", own_data / "templates")
    request.getfixturevalue("session")
    return own_data


@pytest.fixture
def backup(full, call, tmp_path) -> Path:
    path = tmp_path / "sicherung.zip"
    answer = call("backup", str(path))
    assert answer.code == 0, answer.err
    return path


@pytest.fixture
def elsewhere(backup, tmp_path, monkeypatch) -> Path:
    """An empty installation: no rows, no files, another key."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "secret.key").write_text("second key")
    monkeypatch.setattr(settings, "RATSLINDE_DATA", folder)
    monkeypatch.setattr(settings, "RATSLINDE_TEMPLATES", None)
    call_command("flush", interactive=False, verbosity=0)
    return folder


def rows() -> dict[str, list]:
    """Every row of every table that a backup keeps."""
    found = {}
    for model in tables.Schema(tables.applied()).models():
        label = model._meta.label_lower
        found[label] = [msgspec.json.decode(line) for line in tables.lines(model)]
    return found


def files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "files").glob("??/*")}


def test_what_was_backed_up_comes_back_as_it_was(full, backup, call, tmp_path, request):
    before, names = rows(), files(full)
    folder = request.getfixturevalue("elsewhere")
    answer = call("restore", str(backup))
    assert answer.code == 0, answer.err
    assert rows() == before
    assert files(folder) == names != set()
    assert all(storage.read(name) == (full / "files" / name[:2] / name).read_bytes() for name in names)
    assert (folder / "secret.key").read_text() == "first key"
    assert (folder / "factors.key").read_text() == "first key of factors"
    assert (folder / "templates" / "wappen.svg").read_text().startswith("<svg")
    assert list(folder.glob("restoring-*")) == []


def test_the_restored_record_verifies_and_the_house_goes_on(elsewhere, backup, call):
    call("restore", str(backup))
    assert list(verify()) == []
    call("worker", "--once")
    assert search("Linde").total > 0
    assert (
        call("invite", "Ben Beispiel", "ben@lindenhagen.example", "--role", "reader", "--as", "admin").code
        == 0
    )


def test_times_are_kept_to_the_microsecond(full, call, tmp_path, request):
    before = Meeting.objects.get().created_at
    path = request.getfixturevalue("backup")
    request.getfixturevalue("elsewhere")
    call("restore", str(path))
    assert Meeting.objects.get().created_at == before


def test_sessions_are_not_kept_so_everybody_signs_in_again(backup):
    with zipfile.ZipFile(backup) as archive:
        assert not [name for name in archive.namelist() if "session" in name]


def test_a_backup_is_for_the_operator_alone_and_never_replaces_a_file(backup, call):
    assert backup.stat().st_mode & 0o077 == 0
    before = backup.read_bytes()
    assert "gibt es schon" in call("backup", str(backup)).err
    assert backup.read_bytes() == before


def test_a_template_of_no_use_is_named_and_keeps_nothing_else_from_being_saved(full, call, tmp_path):
    (full / "templates" / "LIESMICH.md").write_text("Unser Wappen")
    answer = call("backup", str(tmp_path / "sicherung.zip"))
    assert answer.code == 1
    assert "Nicht in der Sicherung: LIESMICH.md: Unbekannter Dateiname" in answer.err
    with zipfile.ZipFile(tmp_path / "sicherung.zip") as archive:
        assert [name for name in archive.namelist() if name.startswith("templates/")] == [
            "templates/wappen.svg"
        ]


def test_a_backup_that_fails_leaves_no_file(full, call, tmp_path, monkeypatch):
    def fail(*_arguments):
        raise OSError(28, "No space left")

    monkeypatch.setattr(storage, "read", fail)
    monkeypatch.setattr(making._Making, "_keys_and_templates", fail)
    assert call("backup", str(tmp_path / "x.zip")).code == 1
    assert list(tmp_path.glob("*.zip")) == list(tmp_path.glob(".*.part")) == []


def test_a_file_that_is_damaged_or_missing_is_named_and_the_rest_is_backed_up(full, call, tmp_path):
    gone, damaged = list(StoredFile.objects.values_list("pk", flat=True))[:2]
    storage.path_of(gone).unlink()
    storage.path_of(damaged).write_bytes(b"anders")
    answer = call("backup", str(tmp_path / "x.zip"))
    assert answer.code == 1
    named = [line.split()[2] for line in answer.err.splitlines() if line.startswith("Die Datei ")]
    assert set(named) == {gone, damaged}
    assert set(manifest.read(tmp_path / "x.zip").missing) == {gone, damaged}


def test_data_is_replaced_only_when_it_is_said(backup, call):
    Entry.objects.all().delete()
    answer = call("restore", str(backup))
    assert (answer.code, Entry.objects.count()) == (1, 0)
    assert "--replace" in answer.err
    assert call("restore", str(backup), "--replace").code == 0
    assert Entry.objects.exists()


def test_a_refusal_is_in_the_language_of_the_terminal(backup, call, monkeypatch, tmp_path):
    (tmp_path / "else.txt").write_text("nothing")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "is there already" in call("backup", str(backup)).err
    assert "There is no folder" in call("backup", str(tmp_path / "nowhere" / "x.zip")).err
    assert "is no backup of Ratslinde" in call("restore", str(tmp_path / "else.txt")).err
    assert "There is data here already" in call("restore", str(backup)).err
    assert "has a municipality already" in call("setup", "--name", "X").err


def test_replacing_leaves_no_file_that_nothing_names(backup, full, call):
    stray = storage.store(b"erst nach der Sicherung").pk
    call("restore", str(backup), "--replace")
    assert stray not in files(full)
    assert files(full) == set(StoredFile.objects.values_list("pk", flat=True))


def test_a_damaged_file_comes_back_whole(backup, full, call):
    path = next((full / "files").glob("??/*"))
    path.write_bytes(b"anders")
    call("restore", str(backup), "--replace")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name


def rewritten(path: Path, change) -> Path:
    """A copy of the backup whose members went through `change(name, data)`; None leaves one out."""
    other = path.with_name("anders.zip")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(other, "w") as after:
        for name in before.namelist():
            data = change(name, before.read(name))
            if data is not None:
                after.writestr(name, data)
    return other


def a_later_version(name, data):
    if name != manifest.NAME:
        return data
    found = json.loads(data)
    found["migrations"]["record"].append("9999_later")
    return json.dumps(found)


DAMAGES = {
    "a changed table": lambda name, data: data + b"[]\n" if name.endswith("paper.jsonl") else data,
    "a changed file": lambda name, data: data[:-1] + b"x" if name.startswith("files/") else data,
    "a missing member": lambda name, data: None if name.startswith("keys/") else data,
    "a missing manifest": lambda name, data: None if name == manifest.NAME else data,
    "a broken manifest": lambda name, data: b"{" if name == manifest.NAME else data,
    "a later format": lambda name, data: data.replace(b'"format": 2', b'"format": 3'),
    "a later version": a_later_version,
    "a member that leaves the folder": lambda name, data: data.replace(
        b"templates/wappen.svg", b"templates/../boese.svg"
    ),
}


@pytest.mark.parametrize("change", DAMAGES.values(), ids=DAMAGES)
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_touched(backup, full, call, change):
    before, names = rows(), files(full)
    answer = call("restore", str(rewritten(backup, change)), "--replace")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "Sicherung" in answer.err
    assert (rows(), files(full)) == (before, names)
    assert list(full.glob("restoring-*")) == []


@pytest.mark.parametrize("content", [b"", b"PK", b"text" * 1000])
def test_another_file_is_no_backup(full, call, tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    assert "keine Sicherung" in call("restore", str(tmp_path / "x.zip"), "--replace").err


class Crash(Exception):
    pass


STEPS = {
    "before the files": (restoring, "_put_files"),
    "before key and templates lie ready": (restoring, "_lay_ready"),
    "before the rows": (tables, "empty_all"),
    "between two tables": (tables, "continue_numbers"),
    "before the commit": (restoring.cache, "set"),
}


@pytest.mark.parametrize(("place", "name"), STEPS.values(), ids=STEPS)
def test_a_crash_in_the_middle_leaves_the_old_state(backup, full, call, monkeypatch, place, name):
    User.objects.update(name="Nach der Sicherung")
    (full / "secret.key").write_text("later key")
    before, key = rows(), (full / "secret.key").read_text()

    def crash(*_arguments, **_more):
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(place, name, crash)
        assert call("restore", str(backup), "--replace").code == 1
    assert rows() == before
    assert (full / "secret.key").read_text() == key
    call("record", "verify")  # the next command that opens the house clears up
    assert (full / "secret.key").read_text() == key
    assert list(full.glob("restoring-*")) == []
    assert call("restore", str(backup), "--replace").code == 0
    assert (full / "secret.key").read_text() == "first key"


def test_a_crash_after_the_commit_is_finished_by_the_next_command(backup, full, call, monkeypatch):
    (full / "secret.key").write_text("later key")
    (full / "templates" / "wappen.svg").write_text("<svg>later</svg>")

    def crash():
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "finish_interrupted", crash)
        assert call("restore", str(backup), "--replace").code == 1
    assert (full / "secret.key").read_text() == "later key"
    call("record", "verify")
    assert (full / "secret.key").read_text() == "first key"
    assert "later" not in (full / "templates" / "wappen.svg").read_text()
    assert list(full.glob("restoring-*")) == []


def test_an_earlier_restore_of_the_same_backup_is_not_taken_for_an_interrupted_one(
    backup, full, call, monkeypatch
):
    assert call("restore", str(backup), "--replace").code == 0
    (full / "secret.key").write_text("later key")

    def crash(*_arguments):
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(tables, "empty_all", crash)
        assert call("restore", str(backup), "--replace").code == 1
    call("record", "verify")
    assert (full / "secret.key").read_text() == "later key"


def test_a_running_server_keeps_a_restore_out(backup, full, call):
    from ratslinde.site.startup import locked

    with locked(full / "serve.lock", shared=True):
        answer = call("restore", str(backup), "--replace")
    assert (answer.code, answer.err) == (
        1,
        "ratslinde: Der Server läuft. Bitte zuerst beenden, dann die Sicherung einspielen.\n",
    )


def test_a_backup_of_an_older_version_becomes_one_of_today(full, backup, call, tmp_path):
    """A backup from before second factors were encrypted."""
    secret = {"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}
    Authenticator.objects.create(user=User.objects.get(sign_in_name="admin"), type="totp", data=secret)
    (full / "factors.key").unlink()
    path = tmp_path / "before.zip"
    call("backup", str(path))

    def older(name, data):
        if name != manifest.NAME:
            return data
        found = json.loads(data)
        found["format"] = 1
        found["migrations"]["accounts"] = ["0001_initial", "0002_cache_table"]
        return json.dumps(found)

    head = Chain.objects.get().head
    call_command("flush", interactive=False, verbosity=0)
    answer = call("restore", str(rewritten(path, older)), "--replace")
    assert answer.code == 0, answer.err
    assert ("accounts", "0003_seal_second_factors") in tables.applied()
    assert Chain.objects.get().head == head
    assert Version.objects.count() > 10
    assert Published.objects.filter(kind="meeting").count() == 1
    assert Authenticator.objects.get().data["secret"].startswith("sealed:")
    assert (full / "factors.key").is_file()


def test_a_backup_sees_one_moment(full, call, tmp_path, monkeypatch):
    """What is written while it runs is in it as a whole or not at all."""
    before = Entry.objects.count()
    fill = tables.lines

    def slow(model):
        if model._meta.label_lower == "accounts.user":
            write_from_another_connection()
        return fill(model)

    monkeypatch.setattr(making.tables, "lines", slow)
    call("backup", str(tmp_path / "x.zip"))
    assert Entry.objects.count() == before + 1
    assert manifest.read(tmp_path / "x.zip").rows["journal.entry"] == before


def write_from_another_connection() -> None:
    import threading

    from ratslinde.kernel import clock

    def write() -> None:
        Entry.objects.create(at=clock.now(), verb="town.edit", actor=User.objects.get())
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
