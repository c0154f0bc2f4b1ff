"""Is the record what it was? The chain is whole, and what is sent is what its versions compose."""

from __future__ import annotations

from collections.abc import Iterator

from ratslinde.record import chain
from ratslinde.record.models import Chain
from ratslinde.record.rebuilding import deviations


def verify(*, kept_head: str = "") -> Iterator[str]:
    """German sentences about everything that is wrong; none when all is well.

    `kept_head` is a head that somebody outside kept: it must occur in one of the chains.
    """
    broken = False
    for body in Chain.objects.order_by("body").values_list("body", flat=True):
        for fault in chain.faults(body):
            broken = True
            yield fault
    if kept_head and not chain.contains(kept_head):
        yield f"Der aufbewahrte Kopf {kept_head[:12]}… kommt in der Kette nicht vor."
    if broken:
        yield "Ob die Ausgaben stimmen, lässt sich erst sagen, wenn die Kette stimmt."
        return
    yield from deviations()
