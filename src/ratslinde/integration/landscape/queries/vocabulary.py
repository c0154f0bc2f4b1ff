"""The town's words for the desk."""

from __future__ import annotations

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Taxonomy, Term
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


def taxonomies(account: Account, body: Body) -> list[Taxonomy]:
    """The taxonomies with their terms."""
    require(account, "landscape.read")
    return list(
        Taxonomy.objects.filter(body=body).prefetch_related("terms__mappings", "terms__parent").order_by("pk")
    )


def taxonomy(account: Account, public_id: str) -> Taxonomy:
    """The taxonomy of that public id. Raises Taxonomy.DoesNotExist."""
    require(account, "landscape.read")
    return Taxonomy.objects.select_related("body").get(public_id=public_id)


def terms_of(body: Body, key: str) -> QuerySet[Term]:
    """The terms of a taxonomy that are in use, in the town's order."""
    return Term.objects.filter(body=body, taxonomy__key=key, active=True).order_by("position", "pk")


def term(account: Account, public_id: str) -> Term:
    """The term of that public id. Raises Term.DoesNotExist."""
    require(account, "landscape.read")
    return Term.objects.select_related("taxonomy__body", "body").get(public_id=public_id)
