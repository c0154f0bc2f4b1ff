"""Reads for the desk."""

from __future__ import annotations

from ratslinde.council.bodies.models import Person
from ratslinde.council.documents.models import Document
from ratslinde.kernel.comparing import holds
from ratslinde.verbs import Actor, require
from ratslinde.verbs.rows import Publication

MOST_NAMING = 50


def naming(actor: Actor, person: Person) -> list[Document]:
    """Documents that are or were public and have the person's name in their text, at most `MOST_NAMING`.

    Erasing the person leaves them as they are: somebody has to take them back, or put others in their place.
    """
    require(actor, "person.erase", person)
    was_public = Document.objects.filter(publication__in=(Publication.PUBLISHED, Publication.WITHDRAWN))
    named = was_public.filter(holds(f"{person.given_name} {person.family_name}", "text", "name"))
    return list(named.defer("text").order_by("name", "pk")[:MOST_NAMING])
