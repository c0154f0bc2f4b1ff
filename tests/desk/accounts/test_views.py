"""The pages of the administration of accounts."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from ratslinde.accounts import links, mailing
from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.journal.models import Entry
from tests.desk.accounts.conftest import account, add_app, at_the_desk

LIST = "/konto/verwaltung/"
PETRA = {"name": "Petra Neu", "email": "petra@lindenhagen.example", "roles": ["reader"]}


def of(user: User, part: str = "") -> str:
    return f"{LIST}{user.public_id}/{part}"


def shown_link(page: str) -> str:
    return re.search(r'value="http://testserver(/anmelden/einmal/[\w-]+/)"', page).group(1)


def test_the_list_names_everybody_and_what_they_do(desk, clerk, office):
    account("department", Role.DEPARTMENT, organization=office.public_id)
    page = desk.get(LIST).content.decode()
    for text in ("Administrator", "Clerk", "Schriftführung", "Fachbereich (Fachbereich Soziales)", "fehlt"):
        assert text in page


@pytest.mark.parametrize("more", [1, 5])
def test_the_list_asks_the_same_number_of_questions_for_many(desk, django_assert_num_queries, more):
    desk.get(LIST)
    for number in range(more):
        account(f"reader-{number}", Role.READER)
    with django_assert_num_queries(12, exact=False):
        desk.get(LIST)


def test_an_invitation_shows_the_link_once_and_it_opens_the_account(desk):
    answer = desk.post(f"{LIST}einladen/", PETRA)
    address = shown_link(answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    petra = Client()
    assert petra.post(address)["Location"] == "/konto/zweiter-faktor/"
    user = User.objects.get(email="petra@lindenhagen.example")
    assert address.split("/")[3] not in desk.get(of(user)).content.decode()
    assert list(Entry.objects.values_list("verb", flat=True).order_by("-pk")[:3]) == [
        "account.use_link", "account.new_link", "account.invite",
    ]  # fmt: skip


def test_an_invitation_is_mailed_too(desk):
    address = shown_link(desk.post(f"{LIST}einladen/", PETRA).content.decode())
    mailing.wait()
    assert mail.outbox[-1].to == ["petra@lindenhagen.example"]
    assert f"http://testserver{address}" in mail.outbox[-1].body


def test_without_mail_the_page_says_that_the_link_has_to_be_given(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    before = len(mail.outbox)
    page = desk.post(f"{LIST}einladen/", PETRA).content.decode()
    mailing.wait()
    assert "Geben Sie den Link selbst weiter" in page
    assert len(mail.outbox) == before


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": "clerk@lindenhagen.example"}, "schon ein Konto"),
        ({"roles": []}, "Dieses Feld"),
        ({"roles": ["department"]}, "für welchen"),
        ({"name": " "}, "Dieses Feld"),
    ],
)
def test_a_refused_invitation_says_why_and_keeps_what_was_typed(desk, clerk, changed, sentence):
    page = desk.post(f"{LIST}einladen/", {**PETRA, **changed}).content.decode()
    assert sentence in page
    assert changed.get("email", PETRA["email"]) in page
    assert not User.objects.filter(name="Petra Neu").exists()


def test_a_department_is_chosen_by_its_name(desk, office):
    assert "Fachbereich Soziales" in desk.get(f"{LIST}einladen/").content.decode()
    desk.post(f"{LIST}einladen/", {**PETRA, "roles": ["department"], "departments": [office.public_id]})
    assert User.objects.get(name="Petra Neu").grants.get().organization == office.public_id


def test_roles_are_changed(desk, clerk):
    desk.post(of(clerk), {"part": "roles", "r-roles": ["reader", "clerk"]})
    assert set(clerk.grants.values_list("role", flat=True)) == {"reader", "clerk"}


def test_name_and_address_are_changed(desk, clerk):
    desk.post(of(clerk), {"part": "person", "p-name": "Clara Neu", "p-email": "clara@lindenhagen.example"})
    clerk.refresh_from_db()
    assert (clerk.name, clerk.email) == ("Clara Neu", "clara@lindenhagen.example")


def test_the_last_administrator_is_told_why_they_stay(desk, administrator):
    page = desk.post(of(administrator), {"part": "roles", "r-roles": ["reader"]}).content.decode()
    assert "letzte Konto" in page
    assert administrator.grants.filter(role=Role.ADMINISTRATOR).exists()
    page = desk.post(of(administrator, "schliessen/"), follow=True).content.decode()
    assert "jemand anderes" in page


def test_closing_and_opening_again(desk, clerk):
    browser = at_the_desk(clerk)
    desk.post(of(clerk, "schliessen/"))
    assert browser.get("/konto/").status_code == 302
    assert "geschlossen" in desk.get(of(clerk)).content.decode()
    desk.post(of(clerk, "oeffnen/"))
    clerk.refresh_from_db()
    assert clerk.is_active


def test_resetting_shows_a_link_and_tells_the_person(desk, clerk):
    add_app(clerk)
    answer = desk.post(of(clerk, "zuruecksetzen/"), {"reason": "Diensthandy verloren"})
    address = shown_link(answer.content.decode())
    mailing.wait()
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert [each.subject for each in mail.outbox[-2:]] == [
        "Zweiter Faktor zurückgesetzt (testserver)", "Ihr Konto bei testserver",
    ]  # fmt: skip
    assert Client().post(address)["Location"] == "/konto/zweiter-faktor/"


def test_resetting_without_a_reason_changes_nothing(desk, clerk):
    add_app(clerk)
    answer = desk.post(of(clerk, "zuruecksetzen/"), {"reason": ""})
    assert answer.status_code == 409
    assert "Grund" in answer.content.decode()
    assert Authenticator.objects.filter(user=clerk).exists()


PAGES = ["", "einladen/", "{}/", "{}/link/", "{}/zuruecksetzen/", "{}/schliessen/", "{}/oeffnen/"]


@pytest.mark.parametrize("page", PAGES)
def test_only_the_administration_gets_in(clerk, office, administrator, page):
    path = LIST + page.format(administrator.public_id)
    browser = at_the_desk(clerk)
    method = browser.post if page.count("/") == 2 else browser.get
    answer = method(path)
    assert answer.status_code == 403
    assert "administrator@" not in answer.content.decode()
    nobody = Client()
    answer = (nobody.post if page.count("/") == 2 else nobody.get)(path)
    assert answer["Location"].startswith("/anmelden/")


@pytest.mark.parametrize("page", [page for page in PAGES if page.count("/") == 2])
def test_what_changes_something_is_not_done_by_looking(desk, clerk, page):
    assert desk.get(LIST + page.format(clerk.public_id)).status_code == 405
    assert not clerk.sign_in_links.exists()


def test_an_unknown_account_is_not_there(desk):
    assert desk.get(f"{LIST}nobody/").status_code == 404
    assert desk.post(f"{LIST}nobody/link/").status_code == 404


def test_names_are_text(desk, clerk):
    User.objects.filter(pk=clerk.pk).update(name="<script>alert(1)</script>")
    for path in (LIST, of(clerk)):
        assert "<script>alert" not in desk.get(path).content.decode()


def test_before_signing_in_the_name_of_an_unpublished_town_is_not_told(administrator):
    bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    assert "Lindenhagen" not in Client().get("/anmelden/").content.decode()


def test_one_factor_leads_to_a_frame_that_leads_nowhere(clerk, office):
    browser = Client()
    browser.post(f"/anmelden/einmal/{links.new_link(clerk)}/")
    page = browser.get("/konto/zweiter-faktor/").content.decode()
    assert "Stadt Lindenhagen" in page
    assert 'class="navigation"' not in page
    assert 'class="navigation"' in at_the_desk(clerk).get("/konto/").content.decode()
