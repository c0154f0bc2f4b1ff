"""The town's words: setting up, adding, changing, publishing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.actions.setting import TERM_SETTERS
from ratslinde.integration.landscape.models import Taxonomy, Term, Translation, TranslationState
from ratslinde.integration.landscape.rules.default_names import LANGUAGES, names_in
from ratslinde.integration.landscape.rules.defaults import TAXONOMIES, DefaultTaxonomy
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out

__all__ = ["rights"]


@action("vocabulary.edit")
def set_up_vocabulary(_account: Account, /, body: Body) -> list[Taxonomy]:
    """The default taxonomies with their terms, where the town has none yet; returns those that were added.

    The terms' names in other languages come along as machine-made: the town is to have them checked.
    """
    added, terms = [], []
    for default in TAXONOMIES:
        taxonomy, new = Taxonomy.objects.get_or_create(
            body=body, key=default.key, defaults={"name": default.name, "description": default.description}
        )
        if new:
            added.append(taxonomy)
            terms += _add_terms(taxonomy, default)
    Translation.objects.bulk_create(
        translated for language in LANGUAGES for translated in _named(terms, language)
    )
    return added


def _add_terms(taxonomy: Taxonomy, default: DefaultTaxonomy) -> list[Term]:
    return [
        Term.objects.create(
            body=taxonomy.body, taxonomy=taxonomy, code=term.code, name=term.name, description=term.description,
            position=position,
        )
        for position, term in enumerate(default.terms)
    ]  # fmt: skip


def _named(terms: Sequence[Term], language: str) -> Iterator[Translation]:
    names = names_in(language)
    for term in terms:
        yield Translation(
            body=term.body, subject=term.public_id, field="name", language=language, source=term.name,
            text=names[term.taxonomy.key, term.code], state=TranslationState.MACHINE,
        )  # fmt: skip


@action("vocabulary.edit")
def add_term(_account: Account, /, taxonomy: Taxonomy, *, name: str, **more: Any) -> Term:
    """A new term at the end of its taxonomy. Raises Refused when there is one of that name."""
    code = more.pop("code", "") or slug(name)
    if not name.strip() or not code:
        raise Refused("Bitte einen Namen angeben.", field="name")
    if taxonomy.terms.filter(code=code).exists():
        raise Refused("Diesen Begriff gibt es schon.", field="name")
    last = taxonomy.terms.order_by("-position").first()
    return Term.objects.create(
        body=taxonomy.body, taxonomy=taxonomy, code=code, name=name.strip(),
        position=last.position + 1 if last else 0, **more,
    )  # fmt: skip


@action("vocabulary.edit")
def edit_term(
    account: Account,
    term: Term,
    *,
    changes: Mapping[str, Any],
    revision: int,
    small: bool = False,
    batch: uuid.UUID | None = None,
) -> Term:
    """Change name, description, order, or take the term out of use. `mappings` are (scheme, code, relation).

    `batch`: what one act changes over many rows, taken back together.
    """
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    return restate(account, term, changes, revision=revision, small=small, batch=batch, setters=TERM_SETTERS)


@action("vocabulary.publish")
def publish_taxonomy(_account: Account, taxonomy: Taxonomy, *, seen: str | None = None) -> list[str]:
    """Make the taxonomy and its terms public, or bring them up to date."""
    return carry_out(taxonomy_release(taxonomy), seen=seen)


def taxonomy_release(taxonomy: Taxonomy) -> Release:
    """What publishing the taxonomy makes public."""
    terms = list(taxonomy.terms.filter(active=True).select_related("taxonomy", "body", "parent"))
    return Release(
        values=(public.taxonomy_value(taxonomy), *map(public.term_value, terms)), rows=(taxonomy, *terms)
    )
