"""What the address of the network asks for: all of it, one state of ties, or the surroundings of one actor."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor
from ratslinde.integration.landscape.queries.network import NetworkPicture, coordination_of, network_picture
from ratslinde.integration.landscape.rules.network import Network, TieState

READABLE, WHOLE = "lesbar", "ganz"
MANY = 80
"""A picture of more actors is first shown as a whole."""
STATES = [(state.name.lower(), f"nur {state}") for state in TieState]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`whole` is everything that is known, `shown` the part asked for; `coordination` is a key or ''."""

    whole: NetworkPicture
    shown: Network
    actor: str
    state: str
    coordination: str
    size: str

    @property
    def query(self) -> str:
        """The choices as a query, without the size of the picture."""
        asked = (("akteur", self.actor), ("stand", self.state), ("koordination", self.coordination))
        return urlencode({key: value for key, value in asked if value})


def asked_network(request: HttpRequest) -> Asked:
    """The network that is asked for; an actor or state that is not there is as if nothing was asked."""
    whole = network_picture(actor(request), the_body())
    key = request.GET.get("akteur", "")
    key = key if key in whole.network.actors else ""
    state = request.GET.get("stand", "")
    state = state if state in dict(STATES) else ""
    shown = whole.network.only(TieState[state.upper()]) if state else whole.network
    shown = shown.surrounding(key) if key else shown
    size = request.GET.get("groesse", "")
    return Asked(
        whole=whole,
        shown=shown,
        actor=key,
        state=state,
        coordination=coordination_of(whole.network, asked=request.GET.get("koordination", "")),
        size=size if size in (READABLE, WHOLE) else READABLE if len(shown.actors) <= MANY else WHOLE,
    )
