"""Papers: draft, edit, their way, attachments, on and off the agenda, publish, withdraw."""

from ratslinde.council.papers.actions.agenda import (
    put_on_agenda,
    take_off_agenda,
)
from ratslinde.council.papers.actions.documents import (
    attach,
    detach,
)
from ratslinde.council.papers.actions.drafting import (
    draft_paper,
    edit_paper,
)
from ratslinde.council.papers.actions.publishing import (
    publish_paper,
    publish_session,
    withdraw_paper,
)
from ratslinde.council.papers.actions.way import (
    add_consultation,
    edit_consultation,
    order_consultations,
    plan_report,
    remove_consultation,
    remove_report,
)

__all__ = [
    "add_consultation",
    "attach",
    "detach",
    "draft_paper",
    "edit_consultation",
    "edit_paper",
    "order_consultations",
    "plan_report",
    "publish_paper",
    "publish_session",
    "put_on_agenda",
    "remove_consultation",
    "remove_report",
    "take_off_agenda",
    "withdraw_paper",
]
