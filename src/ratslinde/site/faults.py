"""What ends a command: always one clear line, never a traceback unless it is asked for."""

from __future__ import annotations

import errno
import os
import sys
import traceback

from ratslinde.kernel.errors import Refused
from ratslinde.site.environment import BadSetting
from ratslinde.site.wording import say


class Fault(Exception):
    """Something that the person at the terminal can mend; the message is one sentence in their language."""


def explain(error: BaseException) -> str:
    """The one line that is printed for the error."""
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, Fault | BadSetting):
        return str(error)
    if isinstance(error, OSError) and error.errno is not None:
        return _of_system(error)
    if type(error).__module__.startswith(("django.db", "psycopg", "sqlite3")):
        return say("Die Datenbank meldet: ", "The database says: ") + _first_line(error)
    hint = say("RATSLINDE_DEBUG=on zeigt mehr.", "RATSLINDE_DEBUG=on shows more.")
    unexpected = say("Unerwarteter Fehler: ", "Unexpected error: ")
    return f"{unexpected}{type(error).__name__}: {_first_line(error)} {hint}"


def tell(error: BaseException) -> None:
    """Print the error's line, with the traceback where RATSLINDE_DEBUG asks for it."""
    if os.environ.get("RATSLINDE_DEBUG", "").strip().lower() in ("on", "1", "true", "yes", "ja", "an"):
        traceback.print_exception(error)
    sys.stderr.write(f"ratslinde: {explain(error)}\n")


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "")


def _of_system(error: OSError) -> str:
    reasons = {
        errno.ENOENT: say("nicht gefunden", "not found"),
        errno.EACCES: say("kein Zugriff", "permission denied"),
        errno.EPERM: say("kein Zugriff", "permission denied"),
        errno.EISDIR: say("ist ein Ordner", "is a folder"),
        errno.ENOTDIR: say("ist kein Ordner", "is not a folder"),
        errno.EEXIST: say("gibt es schon", "is there already"),
        errno.ENOSPC: say("kein Platz mehr auf dem Datenträger", "no space left on the disk"),
        errno.EROFS: say("der Datenträger ist schreibgeschützt", "the disk is read-only"),
    }
    reason = reasons.get(error.errno or 0, error.strerror or str(error))
    return f"{error.filename}: {reason}" if error.filename else reason[:1].upper() + reason[1:]
