"""What a backup says about itself, so that it can be checked before anything is touched."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

import msgspec

from ratslinde.accounts import sealing
from ratslinde.kernel.errors import Refused
from ratslinde.site import environment
from ratslinde.site.wording import say

FORMAT = 2
"""2: with the key of the second factors."""
NAME = "manifest.json"
KEYS, KEY_FILES = "keys/", (environment.KEY_FILE, sealing.KEY_FILE)
FILES, TABLES, TEMPLATES = "files/", "database/", "templates/"
_MEMBER = re.compile(
    r"keys/(secret|factors)\.key|files/[0-9a-f]{64}|database/[a-z_]+\.[a-z_]+\.jsonl|templates/[\w-][\w .-]*"
)


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`migrations`: the applied ones by app. `members`: SHA-256 by name. `missing`: files that could not be read.

    `refused`: why files of the own templates are not in it, a sentence each.
    """

    format: int
    id: str
    made_at: datetime.datetime
    version: str
    migrations: dict[str, list[str]]
    rows: dict[str, int]
    members: dict[str, str]
    missing: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def read(path: Path) -> Manifest:
    """The manifest of the backup. Raises Refused when the file is none, or of a later format; OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = msgspec.json.decode(archive.read(NAME), type=Manifest)
            names = sorted(archive.namelist())
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError):
        text = f"{path} ist keine Sicherung von Ratslinde oder ist beschädigt."
        raise Refused(say(text, f"{path} is no backup of Ratslinde, or is damaged.")) from None
    if manifest.format > FORMAT:
        text = f"Die Sicherung stammt von einer neueren Version ({manifest.version})."
        raise Refused(say(text, f"The backup is of a newer version ({manifest.version})."))
    if names != sorted([*manifest.members, NAME]) or not all(map(_MEMBER.fullmatch, manifest.members)):
        text = f"Die Sicherung {path} enthält nicht, was ihr Verzeichnis nennt."
        raise Refused(say(text, f"The backup {path} does not hold what its manifest names."))
    return manifest
