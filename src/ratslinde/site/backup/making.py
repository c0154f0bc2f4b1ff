"""Making a backup while the house is open: one moment of the database, and the bytes that it names."""

from __future__ import annotations

import hashlib
import os
import secrets
import zipfile
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

import msgspec
from django.conf import settings

from ratslinde import __version__
from ratslinde.files import storage
from ratslinde.files.models import StoredFile
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.transactions import snapshot
from ratslinde.printing.folder import TemplateRefused, own_files, read_own
from ratslinde.site.backup import manifest, tables
from ratslinde.site.backup.manifest import Manifest
from ratslinde.site.wording import say

Step = Callable[[str], None]


def make(path: Path, *, progress: Step) -> Manifest:
    """Write the backup to the file, which must not be there yet; returns what is in it.

    It appears under its name only when it is whole. Raises Refused and OSError.
    """
    if path.exists():
        text = f"{path} gibt es schon. Bitte einen anderen Namen wählen."
        raise Refused(say(text, f"{path} is there already. Please choose another name."))
    if not path.parent.is_dir():
        raise Refused(say(f"Den Ordner {path.parent} gibt es nicht.", f"There is no folder {path.parent}."))
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                made = _Making(archive, progress=progress).carry_out()
            stream.flush()
            os.fsync(stream.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return made


class _Making:
    def __init__(self, archive: zipfile.ZipFile, *, progress: Step) -> None:
        self.archive = archive
        self.progress = progress
        self.members: dict[str, str] = {}
        self.rows: dict[str, int] = {}
        self.missing: list[str] = []
        self.refused: list[str] = []

    def carry_out(self) -> Manifest:
        with snapshot():
            migrations = tables.applied()
            for model in tables.Schema(migrations).models():
                self._table(model._meta.label_lower, tables.lines(model))
            names = list(StoredFile.objects.order_by("pk").values_list("pk", flat=True))
        self._files(names)
        self._keys_and_templates()
        made = Manifest(
            format=manifest.FORMAT,
            id=secrets.token_hex(8),
            made_at=clock.now(),
            version=__version__,
            migrations={
                app: [name for _, name in group] for app, group in groupby(migrations, lambda each: each[0])
            },
            rows=self.rows,
            members=self.members,
            missing=tuple(self.missing),
            refused=tuple(self.refused),
        )
        self.archive.writestr(manifest.NAME, msgspec.json.format(msgspec.json.encode(made), indent=1))
        return made

    def _table(self, label: str, lines: Iterable[bytes]) -> None:
        self.progress(label)
        name = f"{manifest.TABLES}{label}.jsonl"
        digest, count = hashlib.sha256(), -1
        with self.archive.open(name, "w", force_zip64=True) as member:
            for count, line in enumerate(lines):  # noqa: B007 - the last one is the number of rows
                member.write(line + b"\n")
                digest.update(line + b"\n")
        self.members[name] = digest.hexdigest()
        self.rows[label] = count

    def _files(self, names: list[str]) -> None:
        for number, name in enumerate(names, start=1):
            self.progress(f"{number} / {len(names)}")
            try:
                data = storage.read(name)
            except OSError:
                data = b""
            if hashlib.sha256(data).hexdigest() != name:
                self.missing.append(name)
                continue
            self._member(manifest.FILES + name, data, packed=False)

    def _keys_and_templates(self) -> None:
        for key in (Path(settings.RATSLINDE_DATA) / name for name in manifest.KEY_FILES):
            if key.is_file():
                self._member(manifest.KEYS + key.name, key.read_bytes())
        for path in own_files(settings.RATSLINDE_TEMPLATES) if settings.RATSLINDE_TEMPLATES else ():
            try:
                self._member(manifest.TEMPLATES + path.name, read_own(path))
            except TemplateRefused as refused:
                self.refused.append(refused.message)

    def _member(self, name: str, data: bytes, *, packed: bool = True) -> None:
        self.archive.writestr(name, data, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
        self.members[name] = hashlib.sha256(data).hexdigest()
