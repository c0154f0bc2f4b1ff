"""Putting the files of the build folder together from `node_modules`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from ratslinde.ui.assets import stylesheet, webfonts

PACKAGES = ("@kern-ux/native", "htmx.org", "@expo-google-fonts/fira-sans")
COPIED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "licences/htmx.txt",
    "@kern-ux/native/LICENSE.md": "licences/kern.md",
    "@expo-google-fonts/fira-sans/LICENSE_FONT": "licences/fira-sans.txt",
}
PRINTING_FONTS = (
    "fira-sans/400Regular/FiraSans_400Regular.ttf",
    "fira-sans/600SemiBold/FiraSans_600SemiBold.ttf",
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
    "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
    "noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf",
    "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
)
"""The same list as `printing.fonts.FONT_FILES`, which this floor cannot import; a test compares them."""

MANIFEST = "manifest.json"


class PackageMissing(Exception):
    """A file of the npm packages is not there: `npm ci` did not run, or ran elsewhere."""


def put_together(packages: Path, build: Path) -> dict[str, str]:
    """Fill `build/assets` and `build/fonts`; returns the manifest: SHA-256 by file name below `build`.

    Nothing is done where the manifest still tells the truth. Raises PackageMissing.
    """
    recipe = _recipe(packages)
    manifest = build / "assets" / MANIFEST
    if manifest.is_file():
        before = json.loads(manifest.read_text())
        if before["recipe"] == recipe and _is_true(before["files"], build):
            return dict(before["files"])
    files = {}
    for name, data in _files(packages):
        _write(build / name, data)
        files[name] = hashlib.sha256(data).hexdigest()
    _write(manifest, json.dumps({"recipe": recipe, "files": files}, indent=1).encode())
    return files


def _files(packages: Path) -> Iterator[tuple[str, bytes]]:
    kern = stylesheet.subset(_read(packages / "@kern-ux/native/dist/kern.css").decode())
    yield "assets/kern.css", (webfonts.font_faces() + kern).encode()
    for weight in webfonts.WEIGHTS:
        source = _read(packages / weight.source)
        for part in webfonts.PARTS:
            yield f"assets/{webfonts.file_name(weight, part)}", webfonts.woff2(source, part)
    for origin, name in COPIED.items():
        yield f"assets/{name}", _read(packages / origin)
    for font in PRINTING_FONTS:
        yield f"fonts/{Path(font).name}", _read(packages / "@expo-google-fonts" / font)


def _recipe(packages: Path) -> str:
    """A hash over what the result depends on: the packages' versions and this code."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    fonts = {f"@expo-google-fonts/{name.split('/')[0]}" for name in PRINTING_FONTS}
    versions = [packages / name / "package.json" for name in sorted({*PACKAGES, *fonts})]
    return hashlib.sha256(b"".join(_read(path) for path in [*versions, *own])).hexdigest()


def _is_true(files: dict[str, str], build: Path) -> bool:
    paths = {name: build / name for name in files}
    return all(
        path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == files[name]
        for name, path in paths.items()
    )


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise PackageMissing(f"{path} fehlt. Bitte „make setup“ ausführen.")
    return path.read_bytes()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
