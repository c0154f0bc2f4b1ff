"""The page that a mailed link opens: one actor's entry, to be confirmed or corrected. No account, no cookie.

All parts stand in one form, so that whatever button is pressed nothing that was typed gets lost: what was not meant by
the button comes back as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ratslinde.accounts.automaton import automaton
from ratslinde.desk.landscape.keeping.choices import every_language
from ratslinde.desk.landscape.keeping.parts import NewPart, Part, new_part, parts_of
from ratslinde.inbox import stamps
from ratslinde.inbox.receive import HOLDERS, public_form
from ratslinde.integration.keeping import actions, links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape.actions import day_waits
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.ui.frame import Frame

ALL, ONE = "bestaetigen", "stimmt"
"""The buttons: everything is still true; this part is still true. Any other button sends what was typed."""

MOST_BYTES = 600_000
"""The page of an association with a hundred offers comes back whole."""

_NOTHING = "Sie haben noch nichts geändert. Ist alles richtig? Dann drücken Sie „Alles stimmt noch“."
_WRONG = "Etwas fehlt oder ist falsch geschrieben. Die Stelle ist rot markiert."
_CONFIRMED = "Danke. Das ist bestätigt."
_SENT = "Danke. Ihre Änderung ist angekommen."


def show(
    request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """A page without navigation: who comes here came for this entry only. Search engines stay out.

    The address is a secret, so nobody gets more than our origin as a referrer. Not "no-referrer": with it browsers send
    `Origin: null`, and our own form would look like one from elsewhere (Fetch Standard, "append a request `Origin`").
    """
    frame = Frame(town=str(context.get("town", "")) or "Ratslinde", what="Eintrag im Verzeichnis")
    with translation.override("de"):
        response = render(request, template, {"frame": frame, **context}, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["Cache-Control"] = "no-store"
    return response


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, secret: str) -> HttpResponse:
    """Confirm or correct the entry that the link opens.

    A link that opens nothing is not counted: else anybody could use up what all holders together may send.
    """
    link = links.find(secret)
    if link is None:
        context = {"title": "Dieser Link gilt nicht mehr"}
        return show(request, "desk/landscape/link_over.html", context, status=410)
    return _opened(request, link)


@public_form(show=show, limits=HOLDERS, most_bytes=MOST_BYTES)
def _opened(request: HttpRequest, link: KeeperLink) -> HttpResponse:
    if request.method == "POST":
        return _answered(request, link)
    KeeperLink.objects.filter(pk=link.pk).update(used_at=clock.now())
    return _page(request, link, parts_of(link.actor), new_part(link.actor))


def _answered(request: HttpRequest, link: KeeperLink) -> HttpResponse:
    parts, new = parts_of(link.actor, request.POST), new_part(link.actor, request.POST)
    one = request.POST.get(ONE, "")
    meant = [part for part in parts if not one or part.row.public_id == one]
    told = new.form if not one and new.form.is_typed() else None
    if not all(part.form.is_good() for part in meant) or (told and not told.is_valid()):
        return _page(request, link, parts, new, wrong=_WRONG)
    changed = [part for part in meant if part.form.changes()]
    true = [part for part in meant if not part.sent] if one or ALL in request.POST else []
    if not changed and not true and not told:
        return _page(request, link, parts, new, notice=_NOTHING)
    try:
        _answer(link, changed, true, told.told() if told else None)
    except Refused as refused:
        return _page(request, link, parts, new, wrong=refused.message, status=409)
    left = parts_of(link.actor, request.POST, done=[part.row.public_id for part in (*changed, *true)])
    rest = new_part(link.actor, None if told else request.POST)
    if rest.form.is_typed() or any(part.waits or part.form.is_typed() for part in left):
        return _page(request, link, left, rest, notice=_SENT if changed or told else _CONFIRMED, good=True)
    return _done(request, link, left, rest)


def _answer(
    link: KeeperLink, changed: Sequence[Part], true: Sequence[Part], told: Mapping[str, object] | None
) -> None:
    changes = {part.row.public_id: part.form.changes() for part in changed}
    of_actor = changes.pop(link.actor.public_id, {})
    confirmed = [part.row.public_id for part in true]
    actions.answer(
        automaton(), link, actor_changes=of_actor, offer_changes=changes, confirmed=confirmed, new_offer=told
    )


def _page(
    request: HttpRequest,
    link: KeeperLink,
    parts: Sequence[Part],
    new: NewPart,
    *,
    status: int = 200,
    **said: object,
) -> HttpResponse:
    body = link.actor.body
    context = {
        "title": link.actor.name, "town": body.name, "actor_part": parts[0], "offer_parts": parts[1:], "new": new,
        "waiting": sum(part.waits for part in parts), "contact": body.contact_email,
        "stamp": request.POST.get(stamps.FIELD, ""), "languages": every_language(), **said,
    }  # fmt: skip
    return show(request, "desk/landscape/entry.html", context, status=status)


def _done(request: HttpRequest, link: KeeperLink, parts: Sequence[Part], new: NewPart) -> HttpResponse:
    context = {
        "title": "Vielen Dank", "town": link.actor.body.name, "actor": link.actor,
        "sent": sum(part.sent for part in parts) + new.number, "confirmed": sum(part.confirmed for part in parts),
        "later": any(part.confirmed and day_waits(part.row) for part in parts),
    }  # fmt: skip
    return show(request, "desk/landscape/entry_done.html", context)
