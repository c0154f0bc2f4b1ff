"""What is translated, what is missing, what has aged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.actions.restating import TRANSLATED
from ratslinde.integration.landscape.models import Actor, LandscapeRow, Offer, Place, Term, Translation
from ratslinde.kernel.languages import name_of
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require
from ratslinde.verbs.rows import Publication

LANGUAGES = ("de-simple", "en", "tr", "ar", "uk")
"""The languages of the public directory beside German."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text of a row with its translation; `state` is missing, draft, machine, checked or outdated."""

    field: str
    label: str
    german: str
    text: str
    state: str
    source: str
    revision: int


@dataclass(frozen=True, kw_only=True)
class Share:
    """How far a language has come with what is public: how many texts there are in each state."""

    language: str
    name: str
    counts: dict[str, int]
    texts: int


def texts(account: Account, row: LandscapeRow, *, language: str) -> list[Text]:
    """Every text of the row that has words, with its translation."""
    require(account, "landscape.read")
    made = {each.field: each for each in Translation.objects.filter(subject=row.public_id, language=language)}
    return [_text(row, name, made.get(name)) for name in _names(row)]


def _names(row: LandscapeRow) -> list[str]:
    return [name for name in TRANSLATED[type(row).__name__] if getattr(row, name)]


def _text(row: LandscapeRow, name: str, made: Translation | None) -> Text:
    return Text(
        field=name,
        label=str(getattr(row._meta.get_field(name), "verbose_name", name)),
        german=getattr(row, name),
        text=made.text if made else "",
        state=_state(made),
        source=made.source if made else "",
        revision=made.revision if made else 0,
    )


def _state(made: Translation | None) -> str:
    return "missing" if made is None else "outdated" if made.outdated_at else made.state


def shares(account: Account, body: Body, *, languages: Sequence[str] = LANGUAGES) -> list[Share]:
    """For each language, how many texts of the public rows are missing, drafted, machine-made, checked, outdated."""
    require(account, "landscape.read")
    wanted = [(row.public_id, name) for row in _public(body) for name in _names(row)]
    made: dict[tuple[str, str, str], Translation] = {
        (each.subject, each.field, each.language): each for each in Translation.objects.filter(body=body)
    }
    found = []
    for language in languages:
        states = [_state(made.get((subject, name, language))) for subject, name in wanted]
        counts = {
            state: states.count(state) for state in ("missing", "draft", "machine", "checked", "outdated")
        }
        found.append(Share(language=language, name=name_of(language), counts=counts, texts=len(wanted)))
    return found


def waiting(account: Account, body: Body, *, language: str, most: int) -> list[tuple[LandscapeRow, int]]:
    """Public rows with texts that are missing or outdated in the language, and how many; at most so many rows."""
    require(account, "landscape.read")
    good = {
        (each.subject, each.field)
        for each in Translation.objects.filter(body=body, language=language, outdated_at=None).exclude(
            state="draft"
        )
    }
    found = []
    for row in _public(body):
        count = sum((row.public_id, name) not in good for name in _names(row))
        if count:
            found.append((row, count))
        if len(found) == most:
            break
    return found


def _public(body: Body) -> Iterable[LandscapeRow]:
    for model in (Offer, Actor, Place, Term):
        yield from model._default_manager.filter(body=body, publication=Publication.PUBLISHED).order_by("pk")


def row_of(account: Account, public_id: str) -> LandscapeRow:
    """The row that has translations. Raises Offer.DoesNotExist when there is none of that id."""
    require(account, "landscape.read")
    for model in (Actor, Place, Term):
        found = model._default_manager.filter(public_id=public_id).first()
        if found is not None:
            return found
    return Offer.objects.get(public_id=public_id)
