"""Whom to ask and how."""

from __future__ import annotations

import datetime

from ratslinde.record.hsds.base import Hsds


class Phone(Hsds, frozen=True, kw_only=True):
    """How to call."""

    number: str
    type: str = ""


class Contact(Hsds, frozen=True, kw_only=True):
    """Whom to ask; `name` only with a dated consent, `title` is the office.

    `x_name_consent_on`: its day, without which nobody may take the name over.
    """

    name: str = ""
    title: str = ""
    email: str = ""
    phones: tuple[Phone, ...] = ()
    x_name_consent_on: datetime.date | None = None
