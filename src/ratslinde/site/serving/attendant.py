"""Keeps one worker running beside the server: a worker that fails is started again."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

from ratslinde.site.wording import say

WORKER = [sys.executable, "-m", "ratslinde", "worker", "--with-parent"]
PAUSES = (1, 2, 5, 10, 30)
"""Seconds before the next start after a failure; the last one again and again."""
HEALTHY = 60.0
"""Seconds after which a worker counts as one that runs, and its next failure as the first."""
LAST_WORD = 20.0
"""Seconds that a worker has to finish its task when the server ends."""


class Attendant:
    """Starts a worker process when entered, and stops it when left."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._attend, daemon=True)
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Attendant:
        self._thread.start()
        return self

    def __exit__(self, *_why: object) -> None:
        self._ended.set()
        if self._worker is not None:
            self._worker.terminate()
        self._thread.join(LAST_WORD)
        if self._worker is not None and self._worker.poll() is None:
            self._worker.kill()

    def _attend(self) -> None:
        failures = 0
        while not self._ended.is_set():
            began = time.monotonic()
            self._worker = subprocess.Popen([*WORKER, str(os.getpid())])  # noqa: S603 - the words are ours
            if self._ended.is_set():
                self._worker.terminate()
            code = self._worker.wait()
            if self._ended.is_set():
                return
            failures = 1 if time.monotonic() - began > HEALTHY else failures + 1
            pause = PAUSES[min(failures, len(PAUSES)) - 1]
            text = f"Der Hilfsprozess endete ({code}); neuer Start in {pause} s."
            sys.stderr.write(say(text, f"The worker ended ({code}); starting it again in {pause} s.") + "\n")
            self._ended.wait(pause)
