"""The operators' documentation and the code say the same."""

from __future__ import annotations

import argparse
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from ratslinde.site import commandline, environment

CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = CHECKOUT / "docs" / "betrieb"
SETTINGS = FOLDER / "einstellungen.md"
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]
SOURCE = CHECKOUT / "src" / "ratslinde"


def table() -> dict[str, list[str]]:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+) \| (.+) \|$", SETTINGS.read_text(), flags=re.MULTILINE)
    assert Counter(name for name, *_ in rows).most_common(1)[0][1] == 1
    return {name: cells for name, *cells in rows}


def calls(path: Path) -> list[str]:
    """Every call of the command that the page shows, in a block or in running text."""
    text = path.read_text()
    shown = [
        line
        for block in re.findall(r"^```\w*\n(.*?)^```", text, flags=re.M | re.S)
        for line in block.splitlines()
    ]
    shown += re.findall(r"`([^`\n]*)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    found = [re.match(r"(?:[\w./]*/|python -m )?ratslinde ([a-z-].*)", line) for line in shown]
    return [match[1] for match in found if match]


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings}


def below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(found[0].choices) if found else {}


def fault(call: str) -> str:
    """What the call names that is not there, or ''."""
    parser, known = commandline.parser(), set()
    for word in shlex.split(call.split(" # ", maxsplit=1)[0]):
        names = below(parser)
        known |= options_of(parser)
        if word.startswith("-"):
            wrong = word not in known
        else:
            wrong = bool(names) and word not in names
            parser = names.get(word, parser)
            known |= options_of(parser)
        if wrong:
            return f"{word} in: {call}"
    return ""


def test_every_setting_stands_in_the_table_once():
    assert sorted(table()) == sorted(environment.NAMES)
    assert len(set(environment.NAMES)) == len(environment.NAMES)


def test_every_setting_says_what_it_means_and_what_holds_without_it():
    assert [name for name, cells in table().items() if not all(cell.strip() for cell in cells)] == []


def test_every_word_for_on_and_off_is_named():
    text = SETTINGS.read_text()
    [words] = re.findall(r"^Statt (.+?); groß", text, flags=re.M | re.S)
    assert sorted(re.findall(r"`(\w+)`", words)) == sorted((*environment.ON, *environment.OFF))


def test_the_code_reads_no_setting_that_is_not_in_the_table():
    used = {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r"\"(RATSLINDE_[A-Z_]+)\"", path.read_text())
    }
    assert used <= set(environment.NAMES)
    assert "RATSLINDE_DATA" in used


def test_every_setting_is_read_somewhere():
    code = "".join(path.read_text() for path in SOURCE.rglob("*.py"))
    unread = [name for name in environment.NAMES if code.count(f'"{name}"') < 2]
    assert unread == []


def test_the_documentation_names_no_other_setting():
    named = {name for path in PAGES for name in re.findall(r"`?(RATSLINDE_[A-Z_]+)", path.read_text())}
    assert named <= {*environment.NAMES, "RATSLINDE_TEST_POSTGRESQL"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_every_command_and_option_that_is_named_exists(path):
    assert [found for call in calls(path) if (found := fault(call))] == []


def test_this_test_would_see_a_command_or_option_that_is_not_there(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "`ratslinde fly`\n\n```\nratslinde serve --quick\n.venv/bin/ratslinde read FILE\n```\n`ratslinde record burn`\n"
    )
    assert [fault(call) for call in calls(page)] == [
        "--quick in: serve --quick", "", "fly in: fly", "burn in: record burn",
    ]  # fmt: skip


def test_every_command_is_explained_to_operators():
    text = "".join(path.read_text() for path in FOLDER.glob("*.md"))
    names = [module.__name__.rsplit(".", 1)[1].rstrip("_") for module in commandline.COMMANDS]
    assert [name for name in names if f"ratslinde {name}" not in text] == []


def test_every_page_is_listed_and_every_link_leads_somewhere():
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (FOLDER / "README.md").read_text()))
    assert listed == {path.name for path in FOLDER.glob("*.md")} - {"README.md"}
    for path in FOLDER.glob("*.md"):
        for name in re.findall(r"\]\(([\w/.-]+\.md)\)", path.read_text()):
            assert (path.parent / name).is_file(), f"{path.name}: {name}"
