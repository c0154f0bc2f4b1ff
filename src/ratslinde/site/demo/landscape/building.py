"""Building the landscape of the demo town as its integration manager would: words, map, tables, what else is known."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from ratslinde.integration.importing.actions import carry_out, decide, read_in
from ratslinde.integration.importing.models import Decision, Verdict
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import SocialSpace
from ratslinde.site.demo.landscape import texts
from ratslinde.site.demo.landscape.knowing import add_what_is_known
from ratslinde.site.demo.landscape.publishing import publish_everything
from ratslinde.site.demo.landscape.rows import Rows
from ratslinde.site.demo.landscape.translating import translate_everything
from ratslinde.site.demo.town import Cast
from ratslinde.site.wording import say

Step = Callable[[str], None]
DAYS = {"valid_from", "valid_until"}


def build_landscape(cast: Cast, *, progress: Step) -> None:
    """The landscape, published but for some drafts. Raises KeyError for a name in the texts that no table has."""
    progress(say("Handlungsfelder und Sozialräume", "Fields of action and social spaces"))
    taxonomies = actions.set_up_vocabulary(cast.manager, cast.body)
    _draw_spaces(cast)
    for name in texts.TABLES:
        progress(say(f"{name} wird eingelesen", f"Reading in {name}"))
        _read_in(cast, name)
    rows = Rows.of(cast.body)
    progress(say("Zusammenarbeit, Kontakte, Ressourcen", "Cooperation, contacts, resources"))
    add_what_is_known(cast, rows)
    progress(say("Übersetzungen", "Translations"))
    translate_everything(cast, rows)
    progress(say("Akteure und Angebote werden veröffentlicht", "Publishing actors and offers"))
    publish_everything(cast, rows, taxonomies=taxonomies)


def _draw_spaces(cast: Cast) -> None:
    drawn: dict[str, SocialSpace] = {}
    for feature in texts.spaces():
        values: dict[str, Any] = dict(feature["properties"])
        for name in DAYS & values.keys():
            values[name] = datetime.date.fromisoformat(values[name])
        before = [drawn[code] for code in values.pop("predecessors", ())]
        drawn[values["code"]] = actions.add_space(
            cast.manager, cast.body, geometry=feature["geometry"], predecessors=before, **values
        )


def _read_in(cast: Cast, name: str) -> None:
    """Read a table in; rows that look alike are different ones here."""
    run = read_in(cast.manager, cast.body, name=name, data=texts.table(name))
    alike = run.rows.filter(verdict=Verdict.OPEN).values_list("number", flat=True)
    if alike:
        decide(cast.manager, run, decisions=dict.fromkeys(alike, (Decision.NEW, "")))
    carry_out(cast.manager, run)
