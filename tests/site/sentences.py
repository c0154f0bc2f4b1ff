"""Every German sentence that can reach the terminal, taken from the source: what a translation has to cover.

A text is given in its shape: `{}` for each value. "Die Datei hat {} Seiten" is written `f"… hat {count} Seiten"` in the
source and "… hat %(count)s Seiten" in the catalogue.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ratslinde"

WORDED = {
    "Refused", "NothingNew", "Forbidden", "Conflict", "ReadingError", "BadSetting", "PrintingError", "TemplateRefused",
    "Unreadable", "FontsMissingError", "Check", "Problem", "problem", "add_problem", "_refusal",
}  # fmt: skip
"""Who is called with a sentence for a person."""
ELSEWHERE = ("portal", "opendata", "desk", "inbox", "post", "accounts", "integration/keeping", "ui")
"""Pages, public forms, letters: no command comes here, but for what is named below."""
SPEAKING = (
    "reading", "printing", "record", "verbs", "kernel", "council", "integration/importing/rules",
    "integration/importing/opening.py", "desk/accounts/actions.py",
    "desk/accounts/conditions.py", "desk/accounts/founding.py", "site/environment.py", "site/periods.py",
    "site/returned_mail.py",
    "site/first_run/founding.py",
)  # fmt: skip
"""Where sentences are also put together elsewhere than in such a call."""
SILENT = (
    "printing/sample", "importing/rules/columns.py", "importing/rules/offer_columns.py", "importing/rules/template.py",
    "council/meetings/previews.py", "council/papers/previews.py", "council/waiting.py", "reading/command.py",
)  # fmt: skip
"""Sample documents, help texts of a spreadsheet, pages of the desk: shown elsewhere."""
SENTENCE = re.compile(r"(?:[ A-ZÄÖÜ„]|\{\}).*[a-zäöü]{2}.*[.?]", re.DOTALL)
NO_TEXT = re.compile(r"[\\|]|\(\?")


def shapes() -> dict[str, str]:
    """The sentences in their shapes, each with a place where it stands."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        speaks = name.startswith(SPEAKING)
        if "/migrations/" in name or (name.startswith(ELSEWHERE) and not speaks):
            continue
        speaks = speaks and not any(part in name for part in SILENT)
        for line, text in _texts(path, everything=speaks):
            found.setdefault(text, f"{name}:{line}")
    return found


def _texts(path: Path, *, everything: bool) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text())
    named = dict(_constants(tree))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if _is_called(node, {"say"}) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            passed |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if _is_called(node, WORDED):
            assert isinstance(node, ast.Call)
            for argument in [*node.args, *(each.value for each in node.keywords if each.arg == "sentence")]:
                text = shape(named.get(argument.id, argument) if isinstance(argument, ast.Name) else argument)
                if text and " " in text.strip():
                    yield node.lineno, text
        text = shape(node) if everything else None
        if text and SENTENCE.fullmatch(text) and " " in text.strip() and not NO_TEXT.search(text):
            yield node.lineno, text


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _is_called(node: ast.AST, names: set[str]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    return getattr(called, "id", getattr(called, "attr", "")) in names


def shape(node: ast.AST) -> str | None:
    """The text of a string in the source, `{}` for each value; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w*\}|%\(\w+\)s", "{}", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None
