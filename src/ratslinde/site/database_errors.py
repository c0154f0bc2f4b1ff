"""What databases say most often, in the language of the person at the terminal."""

from __future__ import annotations

from ratslinde.site.wording import say


def in_words(line: str) -> str:
    """The first line of a database's error in words; what is rare is quoted as the database says it."""
    for part, (in_german, in_english) in _OFTEN.items():
        if part in line:
            return say(in_german, in_english)
    if line.startswith(("connection failed", "connection to server", "failed to resolve host")):
        return say("Die Datenbank ist nicht zu erreichen: ", "The database cannot be reached: ") + line
    return say("Die Datenbank meldet: ", "The database says: ") + line


_OFTEN = {
    "database is locked": (
        "Die Datenbank ist gerade belegt. Bitte versuchen Sie es noch einmal.",
        "The database is busy. Please try again.",
    ),
    "database or disk is full": (
        "Auf dem Datenträger der Datenbank ist kein Platz mehr.",
        "There is no space left on the disk of the database.",
    ),
    "attempt to write a readonly database": (
        "Die Datei der Datenbank ist schreibgeschützt.",
        "The file of the database is read-only.",
    ),
    "unable to open database file": (
        "Die Datei der Datenbank lässt sich nicht öffnen.",
        "The file of the database cannot be opened.",
    ),
    "file is not a database": ("Die Datei ist keine Datenbank.", "The file is no database."),
    "database disk image is malformed": (
        "Die Datei der Datenbank ist beschädigt. Bitte eine Sicherung einspielen.",
        "The file of the database is damaged. Please restore a backup.",
    ),
    "password authentication failed": (
        "Die Datenbank nimmt Namen oder Kennwort aus DATABASE_URL nicht an.",
        "The database does not accept the name or password of DATABASE_URL.",
    ),
    "Connection refused": (
        "Die Datenbank ist nicht zu erreichen. Läuft sie, und stimmt die Adresse in DATABASE_URL?",
        "The database cannot be reached. Is it running, and is the address in DATABASE_URL right?",
    ),
}
