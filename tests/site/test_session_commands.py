"""From a file to the public record by commands: read, adopt, publish, record."""

from __future__ import annotations

import json
import re

import pytest

from ratslinde.accounts.models import Grant
from ratslinde.council.adoption.models import Source
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import withdraw_paper
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.record.models import Chain, Published, Version
from tests.site.conftest import accept_everything


def public_sessions() -> int:
    return Published.objects.filter(kind__in=["meeting", "paper"], deleted=False).count()


def test_read_prints_a_summary_or_json_and_keeps_nothing(call, document):
    assert "Bekanntmachung" in call("read", str(document)).out
    found = json.loads(call("read", "--json", str(document)).out)
    assert [each["kind"] for each in found["documents"]] == ["bekanntmachung", "vorlage"]


def test_read_goes_on_after_a_file_that_cannot_be_read_and_says_so(call, document, tmp_path):
    answer = call("read", str(tmp_path / "nirgends.pdf"), str(tmp_path), str(document))
    assert answer.code == 1
    assert answer.err.count("\n") == 2
    assert "nirgends.pdf: " in answer.err
    assert "Bekanntmachung" in answer.out


def test_adopt_says_what_was_drafted_and_where_it_is_checked(call, town, document):
    answer = call("adopt", str(document), "--as", "admin")
    meeting, paper, source = Meeting.objects.get(), Paper.objects.get(), Source.objects.get()
    assert answer.code == 0
    assert f"Sitzung {meeting.public_id}  Integrationsrat, 14.05.2025, 17:30 Uhr" in answer.out
    assert f"Vorlage {paper.public_id}  Beschluss über eine Bank unter der Linde" in answer.out
    assert "Angaben sind noch zu prüfen" in answer.out
    assert answer.out.rstrip().endswith(f"/schreibtisch/quellen/{source.public_id}/")


@pytest.mark.parametrize("name", ["admin", "alma@lindenhagen.example", "ALMA@lindenhagen.example"])
def test_an_actor_is_named_by_short_name_or_address(call, town, document, name):
    assert call("adopt", str(document), "--as", name).code == 0


def test_nobody_acts_without_an_account_that_is_open(call, town, admin, document):
    assert call("adopt", str(document), "--as", "niemand").err == "ratslinde: Es gibt kein Konto „niemand“.\n"
    admin.is_active = False
    admin.save()
    assert "geschlossen" in call("adopt", str(document), "--as", "admin").err
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("leer.txt", b"", "Die Datei ist leer."),
        ("bild.png", b"\x89PNG\r\n", "PNG wird nicht gelesen"),
        ("kaputt.pdf", b"%PDF-1.7 nothing", ""),
    ],
)
def test_a_file_that_cannot_be_adopted_is_one_line(call, town, tmp_path, name, data, sentence):
    path = tmp_path / name
    path.write_bytes(data)
    answer = call("adopt", str(path), "--as", "admin")
    assert answer.code == 1
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Milch\nButter\n", "keine Bekanntmachung"), ("Antrag\n\nMehr Bänke\n", "Erkannt wurde: Antrag.")],
)
def test_a_file_of_which_nothing_is_taken_over_is_an_error_and_not_kept(call, town, tmp_path, text, sentence):
    path = tmp_path / "liste.txt"
    path.write_text(text)
    answer = call("adopt", str(path), "--as", "admin")
    assert (answer.code, answer.out) == (1, "")
    assert "Es wurde nichts übernommen." in answer.err
    assert sentence in answer.err
    assert not Source.objects.exists()


def test_a_session_without_an_hour_is_not_said_to_begin_at_midnight(call, town, document, tmp_path):
    path = tmp_path / "ohne.txt"
    path.write_text(document.read_text().replace("Beginn: 17:30 Uhr", ""))
    answer = call("adopt", str(path), "--as", "admin")
    assert "Integrationsrat, 14.05.2025, Uhrzeit fehlt" in answer.out


def test_a_folder_or_a_missing_file_is_one_line(call, town, tmp_path):
    assert "ist ein Ordner" in call("adopt", str(tmp_path), "--as", "admin").err
    assert "nicht gefunden" in call("adopt", str(tmp_path / "x.txt"), "--as", "admin").err


def test_the_same_file_is_adopted_once(call, town, document):
    call("adopt", str(document), "--as", "admin")
    answer = call("adopt", str(document), "--as", "admin")
    assert (answer.code, Meeting.objects.count()) == (1, 1)
    assert "schon am" in answer.err


@pytest.mark.parametrize("extra", [[], ["--dry-run"]])
@pytest.mark.parametrize("model", [Meeting, Paper])
def test_what_is_unchecked_is_refused_in_one_line_and_nothing_else_is_told(
    call, town, document, model, extra
):
    call("adopt", str(document), "--as", "admin")
    answer = call("publish", model.objects.get().public_id, "--as", "admin", *extra)
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert "noch nicht geprüft" in answer.err
    assert public_sessions() == 0


def test_whoever_may_not_publish_hears_that_first(call, town, document):
    call("adopt", str(document), "--as", "admin")
    Grant.objects.update(role="reader")
    answer = call("publish", Meeting.objects.get().public_id, "--as", "admin")
    assert answer.err == "ratslinde: Dazu fehlt Ihnen das Recht.\n"


@pytest.fixture
def untied(call, town, admin, document) -> Meeting:
    call("adopt", str(document), "--as", "admin")
    accept_everything(admin, Source.objects.get())
    Consultation.objects.update(meeting=None, agenda_item=None)
    return Meeting.objects.get()


