"""Erasing what was published about a person: what goes, why, and what became of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Person
from ratslinde.council.bodies.versions import PublishedVersion, versions_of_person
from ratslinde.council.documents.queries import naming
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.people.views import TRAIL
from ratslinde.desk.publishing import wording
from ratslinde.desk.publishing.forms import INSIDE, ReasonForm
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs.rows import Publication


class EraseForm(ReasonForm):
    """Why the versions are erased."""

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        example = "Zum Beispiel: Antrag nach Art. 17 DSGVO vom 3. März. Bitte keinen Namen nennen."
        self.fields["reason"].help_text = f"{INSIDE} {example}"


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.erase")
def erase_person(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show every published version of the person, ask for the reason, erase them, and say what became of them."""
    person = queries.person(actor(request), public_id)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            count = actions.erase_person(actor(request), person, reason=form.cleaned_data["reason"])
        except Forbidden:
            raise
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            return said(request, _done(count), go=request.path)
    return page(request, "desk/erase.html", _shown(request, person, form), trail=_trail(person))


def _shown(request: HttpRequest, person: Person, form: EraseForm) -> dict[str, object]:
    versions = versions_of_person(actor(request), person)
    return {
        "title": f"Veröffentlichte Fassungen löschen: {person}",
        "person": person,
        "form": form,
        "versions": [(each, wording.KINDS[each.kind], _texts(each)) for each in versions],
        "left": sum(each.erased_at is None for each in versions),
        "naming": naming(actor(request), person),
        "still_public": person.publication == Publication.PUBLISHED,
        "back": reverse("desk:person", args=[person.public_id]),
    }


def _texts(version: PublishedVersion) -> list[tuple[str, str]]:
    return [
        (wording.label(version.kind, attribute), wording.said(text, {})) for attribute, text in version.texts
    ]


def _done(count: int) -> str:
    if not count:
        return "Es gab nichts zu löschen."
    versions = "1 Fassung ist" if count == 1 else f"{count} Fassungen sind"
    return f"{versions} gelöscht. Datum, Prüfsumme und Grund bleiben; die Kette lässt sich weiter nachprüfen."


def _trail(person: Person) -> list[tuple[str, str]]:
    return [*TRAIL, (str(person), reverse("desk:person", args=[person.public_id]))]
