"""Places and social spaces for the desk."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.actions import placing
from ratslinde.integration.landscape.models import Activity, Actor, FormerId, Offer, Place, SocialSpace
from ratslinde.integration.landscape.queries.surroundings import spaces_on
from ratslinde.integration.landscape.rules.succession import followers
from ratslinde.integration.landscape.values import GivenPlace
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


def find_places(account: Account, body: Body, *, text: str = "") -> QuerySet[Place]:
    """Places by name, with how often they are used."""
    require(account, "landscape.read")
    rows = Place.objects.filter(body=body, archived_at=None).select_related("space")
    rows = rows.annotate(use_count=Count("sites", distinct=True) + Count("actors", distinct=True))
    return rows.filter(holds(text, "name", "street_address")).order_by("name", "pk")


def place(account: Account, public_id: str) -> Place:
    """The place of that public id, or the one it was merged into. Raises Place.DoesNotExist."""
    require(account, "landscape.read")
    former = FormerId.objects.filter(public_id=public_id).values("place__public_id").first()
    rows = Place.objects.select_related("body", "space")
    return rows.get(public_id=former["place__public_id"] if former else public_id)


def others(account: Account, than: Place) -> list[Place]:
    """The other places of the town in use, by name."""
    require(account, "landscape.read")
    return list(Place.objects.filter(body=than.body, archived_at=None).exclude(pk=than.pk))


def standing_place(account: Account, body: Body, given: GivenPlace) -> Place | None:
    """The place of the list with this address, or None: then a verb would add it."""
    require(account, "landscape.read")
    return placing.standing_place(body, given)


def spaces(account: Account, body: Body) -> list[SocialSpace]:
    """Social spaces, current ones first."""
    require(account, "landscape.read")
    rows = SocialSpace.objects.filter(body=body, archived_at=None).select_related("parent")
    return list(rows.prefetch_related("predecessors").order_by("-valid_until", "name", "pk"))


def offers_for(account: Account, space: SocialSpace) -> list[Offer]:
    """The offers in use with a site that is for the space, by name."""
    require(account, "landscape.read")
    rows = Offer.objects.filter(sites__spaces=space, archived_at=None).select_related("actor")
    return list(rows.distinct().order_by("name", "pk"))


def active_in(account: Account, space: SocialSpace) -> list[tuple[Actor, list[Activity]]]:
    """The actors that do something for the space, by name, each with what; what has ended is over and stays."""
    require(account, "landscape.read")
    going_on = Q(until=None) | Q(until__gte=clock.today())
    rows = Activity.objects.filter(going_on, spaces=space, actor__archived_at=None).select_related(
        "actor", "field"
    )
    found: dict[Actor, list[Activity]] = {}
    for row in rows.order_by("actor__name", "actor__pk", "field__position", "role"):
        found.setdefault(row.actor, []).append(row)
    return list(found.items())


def places_by_hand(account: Account, space: SocialSpace) -> list[Place]:
    """The places that somebody put into the space: no boundary takes them out of it."""
    require(account, "landscape.read")
    return list(Place.objects.filter(space=space, space_by_hand=True, archived_at=None))


def followers_of(space: SocialSpace) -> QuerySet[SocialSpace]:
    """The spaces of today that may follow one: those that do, over any number of changes, or all where none does."""
    known = spaces_on(space.body, clock.today())
    today = {row.pk for row in known.today} - {space.pk}
    found = followers(space.pk, today=today, successors=known.successors)
    return SocialSpace.objects.filter(pk__in=found or today)


def space(account: Account, public_id: str) -> SocialSpace:
    """The social space of that public id. Raises SocialSpace.DoesNotExist."""
    require(account, "landscape.read")
    return SocialSpace.objects.select_related("body", "parent").get(public_id=public_id)
