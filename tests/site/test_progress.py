"""Work over two seconds says that it is under way."""

from __future__ import annotations

import io
import time

from ratslinde.site import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch, stream, *, seconds: float) -> str:
    monkeypatch.setattr(progress, "SILENT", 0.1)
    monkeypatch.setattr(progress, "BETWEEN", {True: 0.05, False: 0.05})
    monkeypatch.setattr("sys.stderr", stream)
    with progress.Progress("Es wird gedruckt") as line:
        time.sleep(seconds / 2)
        line.step("Es wird geheftet")
        time.sleep(seconds / 2)
    return stream.getvalue()


def test_short_work_says_nothing(monkeypatch):
    assert shown(monkeypatch, io.StringIO(), seconds=0.02) == ""


def test_a_log_gets_a_line_now_and_then(monkeypatch):
    lines = shown(monkeypatch, io.StringIO(), seconds=0.6).splitlines()
    assert lines[0] == "Es wird gedruckt … 0 s"
    assert lines[-1] == "Es wird geheftet … 0 s"
    assert len(lines) < 20


def test_a_terminal_gets_one_line_that_goes_at_the_end(monkeypatch):
    text = shown(monkeypatch, Terminal(), seconds=0.6)
    assert "\n" not in text
    assert "Es wird geheftet" in text
    assert text.endswith("\r\x1b[K")
