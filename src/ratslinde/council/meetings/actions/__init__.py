"""Meetings and their agenda: draft, edit, put on, take off, order, results, documents, publish, withdraw."""

from ratslinde.council.meetings.actions.agenda import (
    add_item,
    edit_item,
    number_items,
    order_items,
    remove_item,
)
from ratslinde.council.meetings.actions.documents import (
    attach_minutes,
    attach_to_item,
    attach_to_meeting,
    choose_invitation,
    detach,
)
from ratslinde.council.meetings.actions.drafting import (
    draft_meeting,
    edit_meeting,
)
from ratslinde.council.meetings.actions.publishing import (
    publish_meeting,
    refuse_blocked,
    withdraw_meeting,
)

__all__ = [
    "add_item",
    "attach_minutes",
    "attach_to_item",
    "attach_to_meeting",
    "choose_invitation",
    "detach",
    "draft_meeting",
    "edit_item",
    "edit_meeting",
    "number_items",
    "order_items",
    "publish_meeting",
    "refuse_blocked",
    "remove_item",
    "withdraw_meeting",
]
