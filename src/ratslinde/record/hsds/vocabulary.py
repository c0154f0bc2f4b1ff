"""Lists of words, and that a word applies."""

from __future__ import annotations

import msgspec

from ratslinde.record.hsds.base import Hsds, Translations


class Taxonomy(Hsds, frozen=True, kw_only=True):
    """A list of words that the town keeps, e.g. its fields of action."""

    name: str
    description: str
    uri: str = ""
    version: str = ""
    x_key: str = ""


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """The same in another scheme; `relation` is exact, broad or narrow."""

    scheme: str
    code: str
    relation: str


class TaxonomyTerm(Hsds, frozen=True, kw_only=True):
    """One word of a taxonomy. `taxonomy_detail` links to it and is embedded."""

    code: str
    name: str
    description: str
    language: str = "de"
    taxonomy: str = ""
    taxonomy_detail: str = ""
    parent_id: str = ""
    x_order: int = -1
    x_mappings: tuple[Mapping, ...] = ()
    x_translations: Translations = msgspec.field(default_factory=dict)


class Attribute(Hsds, frozen=True, kw_only=True):
    """That a term applies; `value` is the role in which an actor is active in a field, or how a group is meant."""

    taxonomy_term: str
    link_type: str = ""
    link_entity: str = ""
    label: str = ""
    value: str = ""
