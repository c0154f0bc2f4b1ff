"""At the desk: what an older list says waits for a decision, people stop the run, forms take no odd links."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratslinde.desk.landscape.actors.forms import ActorForm
from ratslinde.desk.landscape.keeping.choices import choices_of
from ratslinde.desk.landscape.keeping.forms import ActorEntryForm
from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.landscape import actions
from tests.desk.conftest import at_desk

IMPORTS = "/schreibtisch/integration/import/"


@pytest.fixture
def desk(manager, body, vocabulary):
    return at_desk(manager)


def send(desk, *lines: str) -> str:
    file = SimpleUploadedFile("liste.csv", "\r\n".join(lines).encode())
    return desk.post(IMPORTS, {"file": file}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("choice", "email"), [("keep", "bruecke@lindenhagen.example"), ("list", "alt@bruecke.example")]
)
def test_somebody_chooses_between_what_stands_and_an_older_list(desk, association, choice, email):
    page = send(
        desk, "Name;E-Mail;Bestätigt am", f"{association.name};alt@bruecke.example;1.3.2026", "Chor;;"
    )
    assert "Hier steht Neueres als in der Liste vom 01.03.2026: E-Mail." in page
    assert "Was gilt?" in page
    assert "Zeilen übernehmen" not in page
    run = ImportRun.objects.get()
    address = reverse("desk_importing:decide", args=[run.public_id])
    desk.post(address, {"zeile-1": choice})
    desk.post(reverse("desk_importing:carry_out", args=[run.public_id]))
    association.refresh_from_db()
    assert association.email == email


def test_what_is_newer_is_chosen_until_somebody_chooses_the_list(desk, association):
    page = send(desk, "Name;E-Mail;Bestätigt am", f"{association.name};alt@bruecke.example;1.3.2026")
    assert 'value="keep" checked' in page
    assert 'value="list"' in page


def test_people_in_the_column_for_actors_end_the_run_with_a_sentence(desk):
    page = send(desk, "Firmierung;Farbe", '"Probe, Xabo";rot', '"Muster, Yoluk";blau')
    assert "überwiegend Namen einzelner Menschen (Zeile 2, 3)" in page
    assert "Xabo" not in page
    assert not ImportRun.objects.exists()


def test_no_form_takes_a_link_that_ends_early(manager, association):
    data = {"name": "Brücke", "website": 'http://boese.example/"><b>'}
    at_the_desk = ActorForm(data, row=association, account=manager, body=association.body)
    by_link = ActorEntryForm(
        {f"a-{name}": text for name, text in data.items()},
        row=association,
        prefix="a",
        choices=choices_of(association.body),
    )
    for form in (at_the_desk, by_link):
        assert "keine Internetadresse" in str(form.errors["website"])


def test_an_answer_for_all_keeps_what_was_chosen_for_other_rows_of_the_page(desk, manager, body, association):
    """Two rows that are older than what stands, and one that may be somebody who is there already."""
    school = actions.add_actor(manager, body, name="Lindenschule", email="schule@lindenhagen.example")
    actions.add_actor(manager, body, name="Chor der Vielfalt e. V.", phone="02599 10-44")
    page = send(
        desk, "Name;E-Mail;Telefon;Bestätigt am", f"{association.name};alt@bruecke.example;;1.3.2026",
        f"{school.name};alt@schule.example;;1.3.2026", "Chor d. Vielfalt;;02599 10-44;",
    )  # fmt: skip
    assert 'form="zeilen" class="small-button" name="fuer-alle"' in page
    assert page.index("first-button") < page.index("fuer-alle"), "Enter in a row must not answer for all"
    assert "schon angekreuzt" in page
    run = ImportRun.objects.get()
    third = run.rows.get(label="Chor d. Vielfalt")
    answer = {"fuer-alle": "list", "zeile-1": "keep", f"zeile-{third.number}": "skip"}
    desk.post(reverse("desk_importing:decide", args=[run.public_id]), answer)
    assert dict(run.rows.values_list("label", "verdict")) == {
        association.name: "changed", school.name: "changed", "Chor d. Vielfalt": "skipped",
    }  # fmt: skip
