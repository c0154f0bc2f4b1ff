"""How far the worker is with publishing many entries."""

from __future__ import annotations

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.actions.publishing_runs import TASK
from ratslinde.integration.landscape.models import PublishingRun
from ratslinde.journal.models import Task
from ratslinde.journal.queue import MOST_ATTEMPTS
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


def run(account: Account, public_id: str) -> PublishingRun:
    """The run of that public id. Raises PublishingRun.DoesNotExist."""
    require(account, "landscape.publish")
    return PublishingRun.objects.get(public_id=public_id)


def under_way(account: Account, body: Body) -> list[PublishingRun]:
    """The runs that are not over, the latest first."""
    require(account, "landscape.publish")
    return [each for each in PublishingRun.objects.filter(body=body) if not each.is_over]


def has_stopped(found: PublishingRun) -> bool:
    """Whether the worker has given the run up: nothing more happens by itself."""
    tasks = Task.objects.filter(handler=TASK, key__startswith=found.public_id, done_at=None)
    return not found.is_over and not tasks.filter(attempts__lt=MOST_ATTEMPTS).exists()
