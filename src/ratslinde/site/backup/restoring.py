"""Reading a backup back: all of it or nothing.

First everything is checked. Then the bytes of files are put in place, which adds, and replaces only what is damaged.
Then one transaction empties the tables and fills them. Keys and templates lie ready in a folder meanwhile and are moved
after the commit; when that does not come to pass, the next command that opens the house does it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from ratslinde.files import storage
from ratslinde.kernel.errors import Refused
from ratslinde.post.closing import doubt_all
from ratslinde.record.verifying import is_whole
from ratslinde.site import environment
from ratslinde.site.backup import manifest, tables
from ratslinde.site.backup.manifest import Manifest
from ratslinde.site.wording import say

Step = Callable[[str], None]
READY = "restoring-"
_COMMITTED = "restored"
_CHUNK = 1024 * 1024


def restore(path: Path, *, replace: bool, progress: Step) -> Manifest:
    """Put the state of the backup in the place of the present one. Raises Refused before anything is touched."""
    found = manifest.read(path)
    schema = tables.Schema((app, name) for app, names in found.migrations.items() for name in names)
    with zipfile.ZipFile(path) as archive:
        _check(archive, found, progress=progress)
        if not replace and not is_empty():
            text = "Hier sind schon Daten. Mit --replace treten die der Sicherung an ihre Stelle."
            raise Refused(
                say(text, "There is data here already. --replace puts that of the backup in its place.")
            )
        _put_files(archive, found, progress=progress)
        _lay_ready(archive, found)
        with _without_checks(), transaction.atomic():
            _put_rows(archive, found, schema, progress=progress)
            cache.set(_COMMITTED, found.id, None)
    finish_interrupted()
    storage.sweep()
    return found


def is_empty() -> bool:
    """Whether this installation holds no town and no account, or has no tables yet."""
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in {"accounts_user", "bodies_body"} & existing:
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - written two lines above
            if cursor.fetchone():
                return False
    return True


def finish_interrupted() -> None:
    """Move keys and templates of a restore that was committed; throw away those of one that was not."""
    for ready in Path(settings.RATSLINDE_DATA).glob(f"{READY}*"):
        if cache.get(_COMMITTED) == ready.name.removeprefix(READY):
            _move(ready)
            cache.delete(_COMMITTED)  # the same backup may be restored again, and that may be interrupted
        shutil.rmtree(ready)


def _check(archive: zipfile.ZipFile, found: Manifest, *, progress: Step) -> None:
    for number, (name, expected) in enumerate(found.members.items(), start=1):
        progress(f"{number} / {len(found.members)}")
        digest = hashlib.sha256()
        try:
            with archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    digest.update(chunk)
        except zipfile.BadZipFile:
            text = f"Die Sicherung ist beschädigt: {name} kann nicht gelesen werden."
            raise Refused(say(text, f"The backup is damaged: {name} cannot be read.")) from None
        if digest.hexdigest() != expected:
            text = f"Die Sicherung ist beschädigt: {name} hat einen anderen Inhalt als beim Sichern."
            raise Refused(say(text, f"The backup is damaged: {name} is not what was backed up."))


def _put_files(archive: zipfile.ZipFile, found: Manifest, *, progress: Step) -> None:
    names = [name for name in found.members if name.startswith(manifest.FILES)]
    for number, name in enumerate(names, start=1):
        progress(f"{number} / {len(names)}")
        _make_way(name.removeprefix(manifest.FILES))
        storage.keep(archive.read(name))


def _make_way(sha256: str) -> None:
    """A damaged file of that name goes: what is there is never written over."""
    if not is_whole(sha256):
        storage.path_of(sha256).unlink(missing_ok=True)


def _lay_ready(archive: zipfile.ZipFile, found: Manifest) -> None:
    folder = Path(settings.RATSLINDE_DATA) / f"{READY}{found.id}"
    folder.mkdir(mode=0o700, exist_ok=True)
    for name in found.members:
        if name.startswith((manifest.KEYS, manifest.TEMPLATES)):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                stream.write(archive.read(name))
                os.fsync(stream.fileno())


def _put_rows(archive: zipfile.ZipFile, found: Manifest, schema: tables.Schema, *, progress: Step) -> None:
    tables.empty_all()
    schema.executor.migrate(_targets(schema))
    kept = tables.Schema(schema.nodes).models()
    tables.empty_all()  # a migration may have written rows of its own
    for model in kept:
        label = model._meta.label_lower
        progress(label)
        with archive.open(f"{manifest.TABLES}{label}.jsonl") as member:
            number = tables.fill(model, iter(member))
        if number != found.rows[label]:
            raise Refused(
                say(f"Die Sicherung ist unvollständig: {label}.", f"The backup is not whole: {label}.")
            )
    tables.continue_numbers(kept)
    connection.check_constraints()
    newest = MigrationExecutor(connection)
    newest.migrate(newest.loader.graph.leaf_nodes())
    doubt_all("Die Mail stammt aus einer Sicherung und kann danach gesendet worden sein.")


def _targets(schema: tables.Schema) -> list[tuple[str, str | None]]:
    """The newest migration of each app in the backup; apps that it does not know go back to nothing."""
    known = schema.last()
    unknown = schema.executor.loader.migrated_apps - {app for app, _ in known}
    return [*known, *((app, None) for app in sorted(unknown))]


@contextlib.contextmanager
def _without_checks() -> Iterator[None]:
    """SQLite changes tables only while it checks no foreign keys, which has to be said before the transaction."""
    connection.disable_constraint_checking()
    try:
        yield
    finally:
        connection.enable_constraint_checking()


def _move(ready: Path) -> None:
    data = Path(settings.RATSLINDE_DATA)
    templates = ready / manifest.TEMPLATES
    for key in (ready / manifest.KEYS).glob("*.key"):
        key.replace(data / key.name)
    own = data / environment.TEMPLATES_FOLDER
    if templates.is_dir():
        former = ready / "former"
        if own.exists():
            own.rename(former)
        templates.rename(own)
