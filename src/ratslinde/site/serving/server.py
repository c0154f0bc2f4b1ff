"""The web server: granian, one thread a process, so that nothing in the house needs to be thread-safe."""

from __future__ import annotations

import contextlib
import ipaddress
import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from ratslinde.printing.fonts import has_fonts
from ratslinde.site.faults import Fault
from ratslinde.site.wording import say

PATIENCE = 120.0
"""Seconds in which a server that starts must answer."""


def refuse_taken(host: str, port: int) -> None:
    """Raise Fault when the port is in use, or the host is not an address of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)  # two sockets may be bound with SO_REUSEADDR, but only one may listen
        except PermissionError as error:
            text = f"Port {port} darf nur der Systemverwalter öffnen. Bitte einen ab 1024 wählen."
            raise Fault(say(text, f"Port {port} is reserved. Please choose one from 1024 on.")) from error
        except OSError as error:
            text = f"Port {port} auf {host} ist nicht frei. Läuft Ratslinde schon? Sonst --port wählen."
            english = f"Port {port} on {host} is not free. Is Ratslinde running already? Else choose --port."
            raise Fault(say(text, english)) from error


def is_local(host: str) -> bool:
    """Whether only this machine reaches the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_unready(static_root: Path, fonts: Path) -> None:
    """Raise Fault when what browsers or the printer need has not been put together."""
    if not (static_root / "staticfiles.json").is_file() or not has_fonts(fonts):
        text = "Es fehlen Dateien für Browser oder Druck. Bitte „make setup“ ausführen."
        raise Fault(say(text, "Files for browsers or printing are missing. Please run “make setup”."))


def run_server(*, host: str, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is called once the server answers."""
    with contextlib.suppress(RuntimeError):
        multiprocessing.set_start_method("spawn")  # a forked process would share what is not to be shared
    server = Server(
        "ratslinde.site.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=workers,
        blocking_threads=1, log_level=LogLevels.warning, respawn_failed_workers=True, workers_kill_timeout=20,
        websockets=False,
    )  # fmt: skip
    threading.Thread(target=_call_when_reached, args=(host, port, ready), daemon=True).start()
    server.serve()


def workers_by_default() -> int:
    """As many as the machine has processors, four at most."""
    return max(1, min(4, os.cpu_count() or 1))


def _call_when_reached(host: str, port: int, ready: Callable[[], None]) -> None:
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection((reached, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
            continue
        ready()
        return
