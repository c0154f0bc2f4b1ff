"""Mails: the list, one as it will look, and what is decided about them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.lists import one_page
from ratslinde.desk.post import actions, queries, wording
from ratslinde.desk.post.wording import badge
from ratslinde.integration.keeping.updates import REMINDER
from ratslinde.journal.history import entries_of
from ratslinde.kernel.text import clean
from ratslinde.post import queries as post
from ratslinde.post.content import restored
from ratslinde.post.keys import are_hidden
from ratslinde.post.languages import LANGUAGES
from ratslinde.post.models import Letter, State
from ratslinde.post.writing import is_whole
from ratslinde.verbs import Actor, may

TRAIL = [("Mails", "/schreibtisch/mails/")]


@require_GET
@door("post.read")
def letters(request: HttpRequest) -> HttpResponse:
    """The mails, newest first, filtered; above them what waits to be looked at."""
    person = actor(request)
    asked = {name: clean(request.GET.get(name, "")).strip() for name in ("q", "stand", "anlass", "stapel")}
    rows = queries.letters(
        person, state=asked["stand"], kind=asked["anlass"], batch=asked["stapel"], text=asked["q"]
    )
    found, paging = one_page(request, rows)
    context = {
        "title": "Mails",
        "letters": [(each, badge(each.state)) for each in found],
        "paging": paging,
        "asked": asked,
        "is_filtered": any(asked.values()),
        "states": State.choices,
        "kinds": queries.kinds(person),
        "batches": post.batches(),
        "equipment": post.equipment(),
    }
    return page(request, "desk_post/letters.html", context)


@require_GET
@csp_update({"frame-src": [SELF]})
@door("post.read")
def letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """One mail: to whom, why, what became of it, and how it looks."""
    found = queries.letter(actor(request), public_id)
    context = {
        "title": found.subject or found.kind_words,
        "letter": found,
        "badge": badge(found.state),
        "written_in": LANGUAGES[found.language].name,
        "preview": post.preview(found),
        "held": found.state == State.HELD,
        "discardable": found.state in (State.HELD, State.WRITTEN),
        "repeatable": found.state in post.ATTENTION and is_whole(found),
        "hidden": found.content is not None and are_hidden(restored(found.content)),
        "sends": post.equipment().sends,
        "handing": _handing(actor(request), found),
        "history": entries_of([found.public_id]),
    }
    return page(request, "desk_post/letter.html", context, trail=TRAIL)


@require_GET
@xframe_options_sameorigin
@csp(
    {
        "default-src": [NONE],
        "style-src": [UNSAFE_INLINE],
        "frame-ancestors": [SELF],
        "sandbox": ["allow-popups"],
    }
)
@door("post.read")
def shown(request: HttpRequest, public_id: str) -> HttpResponse:
    """The HTML part alone, as a mail program shows it: no script runs, nothing is fetched."""
    preview = post.preview(queries.letter(actor(request), public_id))
    if preview is None:
        raise Http404
    return HttpResponse(preview.html)


@require_POST
@door("post.release")
def release(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send a mail that was held."""
    return _decided(
        request, public_id, actions.release, done=wording.released(1, sends=post.equipment().sends)
    )


@require_POST
@door("post.discard")
def discard(request: HttpRequest, public_id: str) -> HttpResponse:
    """Throw a mail away."""
    return _decided(request, public_id, actions.discard, done="Die Mail ist verworfen.")


@require_POST
@door("post.send_again")
def send_again(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send a mail once more."""
    done = "Die Mail wird noch einmal gesendet." if post.equipment().sends else wording.into_a_file()
    return _decided(request, public_id, actions.send_again, done=done)


@require_POST
@door("post.release", "post.discard")
def decide_batch(request: HttpRequest) -> HttpResponse:
    """Send all held mails of a batch, or throw them away."""
    batch, go = clean(request.POST.get("stapel", "")), reverse("desk_post:letters")
    if request.POST.get("schritt") == "verwerfen":
        number = actions.discard_batch(actor(request), batch)
        return said(request, f"{number} Mails sind verworfen.", go=go)
    number = actions.release_batch(actor(request), batch)
    return said(
        request,
        wording.released(number, sends=post.equipment().sends),
        go=f"{go}?{urlencode({'stapel': batch})}",
    )


def _handing(person: Actor, letter: Letter) -> str:
    """Where the link of a reminder can be handed on instead, or ''."""
    if letter.kind != REMINDER or not may(person, "keeper.hand_over"):
        return ""
    return reverse("desk_keeping:hand_over", args=[letter.key.partition(" ")[0]])


def _decided(
    request: HttpRequest, public_id: str, verb: Callable[[Actor, Letter], Letter], *, done: str
) -> HttpResponse:
    found = queries.letter(actor(request), public_id)
    back = reverse("desk_post:letter", args=[public_id])
    return attempt(request, lambda: verb(actor(request), found), done=done, back=back)
