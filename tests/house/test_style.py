"""The house's own rules of style that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ratslinde"
FILES = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
TESTS = Path(__file__).resolve().parents[1]
CLOCKS = {"perf_counter", "process_time", "thread_time", "timeit"}
FORBIDDEN = {"utils", "helpers", "common", "manager", "misc", "tools"}
# Commands load the framework only when it is needed, so that `ratslinde read --help` answers at once.
# The compound splitter's dictionary takes 100 MB, which only the worker pays for.
LATE_IMPORTS = {"site", "apps.py", "compounds.py"}
PROMPT_FILES = [path for path in FILES if not LATE_IMPORTS & {*path.relative_to(SOURCE).parts}]


def test_no_module_hides_behind_an_empty_word():
    assert [path for path in SOURCE.rglob("*") if path.stem in FORBIDDEN] == []


@pytest.mark.parametrize("path", PROMPT_FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_import_inside_a_function(path):
    functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
    late = [
        node.lineno
        for each in functions
        for node in ast.walk(each)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert late == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_public_functions_say_what_they_return(path):
    tree = ast.parse(path.read_text())
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", [*TESTS.rglob("*.py")], ids=lambda path: str(path.relative_to(TESTS)))
def test_no_test_takes_a_time(path):
    """A busy machine would fail it; a figure comes from bench/ and stands there beside its limit."""
    names = (getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(ast.parse(path.read_text())))
    assert CLOCKS.isdisjoint(names)
