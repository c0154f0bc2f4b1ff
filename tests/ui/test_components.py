"""The parts that pages are made of."""

from __future__ import annotations

import pytest
from django import forms
from django.template import engines
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

from ratslinde.ui.frame import Crumb
from ratslinde.ui.paging import Paging


def render(source: str, **context: object) -> str:
    with translation.override("de"):
        return engines["django"].from_string(CottonCompiler().process(source)).render(context)


class Entry(forms.Form):
    title = forms.CharField(label="Betreff", help_text="So kurz wie möglich.")
    public = forms.BooleanField(label="Öffentlich", required=False)
    kind = forms.ChoiceField(
        label="Art", choices=[("a", "Antrag"), ("b", "Bericht")], widget=forms.RadioSelect
    )


def test_a_value_in_an_attribute_is_escaped_once():
    html = render('<c-input name="q" label="Suche" value="{{ words }}" />', words='"><script>a & b')
    assert 'value="&quot;&gt;&lt;script&gt;a &amp; b"' in html


def test_a_value_between_the_tags_is_escaped_once():
    assert "a &amp; &lt;b&gt;" in render("<c-badge>{{ text }}</c-badge>", text="a & <b>")


def test_a_badge_has_its_colour_from_its_kind():
    assert 'class="badge badge-success"' in render('<c-badge kind="success">beschlossen</c-badge>')
    assert 'class="badge"' in render("<c-badge>Sonstiges</c-badge>")


def test_a_button_with_an_address_is_a_link():
    assert '<a class="kern-btn kern-btn--secondary" href="/suche/"' in render(
        '<c-button kind="secondary" href="/suche/">Suche</c-button>'
    )
    assert 'type="submit" name="weiter" value="1"' in render(
        '<c-button name="weiter" value="1">Weiter</c-button>'
    )


def test_a_table_that_may_scroll_can_be_reached_by_keyboard():
    html = render('<c-table caption="Mitglieder" wide="1"><tbody></tbody></c-table>')
    assert 'role="region" tabindex="0" aria-label="Tabelle: Mitglieder"' in html
    assert "tabindex" not in render('<c-table caption="Mitglieder"><tbody></tbody></c-table>')


def test_the_breadcrumb_ends_with_the_page_itself():
    trail = [Crumb(label="Start", address="/"), Crumb(label="Sitzungen")]
    html = render('<c-breadcrumb :trail="trail" />', trail=trail)
    assert '<a href="/">Start</a>' in html
    assert '<span aria-current="page">Sitzungen</span>' in html


def test_one_page_needs_no_pagination():
    assert "<nav" not in render(
        '<c-pagination :paging="paging" />', paging=Paging(number=1, size=25, total=3)
    )
    html = render('<c-pagination :paging="paging" />', paging=Paging(number=2, size=25, total=60))
    assert 'aria-current="page"' in html
    assert 'rel="prev"' in html


@pytest.mark.parametrize("name", ["title", "public", "kind"])
def test_a_field_has_a_label_that_belongs_to_it(name):
    form = Entry()
    html = render('<c-field :field="field" />', field=form[name])
    assert str(form[name].label) in html
    assert "<label" in html


def test_a_wrong_field_says_so_and_is_tied_to_hint_and_error():
    html = render('<c-field :field="field" />', field=Entry({})["title"])
    assert 'aria-invalid="true"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert "So kurz wie möglich." in html


def test_the_errors_above_a_form_lead_to_their_fields():
    html = render('<c-form-errors :form="form" />', form=Entry({}))
    assert '<a href="#id_title">Betreff</a>' in html
    assert 'role="alert"' in html
    assert render('<c-form-errors :form="form" />', form=Entry()).strip() == ""


def test_an_alert_that_appears_is_announced():
    assert 'role="status"' in render('<c-alert kind="success" heading="Gespeichert" live="1">Gut.</c-alert>')
    assert "role=" not in render('<c-alert kind="info">Gut zu wissen.</c-alert>')


def test_a_select_keeps_what_was_chosen():
    html = render(
        '<c-select name="jahr" label="Jahr" :options="years" chosen="2024" all="Alle" />',
        years=[("2023", "2023"), ("2024", "2024")],
    )
    assert '<option value="2024" selected>2024</option>' in html
    assert '<option value="">Alle</option>' in html
