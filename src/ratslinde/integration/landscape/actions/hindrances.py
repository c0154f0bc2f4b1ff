"""Why a merging cannot be undone any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from ratslinde.integration.landscape.actions.later_mergers import merged_later
from ratslinde.integration.landscape.actions.mergers import Entry, said
from ratslinde.integration.landscape.actions.tracing import Trace, lacking, row_of, stands
from ratslinde.integration.landscape.actions.undoing import model_words
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    Cooperation,
    FormerId,
    Merger,
    Offer,
    OfferSite,
    Place,
    Schedule,
    Translation,
)
from ratslinde.verbs.rows import Publication


def row_named(kind: str, public_id: str) -> Any:
    """The actor, offer or place of that public id, also one that is put away. Raises DoesNotExist."""
    return _rows_named(kind).select_related("body").get(public_id=public_id)


def _rows_named(kind: str) -> models.QuerySet[Any]:
    """All rows of that kind of entry."""
    model: Any = apps.get_model("landscape", kind)
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows


def reasons_against(merger: Merger, kept: Entry) -> list[str]:
    """Sentences why the merging cannot be undone any more; none when it can."""
    if merger.undone_at is not None:
        return ["Diese Zusammenführung ist schon rückgängig gemacht."]
    if FormerId.objects.filter(public_id=kept.public_id).exists():
        return [
            f"„{kept}“ ist inzwischen selbst mit einem anderen Eintrag zusammengeführt. Bitte zuerst das zurücknehmen."
        ]
    if kept.archived_at is not None:
        return [f"„{kept}“ ist inzwischen abgelegt."]
    if later := merged_later(merger):
        rows = _rows_named(later.kind)
        into, what = (rows.filter(public_id=each).first() or "…" for each in (later.kept, later.other))
        return [
            f"Danach ist noch etwas mit „{into}“ zusammengeführt worden: „{what}“. Bitte zuerst das zurücknehmen."
        ]
    if not _rows_named(merger.kind).filter(public_id=merger.other).exists():
        return [_GONE]
    if fields := [model_words(type(kept), name) for name in _changed(merger, kept)]:
        return [f"„{kept}“ ist danach geändert worden: {', '.join(fields)}."]
    traces = [each for each in merger.traces if not may_be_gone(each)]
    touched = [each for each in traces if not (said_by_kept(merger, each) or stands(each))]
    gone = [_GONE] if lacking(traces) else []
    return list(
        dict.fromkeys(
            [*map(_touched_words, touched), *gone, *_translated_since(merger), *_torn_apart(merger)]
        )
    )


def _changed(merger: Merger, kept: Entry) -> list[str]:
    """The fields of the one that stays that say something else since; nobody is held back by who was erased."""
    now = said(kept)
    erased = {"contact"} if isinstance(kept, Offer) and kept.contact is None else set()
    return [name for name, digest in merger.stood.items() if now.get(name) != digest and name not in erased]


def said_by_kept(merger: Merger, trace: Trace) -> bool:
    """Whether the row is part of what an offer says itself: it is made anew each time somebody says the same again."""
    return merger.kind == "Offer" and trace["model"] in ("landscape.offersite", "landscape.schedule")


def _translated_since(merger: Merger) -> list[str]:
    """The texts of the other one left with it: what is there came later, and would stand in their place."""
    if not Translation.objects.filter(subject=merger.other).exists():
        return []
    other = _rows_named(merger.kind).get(public_id=merger.other)
    return [f"„{other}“ ({_WORDS['landscape.translation']}) ist danach geändert worden."]


def _torn_apart(merger: Merger) -> list[str]:
    """What is between the offers of the one and the other: a contact of one at an offer of the other, and a provider
    that would not be public any more.
    """
    offers = Offer.objects.filter(pk__in=_back(merger, "landscape.offer", "actor"))
    people = _back(merger, "landscape.contactperson", "actor")
    both = Q(actor__public_id__in=[merger.kept, merger.other])
    torn = Offer.objects.filter(both, contact__isnull=False).filter(
        Q(pk__in=offers) & Q(contact__actor__public_id=merger.kept) & ~Q(contact__in=people)
        | ~Q(pk__in=offers) & Q(contact__in=people)
    )
    closed = {
        each["pk"] for each in merger.traces if each["model"] == "landscape.actor" and _was_public(each)
    }
    other_public = Actor.objects.filter(public_id=merger.other, pk__in=closed).exists()
    bare = offers.none() if other_public else offers.filter(publication=Publication.PUBLISHED)
    return [
        *(
            f"„{each}“ nennt eine Ansprechperson, die nicht zum selben Eintrag gehören würde."
            for each in torn
        ),
        *(
            f"„{each}“ ist inzwischen öffentlich, sein Anbieter wäre es nicht. Bitte zuerst zurücknehmen."
            for each in bare
        ),
    ]


def _back(merger: Merger, model: str, field: str) -> list[int]:
    """The rows of the model that go back to the other one."""
    changed = (each for each in merger.traces if each["model"] == model and each["before"] and each["after"])
    return [each["pk"] for each in changed if field in each["before"]]


def _was_public(trace: Trace) -> bool:
    return bool(trace["before"] and trace["before"].get("publication") == Publication.PUBLISHED)


_GONE = "Etwas, das damals zu einem der beiden gehörte, gibt es nicht mehr."
_WORDS: Mapping[str, str] = {
    "landscape.offersite": "Orte und Zeiten", "landscape.schedule": "Orte und Zeiten",
    "landscape.activity": "Tätigkeiten", "landscape.cooperation": "Zusammenarbeit",
    "landscape.translation": "Übersetzungen",
}  # fmt: skip


def _touched_words(trace: Trace) -> str:
    row = row_of(trace)
    if isinstance(row, OfferSite | Schedule):
        row = row.offer if isinstance(row, OfferSite) else row.site.offer
    name = f"„{row}“" if isinstance(row, Actor | Offer | Place) else "Etwas, das dazugehört"
    word = "geprüfte Angaben" if "unchecked" in (trace["after"] or ()) else _WORDS.get(trace["model"], "")
    what = f" ({word})" if word else ""
    return f"{name}{what} ist danach geändert worden."


def may_be_gone(trace: Trace) -> bool:
    """Whether only what it belongs to had changed: if it was removed since, there is nothing to put back."""
    told_whole = (Activity, Cooperation, FormerId, OfferSite, Schedule)
    model: type[models.Model] = apps.get_model(trace["model"])
    return trace["after"] is not None and model not in told_whole and row_of(trace) is None
