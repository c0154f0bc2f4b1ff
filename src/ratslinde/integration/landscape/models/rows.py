"""What every row of the landscape has besides what every desk row has."""

from __future__ import annotations

import uuid

from django.db import models

from ratslinde.council.bodies.models import Body
from ratslinde.kernel import clock
from ratslinde.verbs.rows import DeskRow


class LandscapeRow(DeskRow):
    """`standard_id` is the UUID that open data knows the row by: it stays when the row is imported elsewhere.

    `stated_at` is when somebody last changed what the row says, here or in the system it came from.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    standard_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stated_at = models.DateTimeField(default=clock.now, editable=False)
    archived_at = models.DateTimeField("Abgelegt am", null=True, blank=True, editable=False)

    class Meta:
        abstract = True
