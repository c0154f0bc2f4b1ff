"""What waits in the inbox about the entry that a page shows."""

from __future__ import annotations

from django import template

from ratslinde.desk.inbox import queries
from ratslinde.verbs import Actor

register = template.Library()


@register.inclusion_tag("desk/inbox/about.html")
def sent_in(actor: Actor, public_id: str) -> dict[str, object]:
    """{% sent_in actor offer.public_id %}: nothing for who does not decide about it."""
    return {"found": queries.about(actor, public_id)}
