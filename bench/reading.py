"""How fast files are read, and in how much memory: python bench/reading.py (exit code 1 beyond a limit).

Each file is made here and read in a process of its own, so that the peak of memory is that of reading.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring.figures import calibration

PAGES_PER_SECOND = 50
MEMORY_LIMIT = 300  # MB
REFUSAL_LIMIT = 5  # seconds until a file that is too much is refused
SPOKEN = (
    "Herr Beispiel erläutert die Vorlage ausführlich und beantwortet Fragen der Mitglieder zur Finanzierung, "
    "zum Zeitplan und zur Beteiligung der Öffentlichkeit. "
)


def minutes(items: int) -> bytes:
    """Return long minutes as a PDF file: a heading, text, a decision and a vote for each item."""
    import typst

    text = "\n\n".join(
        f"TOP {number}: Bericht über Angelegenheit Nummer {number}\n\n{SPOKEN * 12}\n\nBeschluss:\n\n"
        "Der Ausschuss stimmt der Vorlage zu.\n\n"
        "Abstimmungsergebnis: 9 Ja-Stimmen, 1 Gegenstimme, 0 Enthaltungen"
        for number in range(1, items + 1)
    )
    head = "= Niederschrift\nüber die 3. Sitzung des Kulturausschusses am 12.03.2024\n\n"
    source = f'#set text(lang: "de", size: 10pt)\n#set par(justify: true)\n{head}{text}'
    return bytes(typst.compile(source.encode()))


def many_pages(count: int) -> bytes:
    """Return a PDF file of empty pages."""
    import pypdfium2

    with tempfile.TemporaryFile() as file, pypdfium2.PdfDocument.new() as document:
        for _ in range(count):
            document.new_page(595, 842).close()
        document.save(file)
        file.seek(0)
        return file.read()


def read_one(path: str) -> None:
    """Read a file and print seconds (of one core), pages, peak memory in MB and the error as JSON."""
    from ratslinde.reading import ReadingError, read_file

    started = time.process_time()
    pages, error = 0, ""
    try:
        pages = read_file(Path(path)).source.pages
    except ReadingError as refused:
        error = refused.message
    seconds = time.process_time() - started
    print(json.dumps({"seconds": seconds, "pages": pages, "peak": peak(), "error": error}))


def peak() -> float:
    """Return this program's peak of memory in MB; getrusage would count the process that started it too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def measured(path: Path) -> dict[str, float | str]:
    """Return what `read_one` prints for a file, from a process of its own."""
    run = [sys.executable, __file__, "read", str(path)]
    printed = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(printed))


def report(what: str, figure: float, limit: float, unit: str, *, least: bool = False) -> bool:
    """Print one line and return whether the figure is within its limit."""
    kept = figure >= limit if least else figure <= limit
    bound = "at least" if least else "limit"
    print(f"{what:44} {figure:9.1f} {unit} ({bound} {limit} {unit}){'' if kept else '  EXCEEDED'}")
    return kept


def huge(path: Path) -> Path:
    """Return a file of 500 MB that takes no space on the disk."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(500 * 1024 * 1024)
    return path


def main() -> int:
    """Measure all files; return 1 when a limit is exceeded."""
    print(calibration())
    kept: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, items in (("minutes of 40 pages", 90), ("minutes of 900 pages", 2000)):
            path = Path(folder) / f"{items}.pdf"
            path.write_bytes(minutes(items))
            found = measured(path)
            speed = float(found["pages"]) / float(found["seconds"])
            kept.append(
                report(f"{name}: {found['pages']} read", speed, PAGES_PER_SECOND, "pages/s", least=True)
            )
            kept.append(report(f"{name}: peak", float(found["peak"]), MEMORY_LIMIT, "MB"))
        too_much = {
            "500 MB": huge(Path(folder) / "huge.pdf"),
            "20,000 pages": Path(folder) / "pages.pdf",
            "an endless line": Path(folder) / "line.txt",
        }
        too_much["20,000 pages"].write_bytes(many_pages(20_000))
        too_much["an endless line"].write_bytes(b"x " * 4_000_000)
        for name, path in too_much.items():
            found = measured(path)
            kept.append(bool(found["error"]))
            kept.append(report(f"{name}: refused after", float(found["seconds"]), REFUSAL_LIMIT, "s"))
            kept.append(report(f"{name}: peak", float(found["peak"]), MEMORY_LIMIT, "MB"))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        read_one(sys.argv[2])
    else:
        raise SystemExit(main())
