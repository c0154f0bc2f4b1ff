"""The attributes of HSDS 3.1's objects (Open Referral Human Services Data Specification), named as it names them.

Attributes without data are left out, never null (the schemas refuse null). Links are resolved when the record
composes the object: a part is embedded, any other link becomes the linked object's UUID. What HSDS has no word for
begins with `x_`; additional properties are legal (3.1, "Extending the specification").
"""

from __future__ import annotations

from ratslinde.record.hsds.base import Hsds, Translated, Translations
from ratslinde.record.hsds.contacts import Contact, Phone
from ratslinde.record.hsds.offer_parts import (
    CostOption,
    Language,
    Schedule,
    ServiceAtLocation,
    ServiceCapacity,
    Unit,
)
from ratslinde.record.hsds.organizations import Organization, OrganizationIdentifier
from ratslinde.record.hsds.places import Accessibility, Address, Location, PartialAddress, ServiceArea
from ratslinde.record.hsds.services import Service
from ratslinde.record.hsds.vocabulary import Attribute, Mapping, Taxonomy, TaxonomyTerm

__all__ = [
    "TYPES",
    "Accessibility",
    "Address",
    "Attribute",
    "Contact",
    "CostOption",
    "Hsds",
    "Language",
    "Location",
    "Mapping",
    "Organization",
    "OrganizationIdentifier",
    "PartialAddress",
    "Phone",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceCapacity",
    "Taxonomy",
    "TaxonomyTerm",
    "Translated",
    "Translations",
    "Unit",
]

TYPES: dict[str, type[Hsds]] = {
    "actor": Organization, "offer": Service, "place": Location, "socialSpace": ServiceArea,
    "taxonomy": Taxonomy, "term": TaxonomyTerm,
}  # fmt: skip
