"""`ratslinde COMMAND …`: the console command. Each command is a module of `commands`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from ratslinde import __version__
from ratslinde.site import faults
from ratslinde.site.commands import (
    adopt,
    backup,
    collect,
    demo,
    factor,
    import_,
    invite,
    publish,
    read,
    record,
    restore,
    serve,
    setup,
    templates,
    worker,
)
from ratslinde.site.wording import say, translate_argparse

COMMANDS: tuple[ModuleType, ...] = (
    serve, demo, setup, read, adopt, import_, publish, record, worker, backup, restore, invite, factor, templates,
    collect,
)  # fmt: skip
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command; returns the exit code: 0 when all is well, 2 for a wrong call, else not 0."""
    translate_argparse()
    _never_fail_on_letters()
    try:
        options = parser().parse_args(argv)
        code = int(options.run(options))
        sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BrokenPipeError:
        _hush()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever happens, the person at the terminal gets one line
        faults.tell(error)
        return 1
    return code


def parser() -> argparse.ArgumentParser:
    """Everything that can be written after `ratslinde`."""
    about = say(
        "Sitzungsdienst und Integrationsmanagement einer Kommune.",
        "Council work and integration management of a municipality.",
    )
    top = argparse.ArgumentParser(prog="ratslinde", description=about)
    top.add_argument(
        "--version",
        action="version",
        version=f"Ratslinde {__version__}",
        help=say("zeigt die Version", "show the version"),
    )
    title = say("Befehle", "commands")
    names = top.add_subparsers(title=title, metavar=say("BEFEHL", "COMMAND"), required=True)
    for module in COMMANDS:
        about = module.about()
        one = names.add_parser(module.__name__.rsplit(".", 1)[1].rstrip("_"), help=about, description=about)
        module.arguments(one)
        one.set_defaults(run=module.run)
    return top


def _never_fail_on_letters() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _hush() -> None:
    # Python flushes standard output once more at its end; what is left then has nowhere to go.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
