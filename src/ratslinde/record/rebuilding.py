"""Making `Published` anew from the versions, and saying where it is not what they compose.

Chains are locked piece by piece, so that the town can go on publishing meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from django.db import transaction

from ratslinde.record import chain, stamping
from ratslinde.record.drafting import RANKS, drafts
from ratslinde.record.models import Published, Standing, Version
from ratslinde.record.newest import chunks, newest_versions
from ratslinde.record.recomposing import compose_rank, forget_withdrawn
from ratslinde.record.references import relink, wrong_links
from ratslinde.record.values import Kind

_AT_ONCE = 500
_TRIES = 3


def rebuild(*, progress: Callable[[str], None] | None = None) -> int:
    """Compose everything anew from the versions; returns how many rows changed.

    What was damaged comes back as it was, with its `modified`. What is composed otherwise than before, after an
    upgrade, moves. Call it outside a transaction: each piece commits on its own.
    """
    everything = _everything()
    for some in chunks(everything, size=_AT_ONCE):
        _locked(partial(_mend_links, some))
    changed = _locked(_remove_strays)
    for rank in RANKS:
        ids = [key for key, kind in everything.items() if kind in rank]
        for count, some in enumerate(chunks(ids, size=_AT_ONCE)):
            changed += _locked(partial(_compose, some, rank))
            if progress:
                progress(f"{rank[0]}: {min((count + 1) * _AT_ONCE, len(ids))} / {len(ids)}")
    return changed


def deviations() -> Iterator[str]:
    """German sentences about everything that is not what the versions compose; none when all is well."""
    everything = _everything()
    found = _deviating(everything, strays=_strays(everything))
    if not any(found.values()):
        return
    with transaction.atomic():  # looked at again: something may have been published between two questions
        chain.lock_all()
        everything = _everything()
        suspects = set().union(*found.values()) & everything.keys()
        found = _deviating({key: everything[key] for key in suspects}, strays=_strays(everything))
    names = everything | dict(Published.objects.filter(pk__in=found["stray"]).values_list("pk", "kind"))
    for what, sentence in _SENTENCES.items():
        yield from (sentence.format(f"{names[key]} {key}") for key in sorted(found[what]))


_SENTENCES = {
    "link": "Die Verweise von {} sind nicht die seiner Fassung.",
    "stray": "Zu {} gibt es keine Fassung.",
    "row": "{} ist nicht das, was die Fassungen ergeben.",
}


def _everything() -> dict[str, str]:
    return dict(Version.objects.order_by().values_list("object_id", "kind").distinct())


def _deviating(everything: Mapping[str, str], *, strays: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"link": set(), "stray": strays, "row": set()}
    for some in chunks(everything, size=_AT_ONCE):
        found["link"] |= set(wrong_links(_stated(some)))
    replaced: dict[str, str] = {}
    for rank in RANKS:
        for some in chunks((key for key, kind in everything.items() if kind in rank), size=_AT_ONCE):
            differing = [
                draft
                for draft in drafts(some, kinds=rank, stamp=None, replaced=replaced)
                if draft.differs or draft.moved
            ]
            found["row"] |= {draft.row.pk for draft in differing}
            replaced |= {draft.row.pk: draft.row.embedded for draft in differing}
    return found


def _locked(step: Callable[[], int]) -> int:
    for tried in range(_TRIES):
        stamping.begin(tried=tried)
        try:
            with transaction.atomic():
                chain.lock_all()
                changed = step()
                if changed:
                    chain.sent_otherwise()
                stamping.check()
                return changed
        except stamping.Late:
            continue
    raise stamping.Late


def _mend_links(ids: Iterable[str]) -> int:
    stated = _stated(ids)
    wrong = wrong_links(stated)
    relink({key: stated[key] for key in wrong})
    return 0


def _stated(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Kind and statement of those that are public."""
    rows = newest_versions(ids).items()
    return {key: (row.kind, row.value) for key, row in rows if row.value is not None and not row.deleted}


def _strays(everything: Mapping[str, str]) -> set[str]:
    return set(Published.objects.values_list("pk", flat=True)) - set(everything)


def _remove_strays() -> int:
    strays = _strays(_everything())
    for some in chunks(strays):
        Published.objects.filter(pk__in=some).delete()
        Standing.objects.filter(pk__in=some).delete()
    return len(strays)


def _compose(ids: Iterable[str], kinds: tuple[Kind, ...]) -> int:
    stamp = stamping.new_stamp(
        not_before=max((row.changed for row in chain.lock_all() if row.changed), default=None)
    )
    written = compose_rank(ids, kinds=kinds, stamp=stamp)
    forget_withdrawn(written)
    return len(written)
