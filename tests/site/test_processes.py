"""Server and worker as processes, on SQLite in data folders of their own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from ratslinde.site.serving.whereabouts import address_of_server
from tests.site.conftest import own_environment

pytestmark = pytest.mark.skipif(
    not (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file(), reason="needs make setup"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `ratslinde serve`."""

    def __init__(self, data: Path, *arguments: str, port: int | None = None) -> None:
        self.port = port or free_port()
        self.log = data.with_name(f"{data.name}-{self.port}.log")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ratslinde", "serve", "--port", str(self.port), "--workers", "1", *arguments],
                env=own_environment(data), stdout=log, stderr=log,
            )  # fmt: skip

    def wait(self) -> str:
        end = time.monotonic() + 180
        while "Ende mit Strg+C." not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)
        return self.said()

    def said(self) -> str:
        return self.log.read_text()

    def get(self, path: str, host: str = "localhost"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Host": f"{host}:{self.port}"}
        )
        return urllib.request.urlopen(request, timeout=120)

    def worker(self) -> int | None:
        found = subprocess.run(
            ["ps", "--ppid", str(self.process.pid), "-o", "pid=,args="],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        return next((int(line.split()[0]) for line in found.splitlines() if " worker " in f"{line} "), None)

    def end(self, number: int = signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(120)


@pytest.fixture
def serve(data):
    running: list[Served] = []

    def start(*arguments: str, port: int | None = None) -> Served:
        running.append(Served(data, *arguments, port=port))
        return running[-1]

    yield start
    for each in running:
        each.end()


def gone(pid: int) -> bool:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_the_server_says_where_it_is_answers_and_keeps_a_worker_and_ends_with_it(serve, data):
    server = serve()
    said = server.wait()
    assert f"Ratslinde läuft: http://localhost:{server.port}/\n" in said
    assert f"http://localhost:{server.port}/einrichten/" in said
    assert server.get("/", host="127.0.0.1").status == 200
    assert address_of_server(data) == f"http://localhost:{server.port}"
    first = server.worker()
    os.kill(first, signal.SIGKILL)
    end = time.monotonic() + 90
    while server.worker() in (None, first) and time.monotonic() < end:
        time.sleep(0.2)
    second = server.worker()
    assert second not in (None, first)
    assert server.end(signal.SIGINT) == 0
    assert gone(second)
    assert address_of_server(data) == ""


def test_a_worker_ends_when_its_server_is_killed(serve):
    server = serve()
    server.wait()
    worker = server.worker()
    others = subprocess.run(
        ["ps", "--ppid", str(server.process.pid), "-o", "pid="], capture_output=True, text=True, check=False
    )
    server.end(signal.SIGKILL)
    assert gone(worker)
    for pid in map(int, others.stdout.split()):  # granian's own processes outlive it then
        if not gone_now(pid):
            os.kill(pid, signal.SIGKILL)


def gone_now(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_two_servers_start_at_once_on_one_fresh_data_folder(serve, data):
    shutil.rmtree(data)
    first, second = serve("--no-worker"), serve("--no-worker")
    first.wait()
    second.wait()
    assert first.get("/").status == second.get("/").status == 200
    assert first.worker() is second.worker() is None
    assert first.end(signal.SIGTERM) == second.end(signal.SIGTERM) == 0


def test_what_browsers_load_may_be_kept_for_good(serve):
    server = serve("--no-worker")
    server.wait()
    page = server.get("/").read().decode()
    address = re.search(r"/static/ui/frame\.[0-9a-f]{12}\.css", page)[0]
    answer = server.get(address)
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_taken_port_is_one_clear_line(process):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        found = process("serve", "--port", port)
    assert found.returncode == 1
    assert (
        found.stderr
        == f"ratslinde: Port {port} auf 127.0.0.1 ist nicht frei. Läuft Ratslinde schon? Sonst --port wählen.\n"
    )


def test_an_open_door_needs_an_address(process):
    found = process("serve", "--host", "0.0.0.0", "--port", str(free_port()))
    assert (found.returncode, found.stderr.count("\n")) == (1, 1)
    assert "RATSLINDE_URL" in found.stderr


def test_missing_assets_are_one_clear_line(process, tmp_path):
    found = process("serve", "--port", str(free_port()), RATSLINDE_FONTS=str(tmp_path))
    assert (found.returncode, found.stderr) == (
        1, "ratslinde: Es fehlen Dateien für Browser oder Druck. Bitte „make setup“ ausführen.\n",
    )  # fmt: skip


def test_a_restore_that_is_killed_leaves_the_old_state(process, data, tmp_path, document):
    """Killed for good between the last row and the commit: no Python code runs any more."""
    assert (
        process(
            "setup", "--name", "Stadt Lindenhagen", "--administrator", "A", "--email", "a@lindenhagen.example"
        ).returncode
        == 0
    )
    backup = tmp_path / "sicherung.zip"
    assert process("backup", str(backup)).returncode == 0
    process(
        "invite", "Ben", "ben@lindenhagen.example", "--role", "reader", "--short-name", "ben", "--as", "admin"
    )
    script = (
        "import os\nfrom ratslinde.site import commandline, startup\nstartup.start_django()\n"
        "from ratslinde.site.backup import tables\ntables.continue_numbers = lambda _kept: os._exit(9)\n"
        f"commandline.main(['restore', {str(backup)!r}, '--replace'])"
    )
    environment = own_environment(data)
    assert (
        subprocess.run([sys.executable, "-c", script], env=environment, check=False, timeout=60).returncode
        == 9
    )
    assert process("adopt", str(document), "--as", "ben").stderr == "ratslinde: Dazu fehlt Ihnen das Recht.\n"
    assert process("restore", str(backup), "--replace").returncode == 0
    assert process("adopt", str(document), "--as", "ben").stderr == "ratslinde: Es gibt kein Konto „ben“.\n"


def test_a_newer_database_is_not_touched(process, data):
    with sqlite3.connect(data / "ratslinde.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999_later', '2030-01-01')"
        )
    found = process("record", "verify")
    assert (found.returncode, found.stderr.count("\n")) == (1, 1)
    assert "neueren Version" in found.stderr


@pytest.mark.parametrize(
    "arguments",
    [("backup", "x.zip"), ("record", "verify"), ("publish", "x", "--as", "a"), ("adopt", "x", "--as", "a")],
)
def test_nothing_begins_in_the_wrong_place(process, data, tmp_path, monkeypatch, arguments):
    """A nightly backup of an empty folder would be a success for ever."""
    monkeypatch.chdir(tmp_path)
    found = process(*arguments, RATSLINDE_DATA=str(tmp_path / "leer"))
    assert (found.returncode, found.stderr.count("\n")) == (1, 1)
    assert f"In {tmp_path / 'leer'} ist noch keine Kommune." in found.stderr
    assert not (tmp_path / "x.zip").exists()


def test_a_snapshot_sees_one_moment_and_nobody_who_writes_has_to_wait(data):
    script = f"""
import sqlite3
from ratslinde.site import startup
startup.start_django()
from ratslinde.accounts.models import Grant, User
from ratslinde.kernel.transactions import snapshot
with snapshot():
    assert User.objects.count() == 0
    with sqlite3.connect({str(data / "ratslinde.sqlite3")!r}, timeout=1) as other:
        other.execute("INSERT INTO accounts_user (password, public_id, email, name, is_active, created_at) "
                      "VALUES ('', 'x', 'a@lindenhagen.example', 'A', 1, '2026-01-01')")
    assert User.objects.count() == 0
assert User.objects.count() == 1
"""
    environment = own_environment(data)
    found = subprocess.run(
        [sys.executable, "-c", script], env=environment, check=False, timeout=60, capture_output=True
    )
    assert found.returncode == 0, found.stderr.decode()
