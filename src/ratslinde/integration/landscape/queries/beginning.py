"""What of the landscape is set up already: a new town needs words, social spaces and entries, in this order."""

from __future__ import annotations

from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, SocialSpace, Taxonomy
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


@dataclass(frozen=True, kw_only=True)
class Begun:
    """Which of the first steps are done."""

    words: bool
    spaces: bool
    entries: bool

    @property
    def done(self) -> bool:
        """Whether nobody needs the first steps any more; social spaces can wait."""
        return self.words and self.entries


def begun(account: Account, body: Body) -> Begun:
    """Which of the first steps the town has done."""
    require(account, "landscape.read")
    return Begun(
        words=Taxonomy.objects.filter(body=body).exists(),
        spaces=SocialSpace.objects.filter(body=body, archived_at=None).exists(),
        entries=Actor.objects.filter(body=body, archived_at=None).exists(),
    )
