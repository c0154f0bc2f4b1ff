"""An English terminal hears no German: what commands refuse, find and print, tried out."""

from __future__ import annotations

import re

import pytest

from ratslinde.council.adoption.models import Source
from ratslinde.integration.landscape import actions
from ratslinde.record.models import Published, Version
from tests.site.conftest import accept_everything

GERMAN = re.compile(
    r"[äöüÄÖÜß„]|\b(?:und|oder|der|die|das|ein|eine|ist|sind|wird|werden|nicht|kein|keine|bitte|mit|Zeilen?|Datei|Uhr)\b",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def english(monkeypatch, german_locale):
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def files(tmp_path, document):
    """One of each, by name; every name that a file of the tests has is no German word."""
    texts = {
        "empty.txt": "", "broken.pdf": "%PDF-1.7 x", "old.doc": "x", "bare.txt": "Bekanntmachung\n\nGremium: Rat\n",
        "people.csv": "Vorname;Nachname;Geburtsdatum\nA;B;1.1.2000\n",
        "list.csv": "Name;Art;E-Mail\nChor;Verein;x\n;;\n",
        "agenda.typ": "#foo(", "odd.json": "{}",
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "read empty.txt",
        "read broken.pdf",
        "read old.doc",
        "read absent.txt",
        "adopt empty.txt --as admin",
        "adopt absent.txt --as admin",
        "adopt bare.txt --as nobody",
        "adopt bare.txt --as ben",
        "publish nothing --as admin",
        "import people.csv --as admin",
        "import empty.txt --as admin",
        "import odd.json --as admin",
        "import old.doc --as admin",
        "import list.csv --as ben",
        "setup",
        "invite A a --role reader --as admin",
        "invite A a@lindenhagen.example --role department --as admin",
        "invite A a@lindenhagen.example --role department --department X --as admin",
        "invite A a@lindenhagen.example --role reader --short-name ben --as admin",
        "invite A a@lindenhagen.example --role reader --as ben",
        "factor reset ben --as admin --reason=",
        "factor reset ben --as ben --reason x",
        "factor reset nobody --as admin --reason x",
        "templates check absent",
        "templates check .",
        "backup list.csv",
        "backup absent/x.zip",
        "restore list.csv",
        "restore absent.zip",
        "record verify --head abcdef0123456789",
        "demo",
        "serve --host 0.0.0.0",
        "serve --port 0",
        "worker more",
    ],
)
def test_what_is_refused_is_refused_in_english(call, town, own_data, files, monkeypatch, arguments):
    monkeypatch.chdir(files)
    call(
        "invite", "Ben", "ben@lindenhagen.example", "--role", "reader", "--short-name", "ben", "--as", "admin"
    )
    answer = call(*arguments.split())
    assert answer.code != 0
    assert answer.out + answer.err != ""
    assert GERMAN.findall(answer.out + answer.err) == []


def test_a_session_goes_from_the_file_to_the_record(call, town, admin, document):
    adopted = call("adopt", str(document), "--as", "admin").out
    assert "meeting " in adopted
    assert ", 14.05.2025, 17:30\n" in adopted
    assert " values are still to be checked:" in adopted
    assert "was read in already, on " in call("adopt", str(document), "--as", "admin").err
    meeting = re.search(r"meeting (\w+)", adopted)[1]
    refused = call("publish", meeting, "--as", "admin")
    assert GERMAN.findall(refused.err) == []
    assert "not checked yet: " in refused.err
    accept_everything(admin, Source.objects.get())
    published = call("publish", meeting, "--as", "admin").out
    assert "new: Meeting  " in published
    assert "new: Agenda item  " in published
    assert "Published: " in published


def test_what_is_wrong_with_the_record_is_said_in_english(call, session):
    Version.objects.filter(kind="paper").update(value="{}")
    answer = call("record", "verify")
    assert answer.code == 1
    assert "was changed afterwards." in answer.out
    assert GERMAN.findall(answer.out) == []


def test_what_is_not_what_the_versions_compose_is_said_in_english(call, session):
    Published.objects.filter(kind="paper").update(embedded=b"{}")
    answer = call("record", "verify")
    assert "is not what the versions compose." in answer.out
    assert GERMAN.findall(answer.out) == []


def test_a_dry_run_of_an_import_is_in_english(call, town, admin, files):
    actions.set_up_vocabulary(admin, town)
    answer = call("import", str(files / "list.csv"), "--as", "admin", "--dry-run")
    assert "     1 new\n" in answer.out
    assert "! list, line 2: E-Mail: “x” is no mail address." in answer.out
    again = call("import", str(files / "list.csv"), "--as", "admin", "--carry-out")
    assert again.out.endswith("Carried out. All that is new is a draft.\n")


def test_the_summary_of_a_reading_is_in_english(call, files):
    assert call("read", str(files / "bare.txt")).out == (
        "1. Announcement, lines 1 to 3, please check 3 values\n"
        "     Body: Rat\n\n"
        "! Announcement “Rat”: Not found: the day of the meeting, the beginning, the place and the agenda.\n"
    )
