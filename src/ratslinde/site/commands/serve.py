"""`ratslinde serve`: the web server with one worker."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ratslinde.site import environment
from ratslinde.site.faults import Fault
from ratslinde.site.startup import locked, open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say("Startet Ratslinde im Browser.", "Start the web server.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "--host", default="127.0.0.1", help=say("vorgegeben: %(default)s", "default: %(default)s")
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help=say("vorgegeben: %(default)s", "default: %(default)s")
    )
    parser.add_argument(
        "--workers", type=_count, default=None, metavar="N",
        help=say("Prozesse, die Seiten liefern; vorgegeben: je Prozessor einer, höchstens vier",
                 "processes that serve pages; default: one a processor, four at most"),
    )  # fmt: skip
    parser.add_argument(
        "--no-worker", action="store_true",
        help=say("ohne den Prozess, der Späteres erledigt", "without the process that does what is to happen later"),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from ratslinde.site.serving.server import is_local, refuse_taken, run_server, workers_by_default

    if not is_local(options.host) and not environment.base_url():
        text = f"Für --host {options.host} bitte RATSLINDE_URL setzen: die Adresse, unter der die Seite erreichbar ist."
        raise Fault(
            say(text, f"For --host {options.host} please set RATSLINDE_URL, the address of the site.")
        )
    refuse_taken(options.host, options.port)
    printed = environment.base_url() or f"http://localhost:{options.port}"
    os.environ.setdefault("RATSLINDE_URL", "")
    os.environ["RATSLINDE_URL"] = environment.base_url() or f"http://127.0.0.1:{options.port}"
    open_house(begins=True)
    lines = _prepare(printed)
    with _in_service(printed), _attendant(wanted=not options.no_worker):
        run_server(
            host=options.host, port=options.port, workers=options.workers or workers_by_default(),
            ready=lambda: _announce(lines),
        )  # fmt: skip
    return 0


def _prepare(printed: str) -> list[str]:
    """Check what serving needs; returns the lines to print once the server answers."""
    from django.conf import settings
    from django.db import connections

    from ratslinde.printing import fonts_folder
    from ratslinde.site.serving.server import refuse_unready
    from ratslinde.site.serving.welcome import welcome

    refuse_unready(Path(settings.STATIC_ROOT), fonts_folder())
    lines = welcome(printed)
    connections.close_all()
    return lines


@contextlib.contextmanager
def _in_service(address: str) -> Iterator[None]:
    from django.conf import settings

    from ratslinde.site.serving.whereabouts import known

    data = Path(settings.RATSLINDE_DATA)
    try:
        with locked(data / "serve.lock", shared=True, wait=False), known(data, address):
            yield
    except BlockingIOError:
        text = "Es wird gerade eine Sicherung eingespielt. Bitte danach noch einmal starten."
        raise Fault(say(text, "A backup is just being restored. Please start again afterwards.")) from None


def _attendant(*, wanted: bool) -> contextlib.AbstractContextManager[object]:
    from ratslinde.site.serving.attendant import Attendant

    return Attendant() if wanted else contextlib.nullcontext()


def _announce(lines: list[str]) -> None:
    sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(
            say("ein Port liegt zwischen 1 und 65535", "a port is between 1 and 65535")
        )
    return number


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError(say("zwischen 1 und 64", "between 1 and 64"))
    return number
