"""What is stored of the landscape."""

from ratslinde.integration.landscape.models.actors import (
    Activity,
    ActivityRole,
    Actor,
    ContactPerson,
    Extent,
    FormerId,
)
from ratslinde.integration.landscape.models.changes import FieldChange
from ratslinde.integration.landscape.models.cooperation import DIRECTED, Cooperation, CooperationKind
from ratslinde.integration.landscape.models.coordination import NetworkCoordination
from ratslinde.integration.landscape.models.coverage import CoverageRule, NotIntended
from ratslinde.integration.landscape.models.mergers import Merger
from ratslinde.integration.landscape.models.offers import (
    Access,
    Ages,
    Area,
    Cost,
    Funding,
    Groups,
    Mode,
    Offer,
    OfferLanguage,
    OfferStatus,
)
from ratslinde.integration.landscape.models.places import Place, PlaceKind, SocialSpace
from ratslinde.integration.landscape.models.publishing import PublishingRun
from ratslinde.integration.landscape.models.resources import Binding, Resource, ResourceKind
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.sites import Frequency, OfferSite, Schedule
from ratslinde.integration.landscape.models.translations import Translation, TranslationState
from ratslinde.integration.landscape.models.vocabulary import (
    MappingRelation,
    Taxonomy,
    TaxonomyKey,
    Term,
    TermMapping,
)

__all__ = [
    "DIRECTED",
    "Access",
    "Activity",
    "ActivityRole",
    "Actor",
    "Ages",
    "Area",
    "Binding",
    "ContactPerson",
    "Cooperation",
    "CooperationKind",
    "Cost",
    "CoverageRule",
    "Extent",
    "FieldChange",
    "FormerId",
    "Frequency",
    "Funding",
    "Groups",
    "LandscapeRow",
    "MappingRelation",
    "Merger",
    "Mode",
    "NetworkCoordination",
    "NotIntended",
    "Offer",
    "OfferLanguage",
    "OfferSite",
    "OfferStatus",
    "Place",
    "PlaceKind",
    "PublishingRun",
    "Resource",
    "ResourceKind",
    "Schedule",
    "SocialSpace",
    "Taxonomy",
    "TaxonomyKey",
    "Term",
    "TermMapping",
    "Translation",
    "TranslationState",
]