def test_a_paper_of_the_session_that_stands_on_no_item_is_not_left_out_in_silence(call, untied):
    answer = call("publish", untied.public_id, "--as", "admin")
    assert answer.code == 1
    assert "zu keinem ihrer Punkte gehören" in answer.out
    assert f"{Paper.objects.get().public_id}  {Paper.objects.get()}" in answer.out
    assert "--leave-out" in answer.err
    assert public_sessions() == 0


def test_it_is_left_out_by_whoever_says_so(call, untied):
    answer = call("publish", untied.public_id, "--as", "admin", "--leave-out")
    assert "zu keinem ihrer Punkte gehören" in answer.out
    assert (answer.code, public_sessions()) == (0, 1)


@pytest.mark.parametrize(("said", "public"), [("j", 1), ("", 0), ("nein", 0)])
def test_at_a_terminal_it_is_asked(call, untied, monkeypatch, said, public):
    monkeypatch.setattr("ratslinde.site.commands.publish.at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: said)
    assert call("publish", untied.public_id, "--as", "admin").code == 1 - public
    assert public_sessions() == public


def test_a_dry_run_shows_what_becomes_public_and_publishes_nothing(call, town, admin, document):
    call("adopt", str(document), "--as", "admin")
    accept_everything(admin, Source.objects.get())
    answer = call("publish", Meeting.objects.get().public_id, "--as", "admin", "--dry-run")
    assert answer.code == 0
    assert re.search(r"neu: Sitzung  .*Integrationsrat", answer.out)
    assert "neu: Vorlage  Beschluss über eine Bank unter der Linde" in answer.out
    assert answer.out.rstrip().endswith("Probe: veröffentlicht wurde nichts.")
    assert public_sessions() == 0


def test_a_checked_session_is_published_with_its_paper_and_a_second_time_nothing_happens(
    call, town, admin, document
):
    call("adopt", str(document), "--as", "admin")
    accept_everything(admin, Source.objects.get())
    meeting = Meeting.objects.get()
    answer = call("publish", meeting.public_id, "--as", "admin")
    assert answer.out.rstrip().endswith(f"/sitzungen/{meeting.public_id}/")
    assert public_sessions() == 2
    again = call("publish", meeting.public_id, "--as", "admin")
    assert (again.code, again.out) == (0, "Alles ist schon öffentlich.\n")


def test_a_paper_that_was_taken_back_stays_so_and_is_named(call, session, admin):
    paper = Paper.objects.get()
    withdraw_paper(admin, paper, reason="Zahlen falsch")
    answer = call("publish", session.public_id, "--as", "admin")
    assert answer.code == 0
    assert (
        f"bleiben zurückgenommen; einzeln veröffentlicht werden sie wieder öffentlich:\n  {paper.public_id}"
        in answer.out
    )
    assert public_sessions() == 1


def test_a_paper_is_published_by_its_id(call, town, admin, document):
    call("adopt", str(document), "--as", "admin")
    accept_everything(admin, Source.objects.get())
    paper = Paper.objects.get()
    assert f"/vorlagen/{paper.public_id}/" in call("publish", paper.public_id, "--as", "admin").out
    assert public_sessions() == 1


def test_publish_knows_no_other_ids(call, town):
    assert "keine Sitzung und keine Vorlage" in call("publish", "nix", "--as", "admin").err


def test_the_record_verifies_and_a_change_behind_its_back_is_found(call, session):
    good = call("record", "verify")
    head = Chain.objects.get().head
    assert (good.code, head in good.out) == (0, True)
    assert call("record", "verify", "--head", head).code == 0
    assert call("record", "verify", "--head", "f" * 64).code == 1
    Version.objects.filter(sequence=1).update(value="{}")
    bad = call("record", "verify")
    assert bad.code == 1
    assert "Es stimmt nicht alles. Was zu tun ist:\n- Bitte klären, wer" in bad.out


def test_what_is_to_be_done_depends_on_what_is_wrong(call, session):
    Published.objects.filter(kind="paper").update(standalone="{}")
    Published.objects.filter(kind="file").update(content="0" * 64)
    told = call("record", "verify", "--head", "f" * 64).out
    assert told.count("\n- ") == 3
    assert "wer die Datenbank geändert hat" not in told
    for part in (
        "den Kopf mit /nachweis/ vergleichen",
        "„ratslinde record rebuild“ setzt",
        "„ratslinde restore“",
    ):
        assert part in told


def test_what_was_forged_is_not_made_public_by_rebuilding(call, session):
    shown = Published.objects.get(kind="paper").standalone
    forged = Version.objects.filter(kind="paper").get()
    forged.value = forged.value.replace("Bank", "Burg")
    forged.save()
    answer = call("record", "rebuild")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "Die Kette stimmt nicht" in answer.err
    assert Published.objects.get(kind="paper").standalone == shown


def test_an_empty_record_verifies(call, db):
    assert call("record", "verify").code == 0


@pytest.mark.django_db(transaction=True)
def test_rebuilding_brings_back_what_was_lost(call, session):
    before = Published.objects.get(kind="paper").standalone
    Published.objects.filter(kind="paper").update(standalone="{}")
    assert call("record", "rebuild").code == 0
    assert Published.objects.get(kind="paper").standalone == before
    assert call("record", "verify").code == 0


def test_the_worker_does_what_is_due_and_ends_when_asked(call, session):
    assert call("worker", "--once").out != "0 Aufgaben erledigt.\n"
    assert call("worker", "--once").out == "0 Aufgaben erledigt.\n"


def test_own_templates_are_checked(call, tmp_path):
    assert call("templates", "check", str(tmp_path)).code == 0
    (tmp_path / "paper.typ").write_text("#nix(")
    answer = call("templates", "check", str(tmp_path))
    assert answer.code == 1
    assert "paper.typ" in answer.out
    assert call("templates", "check", str(tmp_path / "x")).code == 1
