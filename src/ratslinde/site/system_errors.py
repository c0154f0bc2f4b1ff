"""Why the operating system refused something, in the language of the person at the terminal."""

from __future__ import annotations

import errno

from ratslinde.site.wording import say


def reason(error: OSError) -> str:
    """A few words without the file's name; those of the system where it is a rare reason."""
    number = error.errno or 0
    reasons = {
        errno.ENOENT: say("nicht gefunden", "not found"),
        errno.EACCES: say("kein Zugriff", "permission denied"),
        errno.EPERM: say("kein Zugriff", "permission denied"),
        errno.EISDIR: say("ist ein Ordner", "is a folder"),
        errno.ENOTDIR: say("ist kein Ordner", "is not a folder"),
        errno.EEXIST: say("gibt es schon", "is there already"),
        errno.ENOTEMPTY: say("ist nicht leer", "is not empty"),
        errno.ENOSPC: say("kein Platz mehr auf dem Datenträger", "no space left on the disk"),
        errno.EDQUOT: say("der zugeteilte Speicherplatz ist voll", "the disk quota is used up"),
        errno.EROFS: say("der Datenträger ist schreibgeschützt", "the disk is read-only"),
        errno.EIO: say("der Datenträger hat einen Fehler", "the disk has a fault"),
        errno.ENAMETOOLONG: say("der Name ist zu lang", "the name is too long"),
        errno.ELOOP: say("die Verweise führen im Kreis", "the links lead round in circles"),
        errno.EMFILE: say("zu viele Dateien sind offen", "too many files are open"),
        errno.ENOMEM: say("der Arbeitsspeicher reicht nicht", "out of memory"),
        errno.ECONNREFUSED: say("die Verbindung wurde abgelehnt", "the connection was refused"),
        errno.ETIMEDOUT: say("keine Antwort", "no answer"),
    }
    return reasons.get(number) or error.strerror or str(error)
