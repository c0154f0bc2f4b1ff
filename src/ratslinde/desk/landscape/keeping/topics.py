"""The topics (fields of action) on the page of a link: boxes, and what somebody does in those that are ticked anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import forms

from ratslinde.integration.keeping.activities import going_on, mark
from ratslinde.integration.landscape.models import Activity, ActivityRole, Actor, Extent, Term

DOING = {
    ActivityRole.OFFERS: "Wir bieten etwas an", ActivityRole.ADVISES: "Wir beraten",
    ActivityRole.REFERS: "Wir vermitteln weiter", ActivityRole.FUNDS: "Wir geben Geld",
    ActivityRole.LEADS: "Wir leiten", ActivityRole.REPRESENTS: "Wir vertreten Menschen oder Gruppen",
}  # fmt: skip
ALL_NAMED = [
    ("", "Das weiß ich nicht"), (Extent.ALL, "Ja, das sind alle"), (Extent.MORE, "Nein, es gibt noch andere"),
]  # fmt: skip


class TopicBoxes(forms.MultipleChoiceField):
    """Some of the town's topics, by their public ids."""

    def __init__(self, label: str, *, empty: str = "Nichts angekreuzt heißt: Das weiß ich nicht.") -> None:
        super().__init__(
            label=label, required=False, widget=forms.CheckboxSelectMultiple,
            help_text=f"Kreuzen Sie alle an, die passen. {empty}",
            error_messages={"invalid_choice": "Eines dieser Themen gibt es hier nicht."},
        )  # fmt: skip

    def offer(self, topics: Sequence[tuple[str, str]], ticked: Iterable[Term] = ()) -> None:
        """Offer the town's topics and those that are ticked now, also when the town has given them up."""
        known = {public_id for public_id, _ in topics}
        self.choices = [
            *topics,
            *((term.public_id, term.name) for term in ticked if term.public_id not in known),
        ]


class Doings:
    """What an actor does today, topic by topic."""

    def __init__(self, actor: Actor) -> None:
        self.rows = going_on(actor)
        self.fields = list(dict.fromkeys(row.field for row in self.rows))

    @property
    def ids(self) -> list[str]:
        """The public ids of the topics."""
        return [field.public_id for field in self.fields]

    def marks(self, ticked: Sequence[str], doing: str) -> tuple[str, ...]:
        """The marks that hold when these topics are ticked: as before where it was, the same for all new ones."""
        before = [mark(row.field, row.role) for row in self.rows if row.field.public_id in ticked]
        return (*before, *(f"{public_id} {doing}" for public_id in ticked if public_id not in self.ids))

    def words(self) -> list[str]:
        """'Sprache: bietet an, berät (Nordviertel)' of each topic."""
        return [
            f"{field}: {', '.join(_doing(row) for row in self.rows if row.field == field)}"
            for field in self.fields
        ]


def _doing(row: Activity) -> str:
    """What is done, and where, as far as somebody has said."""
    spaces = ", ".join(sorted(space.name for space in row.spaces.all()))
    where = "überall in der Stadt oder Gemeinde" if row.whole_town else spaces
    return f"{row.get_role_display()} ({where})" if where else str(row.get_role_display())
