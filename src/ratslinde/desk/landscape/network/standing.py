"""What is marked about single actors: who coordinates, who holds the net together, who is not tied in yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ratslinde.desk.landscape.network.asking import Asked
from ratslinde.desk.landscape.network.wording import Standing
from ratslinde.integration.landscape.queries.network import sees_names
from ratslinde.integration.landscape.rules.network_figures import breaking_points, unconnected
from ratslinde.verbs import Actor as Account

Standings = Mapping[str, Sequence[Standing]]


def standings(account: Account, asked: Asked) -> Standings:
    """The standings by the keys of actors, reckoned from the whole net whatever part of it is shown.

    Who may not see what the net says about single actors sees no bridges.
    """
    whole = asked.whole.network
    marked = {Standing.COORDINATION: {asked.whole.coordination} & set(whole.actors)}
    if sees_names(account):
        marked[Standing.BRIDGE] = set(breaking_points(whole))
    marked[Standing.ISOLATED] = set(unconnected(whole))
    return {key: [word for word, keys in marked.items() if key in keys] for key in whole.actors}
