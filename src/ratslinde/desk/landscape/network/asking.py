"""What the address of the network asks for: all of it, one state of ties, or the surroundings of one actor."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor
from ratslinde.integration.landscape.queries.network import NetworkPicture, network_picture
from ratslinde.integration.landscape.rules.network import Network, TieState

READABLE, WHOLE = "lesbar", "ganz"
MANY = 80
"""A picture of more actors is first shown as a whole."""
STATES = [(state.name.lower(), f"nur {state}") for state in TieState]
LEFT_OUT = "ohne"
ACTORS, TIES = "akteure", "verbindungen"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`whole` is everything that is known, `shown` the part asked for; `actor` is a key or ''.

    `left_out`: whether the coordination was left out. `table`: which half of the table twin stands on the page.
    """

    whole: NetworkPicture
    shown: Network
    actor: str
    state: str
    left_out: bool
    size: str
    table: str

    @property
    def query(self) -> str:
        """The choices as a query, without the size of the picture and the page of the table."""
        return urlencode(self.chosen)

    @property
    def state_words(self) -> str:
        """The state that is asked for, in words: 'nur bestätigt'; '' for all."""
        return dict(STATES).get(self.state, "")

    def around(self, key: str) -> str:
        """The query for the surroundings of that actor, with everything else as chosen."""
        return urlencode((("akteur", key), *(each for each in self.chosen if each[0] != "akteur")))

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The choices by their words in addresses."""
        left_out = LEFT_OUT if self.left_out else ""
        asked = (("akteur", self.actor), ("stand", self.state), ("koordination", left_out))
        return tuple((key, value) for key, value in asked if value)


def asked_network(request: HttpRequest) -> Asked:
    """The network that is asked for; an actor or state that is not there is as if nothing was asked."""
    whole, asked = network_picture(actor(request), the_body()), request.GET
    left_out = bool(whole.coordination) and asked.get("koordination") == LEFT_OUT
    rest = whole.network.without(whole.coordination) if left_out else whole.network
    key = asked.get("akteur", "")
    key = key if key in rest.actors else ""
    state = asked.get("stand", "")
    state = state if state in dict(STATES) else ""
    shown = rest.only(TieState[state.upper()]) if state else rest
    shown = shown.surrounding(key) if key else shown
    size = asked.get("groesse", "")
    return Asked(
        whole=whole,
        shown=shown,
        actor=key,
        state=state,
        left_out=left_out,
        size=size if size in (READABLE, WHOLE) else READABLE if len(shown.actors) <= MANY else WHOLE,
        table=TIES if asked.get("tabelle") == TIES else ACTORS,
    )
