"""An invented town with one published year, made of `Value`s: what the public pages are tried on."""

from __future__ import annotations

from ratslinde.record.publishing import publish
from ratslinde.record.values import Withdrawal
from tests.portal.town.bodies import bodies, people, town
from tests.portal.town.ids import (
    BODY,
    CANCELLED,
    COUNCIL,
    DEPUTY,
    GONE,
    GROUP,
    HELD,
    HELD_DAY,
    LIST,
    NEXT,
    NOTICE,
    OFFICE,
    PAGE,
    PAPER,
    PERSON,
    REPORT,
)
from tests.portal.town.papers import documents, gone_paper, papers
from tests.portal.town.sessions import cancelled_session, meeting, next_session, session

__all__ = [
    "BODY",
    "CANCELLED",
    "COUNCIL",
    "DEPUTY",
    "GONE",
    "GROUP",
    "HELD",
    "HELD_DAY",
    "LIST",
    "NEXT",
    "NOTICE",
    "OFFICE",
    "PAGE",
    "PAPER",
    "PERSON",
    "REPORT",
    "meeting",
    "publish_town",
    "session",
]


def publish_town() -> None:
    """Publish the town, and withdraw one paper of it."""
    publish(
        [
            *town(),
            *bodies(),
            *people(),
            *documents(),
            *papers(),
            *session(HELD),
            *next_session(),
            *cancelled_session(),
        ]
    )
    publish([gone_paper()])
    publish([], withdrawals=[Withdrawal(kind="paper", id=GONE, body=BODY)])
