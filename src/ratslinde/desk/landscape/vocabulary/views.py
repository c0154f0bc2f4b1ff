"""Taxonomies and terms: one page with all, one form a term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.saving import TextForm, changes_of
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import MappingRelation, Taxonomy, Term
from ratslinde.integration.landscape.queries import vocabulary as queries
from ratslinde.integration.landscape.queries.history import history

WORDS = [*TRAIL, ("Begriffe", "/schreibtisch/integration/begriffe/")]


class TermForm(TextForm):
    """A term, and what it is called elsewhere: one a line."""

    model = Term
    groups = (("Begriff", ("name", "description", "parent", "position", "active")),)
    hints: ClassVar[Mapping[str, str]] = {
        "active": "Was nicht mehr in Gebrauch ist, bleibt bei alten Einträgen stehen.",
        "position": "Kleine Zahlen stehen vorn.",
    }
    mappings = forms.CharField(
        label="Entsprechungen in anderen Systemen",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Je Zeile: Schema; Kennung; entspricht (oder: ist enger als, ist weiter als). KGSt; B.1; entspricht",
    )

    def __init__(self, data: Any = None, *, taxonomy: Taxonomy, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        others = taxonomy.terms.exclude(pk=self.row.pk) if self.row else taxonomy.terms.all()
        self.choose("parent", others, empty="– keiner –")
        if isinstance(self.row, Term):
            self.initial.setdefault("mappings", _as_lines(self.row))

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The mappings stand after the term."""
        first, *rest = super().sections()
        return [first, ("Anderswo", [self["mappings"]]), *rest]

    def clean_mappings(self) -> list[tuple[str, str, str]]:
        """(scheme, code, relation) of each line."""
        words = {str(label): value for value, label in MappingRelation.choices}
        found = []
        for line in self.cleaned_data["mappings"].splitlines():
            parts = [part.strip() for part in line.split(";")]
            if not any(parts):
                continue
            scheme, code, relation = (*parts, "", "", "")[:3]
            if not scheme or not code or (relation and relation not in words):
                raise forms.ValidationError(f"Diese Zeile lässt sich nicht lesen: „{line.strip()}“.")
            found.append((scheme[:60], code[:60], words.get(relation, "exact")))
        return found


def _as_lines(term: Term) -> str:
    return "\n".join(
        f"{each.scheme}; {each.code}; {each.get_relation_display()}" for each in term.mappings.all()
    )


@require_GET
@door("landscape.read")
def vocabulary(request: HttpRequest) -> HttpResponse:
    """All words of the town."""
    context = {"title": "Begriffe", "taxonomies": queries.taxonomies(account(request), the_body())}
    return page(request, "desk/landscape/vocabulary.html", context, trail=TRAIL)


@require_POST
@door("vocabulary.edit")
def set_up(request: HttpRequest) -> HttpResponse:
    """The default words, where there are none."""
    back = reverse("desk_landscape:vocabulary")
    return attempt(
        request,
        lambda: actions.set_up_vocabulary(account(request), the_body()),
        done="Eingerichtet.",
        back=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door("vocabulary.edit")
def new_term(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new term."""
    taxonomy = queries.taxonomy(account(request), public_id)
    last = taxonomy.terms.order_by("-position").first()
    first = {"active": True, "position": last.position + 1 if last else 0}
    form = TermForm(request.POST or None, taxonomy=taxonomy, initial=first)
    made = handed_in(request, form, lambda: actions.add_term(
        account(request), taxonomy, **(form.entered() | {"mappings": form.cleaned_data["mappings"]}),
    ))  # fmt: skip
    if made:
        return said(request, "Der Begriff ist angelegt.", go=reverse("desk_landscape:vocabulary"))
    return form_page(
        request,
        form,
        title=f"Neuer Begriff: {taxonomy}",
        back=reverse("desk_landscape:vocabulary"),
        trail=WORDS,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door("vocabulary.edit")
def term(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a term."""
    found = queries.term(account(request), public_id)
    form = TermForm(request.POST or None, taxonomy=found.taxonomy, row=found)
    done = handed_in(request, form, lambda: actions.edit_term(
        account(request), found, changes=_changes(form, found), revision=form.cleaned_data["revision"],
        small=form.cleaned_data["small"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=reverse("desk_landscape:vocabulary"))
    context = {
        "title": found.name, "form": form, "back": reverse("desk_landscape:vocabulary"), "found": found,
        "past": history(account(request), found),
    }  # fmt: skip
    return page(request, "desk/landscape/row_form.html", context, trail=WORDS)


def _changes(form: TermForm, found: Term) -> dict[str, Any]:
    changes = changes_of(form)
    before = [(each.scheme, each.code, each.relation) for each in found.mappings.all()]
    if form.cleaned_data["mappings"] != before:
        changes["mappings"] = form.cleaned_data["mappings"]
    return changes
