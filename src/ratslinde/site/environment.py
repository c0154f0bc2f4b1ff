"""The settings that an operator makes, each read from the environment in one place.

`docs/betrieb/einstellungen.md` describes each one; a test holds the two together.
"""

from __future__ import annotations

import os
import secrets
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote

import dj_database_url

from ratslinde.kernel.keys import EmptyKey, kept_key
from ratslinde.kernel.web_addresses import is_web_address
from ratslinde.site.addresses import parts_of
from ratslinde.site.system_errors import reason


class BadSetting(Exception):
    """A setting holds something that cannot be used; the message names it and says what is expected."""


NAMES = (
    "RATSLINDE_DATA",
    "DATABASE_URL",
    "RATSLINDE_URL",
    "RATSLINDE_OPEN_DATA",
    "RATSLINDE_PRODUCT_URL",
    "RATSLINDE_VENDOR_URL",
    "RATSLINDE_MAIL_URL",
    "RATSLINDE_MAIL_FROM",
    "RATSLINDE_BOUNCE_URL",
    "RATSLINDE_BOUNCE_FROM",
    "RATSLINDE_TEMPLATES",
    "RATSLINDE_FONTS",
    "RATSLINDE_SECRET_KEY",
    "RATSLINDE_PROXY",
    "RATSLINDE_DEBUG",
    "RATSLINDE_KEEP_DECIDED",
    "RATSLINDE_KEEP_UNDECIDED",
    "RATSLINDE_KEEP_SEARCHES",
    "RATSLINDE_KEEP_LETTERS",
    "RATSLINDE_KEEP_RETURNED",
    "RATSLINDE_KEEP_HELD_LETTERS",
    "RATSLINDE_KEEP_LETTER_NOTES",
    "RATSLINDE_KEEP_MAIL_FILES",
    "RATSLINDE_KEEP_CONTACTS",
    "RATSLINDE_KEEP_LINKS",
    "RATSLINDE_KEEP_IMPORTS",
    "RATSLINDE_KEEP_IMPORT_ROWS",
)
ON = ("on", "1", "true", "yes", "ja", "an")
OFF = ("off", "0", "false", "no", "nein", "aus")
KEY_FILE = "secret.key"
SHORTEST_KEY = 32
"""Characters: with fewer the signatures of one-time links could be guessed."""
TEMPLATES_FOLDER = "templates"


def text(name: str, default: str = "") -> str:
    """The setting's text, stripped."""
    return os.environ.get(name, default).strip()


def is_on(name: str) -> bool:
    """Whether the setting says so in one of the words for it; whatever else it holds is no."""
    return text(name).lower() in ON


def switch(name: str, *, default: bool) -> bool:
    """A setting that is on or off. Raises BadSetting for anything else."""
    value = text(name).lower()
    if not value:
        return default
    if value in (*ON, *OFF):
        return value in ON
    raise BadSetting(f"{name}: erwartet wird „on“ oder „off“, nicht „{value}“.")


def folder(name: str) -> Path | None:
    """An existing folder, or None when the setting is empty. Raises BadSetting when there is no such folder."""
    given = text(name)
    if not given:
        return None
    path = Path(given).expanduser().absolute()
    if not path.is_dir():
        raise BadSetting(f"{name}: {path} ist kein Ordner.")
    return path


def data_folder() -> Path:
    """Where the database (SQLite), files and keys lie; made when missing."""
    path = Path(text("RATSLINDE_DATA", "data")).expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"RATSLINDE_DATA: {path} kann nicht angelegt werden ({reason(error)}).") from error
    return path


def secret_key(folder: Path) -> str:
    """The signing key: given, or made once and kept in the data folder."""
    given = text("RATSLINDE_SECRET_KEY")
    if given and len(given) < SHORTEST_KEY:
        raise BadSetting(f"RATSLINDE_SECRET_KEY: zu kurz, erwartet werden mindestens {SHORTEST_KEY} Zeichen.")
    if given:
        return given
    path = folder / KEY_FILE
    try:
        return kept_key(path, make=lambda: secrets.token_urlsafe(50))
    except EmptyKey:
        raise BadSetting(f"{path} ist leer. Bitte löschen; dann wird ein neuer Schlüssel erzeugt.") from None


def templates(data: Path) -> Path | None:
    """The town's own print templates: where the setting says, else in the data folder when it has such a folder."""
    own = data / TEMPLATES_FOLDER
    return folder("RATSLINDE_TEMPLATES") or (own if own.is_dir() else None)


def database(folder: Path) -> dict[str, object]:
    """Django's database settings: SQLite in the data folder, or what DATABASE_URL says."""
    url = text("DATABASE_URL")
    if not url:
        return _sqlite(folder / "ratslinde.sqlite3")
    if url.startswith("sqlite:///"):
        if not url.removeprefix("sqlite:").strip("/"):
            raise BadSetting("DATABASE_URL: Nach sqlite:/// fehlt der Pfad der Datei.")
        return _sqlite(
            Path("/" + url.removeprefix("sqlite:").lstrip("/"))
        )  # written with three or four slashes
    if not url.startswith(("postgres://", "postgresql://")):
        raise BadSetting("DATABASE_URL: erwartet wird postgresql://… oder sqlite:///…")
    if not parts_of(url).scheme:
        raise BadSetting(
            "DATABASE_URL: Die Adresse ist nicht lesbar. Sonderzeichen im Kennwort bitte URL-kodieren."
        )
    return {**dj_database_url.parse(url, conn_max_age=None), "CONN_HEALTH_CHECKS": True}


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # Reading through the mapped file spares a copy of every page: long lists come half as quick again.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;"
            " PRAGMA mmap_size=1073741824;",
        },
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def base_url() -> str:
    """The address under which the site is reached, without a final slash, or '' when it was not set."""
    url = text("RATSLINDE_URL").rstrip("/")
    parts = parts_of(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise BadSetting("RATSLINDE_URL: erwartet wird eine Adresse wie https://rat.lindenhagen.example")
    return url


def web_page(name: str) -> str:
    """The address of a page, or ''. Raises BadSetting for anything else."""
    given = text(name)
    if given and not is_web_address(given):
        raise BadSetting(
            f"{name}: erwartet wird die Adresse einer Seite wie https://www.lindenhagen.example/rat"
        )
    return given


def mail_from() -> str:
    """Who the mails come from, with or without a name. Raises BadSetting when there is no address in it."""
    given = text("RATSLINDE_MAIL_FROM", "ratslinde@localhost")
    name, _, host = parseaddr(given)[1].partition("@")
    if not (name and host):
        raise BadSetting("RATSLINDE_MAIL_FROM: erwartet wird eine Adresse wie rat@lindenhagen.example")
    return given


def mail() -> dict[str, object]:
    """Django's mail settings from smtp://user:password@host:port or smtps://…; '' writes mails to the data folder."""
    url = text("RATSLINDE_MAIL_URL")
    if not url:
        return {}
    parts = parts_of(url)
    if parts.scheme not in ("smtp", "smtps", "smtp+tls") or not parts.hostname:
        raise BadSetting("RATSLINDE_MAIL_URL: erwartet wird smtp://benutzer:passwort@rechner:port")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 20,
    }
