"""German texts: real umlauts, no doubled words or blanks, and every text of a template is translatable.

Run as a command it prints what it finds and fails; `make lint` does so.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ratslinde"
SPELLED = re.compile(
    r"\b(fuer|ueber\w*|koenn\w+|muess\w+|wuerd\w+|oeffentlich\w*|pruef\w+|aender\w+|loesch\w+|zurueck\w*|naechst\w+|"
    r"Beschluesse|waehl\w+|gueltig\w*|Eintraege|Anhaenge|spaeter|schliess\w+|gross\w*|heisst|ausser\w*)\b"
)
DOUBLED = re.compile(r"\b(\w{2,}) \1\b")
ALLOWED_DOUBLES = {"die", "der", "das", "sie", "was"}
BLOCK = re.compile(
    r"{% (?:blocktranslate|blocktrans|comment).*?{% end(?:blocktranslate|blocktrans|comment) %}"
    r"|{#.*?#}|{%.*?%}|{{.*?}}",
    re.DOTALL,
)
TAG = re.compile(r"<(script|style).*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r"\s*[\w-]+=")  # a block that fills a tag of the base template
QUOTED = re.compile(r"{% translate \"(.*?)\" .*?%}|{% (?:end)?blocktranslate.*?%}|{{.*?}}", re.DOTALL)
# Names are the same in every language.
NAMES = {"Ratslinde", "OParl", "PDF", "TOP", "SHA", "HTML", "EUPL", "Deutsch", "English", "iCalendar", "Atom"}


def templates() -> list[Path]:
    """Every template of ours."""
    return [*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every string in a Python file that is no docstring."""
    tree = ast.parse(path.read_text())
    bodies = [node.body for node in ast.walk(tree) if hasattr(node, "body") and isinstance(node.body, list)]
    first = [body[0] for body in bodies if body and isinstance(body[0], ast.Expr)]
    docstrings = {id(node.value) for node in first}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def faults_of(text: str) -> Iterator[str]:
    """What is wrong with a German text."""
    for found in SPELLED.finditer(text):
        yield f"Umlaut oder ß ausgeschrieben: {found[0]}"
    for found in DOUBLED.finditer(text):
        if found[1].lower() not in ALLOWED_DOUBLES and not found[1].isdigit():
            yield f"Wort doppelt: {found[0]}"


def translated(path: Path) -> str:
    """The template with the texts that its translate tags hold in the place of the tags."""
    return BLOCK.sub(" \0 ", QUOTED.sub(lambda tag: f" {tag[1] or ' '} ", path.read_text()))


def untranslatable(path: Path) -> Iterator[str]:
    """Visible words of a template that no translation can reach."""
    for piece in TAG.sub("\0", BLOCK.sub("", path.read_text())).split("\0"):
        words = [word for word in re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", piece) if word not in NAMES]
        if words and path.suffix == ".html" and not ATTRIBUTE.match(piece):
            yield f"nicht übersetzbar: {' '.join(piece.split())[:60]}"


def found() -> Iterator[str]:
    """Every fault with its place."""
    for path in templates():
        faults = [*faults_of(TAG.sub(" ", translated(path))), *untranslatable(path)]
        yield from (f"{path.relative_to(SOURCE)}: {fault}" for fault in faults)
    for path in SOURCE.rglob("*.py"):
        for line, text in strings(path):
            if " " in text:
                yield from (f"{path.relative_to(SOURCE)}:{line}: {fault}" for fault in faults_of(text))


if __name__ == "__main__":
    faults = list(found())
    print("\n".join(faults))
    sys.exit(1 if faults else 0)
