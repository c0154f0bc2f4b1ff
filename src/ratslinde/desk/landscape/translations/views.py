"""How far each language is, what waits, and one row's texts side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import LandscapeRow, TranslationState
from ratslinde.integration.landscape.queries import translations as queries
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.kernel.languages import direction_of, is_known, name_of

TRANSLATIONS = [*TRAIL, ("Übersetzungen", "/schreibtisch/integration/uebersetzungen/")]
MOST = 50
CHECKED = "geprueft"
"""The button that saves all texts of the page as checked."""

STATE_WORDS = {
    "missing": "fehlt", "draft": "Entwurf", "machine": "maschinell", "checked": "geprüft", "outdated": "veraltet",
}  # fmt: skip


@require_GET
@door("landscape.read")
def overview(request: HttpRequest) -> HttpResponse:
    """How far each language is, and what waits in the chosen one."""
    language = request.GET.get("sprache") or queries.LANGUAGES[0]
    if language not in queries.LANGUAGES:
        raise Http404
    person, body = account(request), the_body()
    context = {
        "title": "Übersetzungen", "shares": queries.shares(person, body), "into": language,
        "language_name": name_of(language), "most": MOST,
        "waiting": queries.waiting(person, body, language=language, most=MOST),
    }  # fmt: skip
    return page(request, "desk/landscape/translations.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("translation.edit")
def texts(request: HttpRequest, public_id: str, language: str) -> HttpResponse:
    """A row's texts with their translations, to be written and marked as checked."""
    if not is_known(language) or language == "de":
        raise Http404
    row = queries.row_of(account(request), public_id)
    refused: dict[str, str] = {}
    if request.method == "POST":
        refused = _save(request, row, language)
        if not refused:
            messages.success(request, "Gespeichert. Öffentlich wird es mit der nächsten Veröffentlichung.")
            return HttpResponseRedirect(reverse("desk_landscape:texts", args=[public_id, language]))
    rows = [
        (text, _typed(request, text), refused.get(text.field, "")) for text in _texts(request, row, language)
    ]
    context = {
        "title": f"{row}: {name_of(language)}", "language_name": name_of(language),
        "next": _next(request, row, language), "rows": rows, "row": row, "into": language,
        "direction": direction_of(language), "states": TranslationState.choices, "words": STATE_WORDS,
        "back": f"{reverse('desk_landscape:translations')}?sprache={language}",
    }  # fmt: skip
    status = 409 if refused else 200
    return page(request, "desk/landscape/texts.html", context, trail=TRANSLATIONS, status=status)


def _texts(request: HttpRequest, row: LandscapeRow, language: str) -> list[queries.Text]:
    return queries.texts(account(request), row, language=language)


def _typed(request: HttpRequest, text: queries.Text) -> str:
    return request.POST.get(f"text-{text.field}", text.text)


def _next(request: HttpRequest, row: LandscapeRow, language: str) -> LandscapeRow | None:
    """The entry to go on with."""
    found = queries.waiting(account(request), row.body, language=language, most=2)
    return next((each for each, _ in found if each.public_id != row.public_id), None)


def _state(request: HttpRequest, text: queries.Text, typed: str) -> str:
    """The state that was chosen. Who writes anew over an aged text and chooses nothing has made a draft."""
    if CHECKED in request.POST and typed.strip():
        return TranslationState.CHECKED
    state = request.POST.get(f"state-{text.field}", text.state)
    if state == text.state and state not in TranslationState.values and typed.strip() != text.text:
        return TranslationState.DRAFT
    return state


def _save(request: HttpRequest, row: LandscapeRow, language: str) -> dict[str, str]:
    """Save what differs; returns why a text was refused, by field. What could be saved stays saved."""
    refused = {}
    for text in _texts(request, row, language):
        typed = _typed(request, text)
        state = _state(request, text, typed)
        unchanged = typed.strip() == text.text and state == text.state
        if unchanged or (not typed.strip() and not text.text):
            continue
        seen = request.POST.get(f"revision-{text.field}", "0")
        try:
            actions.translate(
                account(request), row, field=text.field, language=language, text=typed, state=state,
                revision=int(seen) if seen.isdecimal() else 0,
            )  # fmt: skip
        except Forbidden:
            raise
        except Refused as refusal:
            refused[text.field] = refusal.message
    return refused
