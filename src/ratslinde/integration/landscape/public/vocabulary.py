"""What is public about the town's words: everything but what is out of use."""

from __future__ import annotations

from ratslinde.integration.landscape.models import Taxonomy, Term
from ratslinde.integration.landscape.public.parts import translations
from ratslinde.record import hsds, pages
from ratslinde.record.values import Value, link


def taxonomy_value(taxonomy: Taxonomy) -> Value:
    """A taxonomy by itself; its terms name it. HSDS demands a description: the name stands in for a missing one."""
    value = hsds.Taxonomy(
        id=str(taxonomy.standard_id), name=taxonomy.name, description=taxonomy.description or taxonomy.name,
        uri=taxonomy.uri, version=taxonomy.version, x_key=taxonomy.key,
    )  # fmt: skip
    return Value(
        kind="taxonomy", id=taxonomy.public_id, body=taxonomy.body.public_id, hsds=value, page=pages.Page(),
        title=taxonomy.name,
    )  # fmt: skip


def term_value(term: Term) -> Value:
    """A term with what it is called elsewhere. HSDS demands a description: the name stands in for a missing one."""
    value = hsds.TaxonomyTerm(
        id=str(term.standard_id),
        code=term.code,
        name=term.name,
        description=term.description or term.name,
        taxonomy=term.taxonomy.name,
        taxonomy_detail=link("taxonomy", term.taxonomy.public_id),
        parent_id=link("term", term.parent.public_id) if term.parent else "",
        x_order=term.position,
        x_mappings=tuple(
            hsds.Mapping(scheme=each.scheme, code=each.code, relation=each.relation)
            for each in term.mappings.all()
        ),
        x_translations=translations(term),
    )
    return Value(
        kind="term", id=term.public_id, body=term.body.public_id, hsds=value, page=pages.Page(), title=term.name,
        lists=(term.taxonomy.public_id,),
    )  # fmt: skip
