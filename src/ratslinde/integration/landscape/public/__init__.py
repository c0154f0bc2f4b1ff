"""What is public about the landscape: decided here and only here.

Actors, offers, their places, social spaces and words are, once somebody published them. Never: contacts' names
without a dated consent, notes, activities' sources, cooperation, resources, who was asked when, drafts of translations.
"""

from ratslinde.integration.landscape.public.actors import actor_value
from ratslinde.integration.landscape.public.offers import offer_value
from ratslinde.integration.landscape.public.places import place_value, space_value
from ratslinde.integration.landscape.public.vocabulary import taxonomy_value, term_value

__all__ = ["actor_value", "offer_value", "place_value", "space_value", "taxonomy_value", "term_value"]
