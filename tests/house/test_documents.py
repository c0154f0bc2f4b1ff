"""What the documentation promises is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

from ratslinde.site import urls
from ratslinde.verbs.rights import verbs

CHECKOUT = Path(__file__).resolve().parents[2]
GLOSSARY = (CHECKOUT / "docs" / "develop" / "glossary.md").read_text()
MARKDOWN = [
    path for path in [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")] if path.name != "LICENSE.md"
]


assert urls.urlpatterns, "whoever imports the addresses has imported every table of rights"


def our_models() -> list[str]:
    models = [model for model in apps.get_models() if model.__module__.startswith("ratslinde.")]
    return sorted(model.__name__ for model in models)


@pytest.mark.parametrize("name", our_models())
def test_every_model_stands_in_the_glossary(name):
    assert f"`{name}`" in GLOSSARY


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_stands_in_the_glossary(verb):
    assert f"`{verb}`" in GLOSSARY


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_files_and_folders_that_are_named_exist(path):
    named = re.findall(r"`((?:src|tests|docs|bench|requirements|\.ci)/[\w./-]+)`", path.read_text())
    assert [name for name in named if not (CHECKOUT / name).exists()] == []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_make_targets_that_are_named_exist(path):
    targets = set(re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", path.read_text())) <= targets


def test_the_locks_name_no_host_and_no_path():
    locks = [*CHECKOUT.glob("requirements/*.lock"), CHECKOUT / "package-lock.json"]
    assert [
        path.name for path in locks if re.search(r"https?://|file:|--index|find-links", path.read_text())
    ] == []
    assert len(locks) == 5
