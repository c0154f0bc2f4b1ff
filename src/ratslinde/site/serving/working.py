"""The worker's life: one task after the other, until it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType

from django.db import close_old_connections

from ratslinde.council.documents import working as documents
from ratslinde.desk.accounts import tidying
from ratslinde.desk.inbox import forgetting as inbox_forgetting
from ratslinde.desk.landscape.network import reckoning
from ratslinde.inbox import forgetting
from ratslinde.integration.importing import working as importing
from ratslinde.integration.keeping import rounds as keeping_rounds
from ratslinde.integration.landscape import working as landscape
from ratslinde.journal import retention
from ratslinde.journal.queue import begin_recurring, work_one
from ratslinde.post import keeping as post_keeping
from ratslinde.post import rounds, sending
from ratslinde.record import search

__all__ = [
    "begin_recurring",
    "documents",
    "forgetting",
    "importing",
    "inbox_forgetting",
    "keeping_rounds",
    "landscape",
    "post_keeping",
    "reckoning",
    "retention",
    "rounds",
    "search",
    "sending",
    "tidying",
    "work_all",
    "work_until_stopped",
]  # importing registers what is done for their tasks
IDLE = 1.0
"""Seconds between two looks at an empty queue."""


def work_all() -> int:
    """Do all that is due now; returns how many tasks that were."""
    number = 0
    while work_one():
        number += 1
    return number


def work_until_stopped(*, parent: int | None = None) -> None:
    """Work until SIGINT or SIGTERM comes, or until the process `parent`, which started this one, is gone.

    It says who it is: a worker that asked for its parent would, started late, meet the one who adopted it.
    """
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    while not stop.is_set() and parent in (None, os.getppid()):
        if not work_one():
            close_old_connections()
            stop.wait(IDLE)
