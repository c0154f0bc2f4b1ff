"""What was handed in with a form: the verb is asked once it is filled in, and what it refuses stands in the form."""

from __future__ import annotations

import pytest
from django import forms
from django.test import RequestFactory

from ratslinde.desk.controls import choice
from ratslinde.desk.form_pages import handed_in
from ratslinde.kernel.errors import Conflict, Forbidden, Refused


class Wish(forms.Form):
    name = forms.CharField()
    kind = forms.ChoiceField(choices=[("a", "Antrag")], required=False)


def raising(refusal: Exception):
    def act():
        raise refusal

    return act


@pytest.fixture
def sent():
    return RequestFactory().post("/")


@pytest.fixture
def form():
    return Wish({"name": "Linde"})


def test_the_verb_gets_what_was_entered(sent, form):
    assert handed_in(sent, form, lambda: form.cleaned_data["name"]) == "Linde"


def test_nothing_is_done_where_the_form_was_only_opened(form):
    assert handed_in(RequestFactory().get("/"), form, raising(AssertionError())) is None


def test_nothing_is_done_where_something_is_missing(sent):
    form = Wish({})
    assert handed_in(sent, form, raising(AssertionError())) is None
    assert "name" in form.errors


@pytest.mark.parametrize(
    "refusal", [Refused("Zu lang.", field="name"), Refused("Zu lang.", field="elsewhere")]
)
def test_a_refusal_stands_at_its_field_or_above_all_of_them(sent, form, refusal):
    assert handed_in(sent, form, raising(refusal)) is None
    assert form.errors == {"name" if refusal.field == "name" else "__all__": ["Zu lang."]}


def test_a_conflict_is_said_in_a_form_that_has_no_row(sent, form):
    assert handed_in(sent, form, raising(Conflict("Inzwischen geändert."))) is None
    assert form.non_field_errors() == ["Inzwischen geändert."]


def test_a_missing_right_is_no_matter_of_the_form(sent, form):
    with pytest.raises(Forbidden):
        handed_in(sent, form, raising(Forbidden("Kein Zugang.")))


def test_only_a_field_with_choices_offers_some(form):
    assert choice(form, "kind").choices == [("a", "Antrag")]
    with pytest.raises(TypeError, match="name is no ChoiceField"):
        choice(form, "name")
