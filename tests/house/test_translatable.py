"""Texts that pages show can be translated: by gettext, and in templates by the tags that `tests.house.german` wants.

The desk speaks German. The floors below the pages say German sentences and know no other language: what of them can
reach the terminal is translated there (`tests/site/test_interpreting.py`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import german

PAGES = (
    "portal", "accounts/views", "accounts/adapter.py", "accounts/forms.py", "accounts/frame.py",
    "accounts/passkey_forms.py", "ui/frame.py", "ui/templatetags", "site/first_run/views.py", "site/first_run/forms.py",
    "inbox/refusals.py",
)  # fmt: skip
TRANSLATING = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "npgettext", "say", "_"}
IN_GERMAN = re.compile(
    r"[äöüÄÖÜß]|\b(?:und|oder|der|die|das|ist|sind|wird|nicht|kein|keine|bitte|mit|von|für|bei|Sie)\b"
)
KNOWN = {
    "portal/members.py": {"schriftführ"},  # looked for in what a membership says
    "portal/results.py": {"nicht beschlossen", "zurückgestellt", "zurückgezogen"},  # looked for in results
}
"""Texts that are compared with, and not shown."""


ATTRIBUTE = re.compile(
    r'\b(?:title|alt|placeholder|aria-label|label|hint|summary|text|caption)="([^"{]*[A-Za-zäöü]{2}[^"{]*)"'
)


def untranslatable(source: str) -> Iterator[str]:
    """German texts in Python that go through nothing that could translate them."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called in TRANSLATING or called == "compile":
                passed |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in passed else None
        if isinstance(text, str) and IN_GERMAN.search(text):
            yield text


def files() -> list[Path]:
    paths = [german.SOURCE / name for name in PAGES]
    found = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))]
    return sorted(file for file in found if "migrations" not in file.parts)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(german.SOURCE)))
def test_german_texts_of_pages_go_through_gettext(path):
    known = KNOWN.get(path.relative_to(german.SOURCE).as_posix(), set())
    assert [text for text in untranslatable(path.read_text()) if text not in known] == []


def test_what_is_known_is_there():
    for name, texts in KNOWN.items():
        assert texts <= set(untranslatable((german.SOURCE / name).read_text()))


def pages() -> list[Path]:
    return [path for path in german.templates() if path.relative_to(german.SOURCE).parts[0] != "desk"]


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(german.SOURCE)))
def test_attributes_that_are_read_aloud_go_through_a_tag(path):
    assert ATTRIBUTE.findall(german.BLOCK.sub("", path.read_text())) == []


def test_an_attribute_that_no_translation_reaches_is_found():
    page = '<nav aria-label="Hauptmenü"><a title="{% translate "Zurück" %}" href="x"></a></nav>'
    assert ATTRIBUTE.findall(german.BLOCK.sub("", page)) == ["Hauptmenü"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('title = "Beschlüsse der Sitzung"', ["Beschlüsse der Sitzung"]),
        ('title = f"{number} Vorlagen und Anträge"', [" Vorlagen und Anträge"]),
        ('title = gettext("Beschlüsse der Sitzung")', []),
        ('title = ngettext("ein Beschluss der Stadt", "%(n)s Beschlüsse der Stadt", n) % {"n": n}', []),
        ('"""Über die Sitzung."""\npattern = re.compile("für|über")', []),
    ],
)
def test_what_is_not_translatable_is_found(source, found):
    assert list(untranslatable(source)) == found


def test_words_outside_of_the_tags_of_a_template_are_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('{% load i18n %}<h1>{% translate "Sitzungen" %}</h1><p>Noch nichts</p>')
    assert list(german.untranslatable(page)) == ["nicht übersetzbar: Noch nichts"]
