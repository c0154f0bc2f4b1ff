"""Whatever goes wrong: one clear line, a code that is not 0, never a traceback."""

from __future__ import annotations

import errno
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from ratslinde.kernel.errors import Refused
from ratslinde.printing.fonts import FontsMissingError
from ratslinde.site import commandline
from ratslinde.site.environment import BadSetting


@pytest.fixture
def failing(monkeypatch):
    """`ratslinde read x` ends with this error."""

    def with_error(error: BaseException) -> None:
        def run(_options):
            raise error

        read = next(module for module in commandline.COMMANDS if module.__name__.endswith(".read"))
        monkeypatch.setattr(read, "run", run)

    return with_error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Refused("Das geht nicht."), "ratslinde: Das geht nicht."),
        (BadSetting("DATABASE_URL: falsch"), "ratslinde: DATABASE_URL: falsch"),
        (
            FileNotFoundError(errno.ENOENT, "No such file", "brief.pdf"),
            "ratslinde: brief.pdf: nicht gefunden",
        ),
        (IsADirectoryError(errno.EISDIR, "Is a directory", "ordner"), "ratslinde: ordner: ist ein Ordner"),
        (PermissionError(errno.EACCES, "denied", "akte"), "ratslinde: akte: kein Zugriff"),
        (OSError(errno.ENOSPC, "No space left"), "ratslinde: Kein Platz mehr auf dem Datenträger"),
        (OperationalError("no such table\nLINE 1"), "ratslinde: Die Datenbank meldet: no such table"),
        (
            OperationalError("database is locked"),
            "ratslinde: Die Datenbank ist gerade belegt. Bitte versuchen Sie es noch einmal.",
        ),
        (
            OperationalError("connection failed: timeout expired\nMore"),
            "ratslinde: Die Datenbank ist nicht zu erreichen: connection failed: timeout expired",
        ),
        (
            FontsMissingError("In x fehlen Schriften: y. Bitte „make setup“ ausführen."),
            "ratslinde: In x fehlen Schriften: y. Bitte „make setup“ ausführen.",
        ),
        (
            Refused("Es gibt kein Konto „\x1b]0;x\x07\x1b[31malma\u202e“."),
            "ratslinde: Es gibt kein Konto „]0;x[31malma“.",
        ),
        (
            ValueError("seltsam"),
            "ratslinde: Unerwarteter Fehler: ValueError: seltsam RATSLINDE_DEBUG=on zeigt mehr.",
        ),
    ],
)
def test_an_error_is_one_line(call, failing, error, line):
    failing(error)
    answer = call("read", "x")
    assert (answer.code, answer.out, answer.err) == (1, "", line + "\n")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Refused("Dazu fehlt Ihnen das Recht."), "ratslinde: You do not have the right to do this."),
        (BadSetting("A: /x ist kein Ordner."), "ratslinde: A: /x is not a folder."),
        (
            FontsMissingError("In x fehlen Schriften: y. Bitte „make setup“ ausführen."),
            "ratslinde: Fonts are missing in x: y. Please run “make setup”.",
        ),
        (OSError(errno.ENOSPC, "No space left"), "ratslinde: No space left on the disk"),
        (OSError(errno.EMFILE, "Too many", "akte"), "ratslinde: akte: too many files are open"),
        (OperationalError("database is locked"), "ratslinde: The database is busy. Please try again."),
        (ValueError("odd"), "ratslinde: Unexpected error: ValueError: odd RATSLINDE_DEBUG=on shows more."),
    ],
)
def test_an_error_is_said_in_english(call, failing, monkeypatch, error, line):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    failing(error)
    assert call("read", "x").err == line + "\n"


def test_debugging_shows_where(call, failing, monkeypatch):
    monkeypatch.setenv("RATSLINDE_DEBUG", "on")
    failing(ValueError("seltsam"))
    assert "Traceback" in call("read", "x").err


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (SystemExit(3), 3), (SystemExit("so"), 1)]
)
def test_an_end_that_somebody_wanted_says_nothing(call, failing, error, code):
    failing(error)
    answer = call("read", "x")
    assert (answer.code, answer.err) == (code, "")


def test_a_closed_pipe_ends_quietly(call, failing, monkeypatch):
    failing(BrokenPipeError())
    monkeypatch.setattr(commandline, "_hush", lambda: None)
    assert call("read", "x").err == ""


def test_a_closed_pipe_ends_a_process_quietly(document):
    script = f'"{sys.executable}" -m ratslinde read --json {document} | head -c 1; exit ${{PIPESTATUS[0]}}'
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert found.stderr == ""
    assert found.stdout == "{"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://x/y"),
        ("RATSLINDE_URL", "rat.lindenhagen.example"),
        ("RATSLINDE_MAIL_URL", "post"),
        ("RATSLINDE_OPEN_DATA", "vielleicht"),
        ("RATSLINDE_TEMPLATES", "/nirgends"),
        ("RATSLINDE_DATA", "/dev/null/data"),
        ("DATABASE_URL", "postgresql://a:b@127.0.0.1:port/x"),
        ("RATSLINDE_URL", "https://[x"),
        ("RATSLINDE_MAIL_URL", "smtp://a:b@c:port"),
        ("RATSLINDE_MAIL_FROM", "post"),
        ("RATSLINDE_FONTS", "/nirgends"),
        ("RATSLINDE_SECRET_KEY", "kurz"),
        ("DATABASE_URL", "sqlite:///"),
    ],
)
def test_a_bad_setting_is_named_in_one_line(process, name, value):
    found = process("record", "verify", **{name: value})
    assert found.returncode == 1
    assert found.stderr.startswith(f"ratslinde: {name}: ")
    assert found.stderr.count("\n") == 1


def test_help_loads_no_framework():
    script = (
        "import sys; from ratslinde.site.commandline import main; "
        "main(['read', '--help']); assert not {'django', 'ratslinde.reading'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0


def test_a_terminal_that_knows_no_umlauts_gets_text(call, monkeypatch):
    stream = SimpleNamespace(reconfigure=lambda **how: calls.append(how))
    calls: list[dict] = []
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    commandline._never_fail_on_letters()
    assert calls == [{"errors": "backslashreplace"}] * 2
