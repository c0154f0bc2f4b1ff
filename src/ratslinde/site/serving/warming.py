"""A new process of the server gets ready beside its first answers: whoever comes first waits no longer than others."""

from __future__ import annotations

import logging
import threading

from django.db import connections
from django.urls import get_resolver

from ratslinde.portal.directory import keeping

_LOG = logging.getLogger(__name__)


def begin() -> threading.Thread:
    """Get ready in a thread of its own, which is returned; it ends with the process.

    It is the one place where a process of the server does two things at once: what is made here is made under locks.
    """
    thread = threading.Thread(target=get_ready, name="warming", daemon=True)
    thread.start()
    return thread


def get_ready() -> None:
    """Load the pages and make the directory. What fails is said in one line, and left to the first visitor."""
    try:
        _ = get_resolver().url_patterns  # the addresses bring all the modules
        keeping.prepare()
    except Exception as error:  # noqa: BLE001 - the thread has nobody to tell; the visitor's own request raises it again
        _LOG.warning(
            "The directory was not made ready at the start (%s); the first visitor waits for it.",
            type(error).__name__,
        )
    finally:
        connections.close_all()
