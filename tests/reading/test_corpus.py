"""Real documents, where their folder stands beside the checkout or is named by RATSLINDE_CORPUS."""

from __future__ import annotations

import importlib.util
import json
import os
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from ratslinde.reading import read_file, to_json

CHECKOUT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("RATSLINDE_CORPUS") or CHECKOUT.parent / "shared" / "corpus")
SCORER = CORPUS.parent / "tools" / "score_reading.py"
pytestmark = pytest.mark.skipif(
    not (CORPUS.is_dir() and SCORER.is_file()), reason="no corpus of real documents beside the checkout"
)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases() -> list[Path]:
    folders = sorted(path.parent for path in CORPUS.rglob("expected.json"))
    return [folder for folder in folders if not (folder.parent / "expected.json").exists()]


def expected(folder: Path) -> list[dict]:
    content = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    if content["kind"] != "bundle":
        return [content]
    return [expected(folder / part)[0] for part in content["documents"]]


def scored(tool: ModuleType, folders: list[Path]):
    score = tool.Score()
    for folder in folders:
        wanted = expected(folder)
        found = to_json(read_file(tool.document_of(folder)))["documents"]
        score.value(folder.name, "documents", len(wanted), len(found))
        for index, want in enumerate(wanted):
            tool.score_document(score, folder.name, want, found[index] if index < len(found) else {})
    return score


def test_real_documents_are_read_well_enough():
    score = scored(scorer(), cases())
    assert score.f1() >= 0.90, score.log[:40]


def test_the_first_session_is_read_exactly():
    (seed,) = [folder for folder in cases() if folder.name == "000_seed"]
    assert scored(scorer(), [seed]).log == []


@pytest.mark.parametrize("field", ["weekday", "issued_at", "subtype", "proposal_subheading", "hint_text"])
def test_the_first_session_is_exact_beyond_the_score(field):
    (seed,) = [folder for folder in cases() if folder.name == "000_seed"]
    found = to_json(read_file(seed / "document.txt"))["documents"]
    for document, want in zip(found, expected(seed), strict=True):
        stated = want.get(field) or want.get(f"{field}_starts")
        assert document.get(field) == stated


def test_no_rule_names_a_town_of_the_corpus():
    rules = [path for path in files("ratslinde.reading.rules").iterdir() if path.name.endswith(".toml")]
    text = " ".join(path.read_text(encoding="utf-8") for path in rules)
    towns = {folder.name.split("_")[-1].split("-")[0].capitalize() for folder in cases()} - {"Seed"}
    assert [town for town in towns if town in text] == []
