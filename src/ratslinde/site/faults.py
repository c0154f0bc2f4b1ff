"""What ends a command: always one clear line, never a traceback unless it is asked for."""

from __future__ import annotations

import sys
import traceback

from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean
from ratslinde.site import database_errors
from ratslinde.site.environment import BadSetting, is_on
from ratslinde.site.interpreting import interpreted
from ratslinde.site.system_errors import reason
from ratslinde.site.wording import say


class Fault(Exception):
    """Something that the person at the terminal can mend; the message is one sentence in their language."""


def explain(error: BaseException) -> str:
    """The one line that is printed for the error."""
    if isinstance(error, Refused):
        return interpreted(error.message)
    if isinstance(error, Fault | BadSetting):
        return interpreted(str(error))
    if isinstance(error, OSError) and error.errno is not None:
        return _of_system(error)
    if type(error).__module__.startswith("ratslinde.") and str(error):
        return interpreted(_first_line(error))
    if type(error).__module__.startswith(("django.db", "psycopg", "sqlite3")):
        return database_errors.in_words(_first_line(error))
    hint = say("RATSLINDE_DEBUG=on zeigt mehr.", "RATSLINDE_DEBUG=on shows more.")
    unexpected = say("Unerwarteter Fehler: ", "Unexpected error: ")
    return f"{unexpected}{type(error).__name__}: {_first_line(error)} {hint}"


def tell(error: BaseException) -> None:
    """Print the error's line, with the traceback where RATSLINDE_DEBUG asks for it.

    The line repeats what was given and what a file says: no terminal may take a part of it for a command.
    """
    if is_on("RATSLINDE_DEBUG"):
        traceback.print_exception(error)
    sys.stderr.write(f"ratslinde: {clean(explain(error))}\n")


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "")


def _of_system(error: OSError) -> str:
    why = reason(error)
    return f"{error.filename}: {why}" if error.filename else why[:1].upper() + why[1:]
