"""All social spaces from one file: first what that would do, district by district; then the act, taken back as one."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.restating import keep_added
from ratslinde.integration.landscape.models import SocialSpace
from ratslinde.integration.landscape.rules import geography
from ratslinde.integration.landscape.rules.districts import District
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
MOVED = "Inzwischen hat jemand anderes Sozialräume geändert. Bitte sehen Sie noch einmal nach."


@dataclass(frozen=True, kw_only=True)
class DistrictPlan:
    """What a district would become: a new space, or another boundary of `space`. `number`: its place in the file.

    `refusal`: why neither; `same`: the space has this boundary already. Areas are square kilometres, None without one.
    """

    number: int
    name: str
    geometry: dict[str, Any] | None
    space: SocialSpace | None = None
    refusal: str = ""
    same: bool = False

    @property
    def standing(self) -> SocialSpace | None:
        """The space that would change; None for a new one, also where one of that name was put away."""
        return self.space if self.space is not None and self.space.archived_at is None else None

    @property
    def chosen(self) -> bool:
        """Whether it can be ticked."""
        return not (self.refusal or self.same)

    @property
    def loses_nothing(self) -> bool:
        """Whether no boundary that stands is replaced."""
        return self.chosen and (self.standing is None or self.standing.geometry is None)

    @property
    def seen(self) -> str:
        """What was looked at: another answer on the next look means that somebody was there meanwhile."""
        return (
            f"{self.number}:{self.space.public_id}:{self.space.revision}"
            if self.space
            else f"{self.number}:neu"
        )

    @property
    def before(self) -> float | None:
        """The area as it stands."""
        return _area(self.standing.geometry) if self.standing else None

    @property
    def after(self) -> float | None:
        """The area in the file."""
        return _area(self.geometry)


def plan(body: Body, found: Sequence[District], *, names: str) -> list[DistrictPlan]:
    """What each district would become, with its name out of the property `names`; nothing is changed."""
    spaces = list(SocialSpace.objects.filter(body=body))
    called = [each.texts.get(names, "") for each in found]
    often = Counter(map(_code, called))
    return [
        _planned(number, each, name, spaces, twice=often[_code(name)] > 1)
        for number, (each, name) in enumerate(zip(found, called, strict=True), 1)
    ]


@action("space.edit")
def set_up_spaces(
    account: Account, body: Body, /, *, found: Sequence[District], names: str, seen: Sequence[str]
) -> uuid.UUID:
    """Add or redraw the spaces of the chosen districts; `seen` as they were looked at. Returns what takes it back.

    Raises Conflict, and does nothing, where one of them would become something else by now.
    """
    list(SocialSpace.objects.select_for_update().filter(body=body).order_by("pk").values_list("pk"))
    chosen = {each.seen: each for each in plan(body, found, names=names) if each.chosen}
    if not seen:
        raise Refused("Bitte mindestens einen Sozialraum ankreuzen.")
    if not chosen.keys() >= set(seen):
        raise Conflict(MOVED)
    batch = uuid.uuid4()
    for each in map(chosen.__getitem__, dict.fromkeys(seen)):
        _set_up(account, body, each, batch=batch)
    return batch


def _set_up(account: Account, body: Body, each: DistrictPlan, *, batch: uuid.UUID) -> None:
    if each.space is None:
        added = actions.add_space(account, body, name=each.name, geometry=each.geometry)
        keep_added(account, added, batch=batch)
        return
    changes: Mapping[str, Any] = {"geometry": each.geometry}
    if each.space.archived_at is not None:  # taken back before: it comes back as the same space
        changes = {**changes, "archived_at": None}
    actions.edit_space(account, each.space, changes=changes, revision=each.space.revision, batch=batch)


def _planned(
    number: int, each: District, name: str, spaces: Sequence[SocialSpace], *, twice: bool
) -> DistrictPlan:
    space = next((row for row in spaces if row.code == _code(name) or _same(row.name, name)), None)
    return DistrictPlan(
        number=number,
        name=name,
        geometry=each.geometry,
        space=space,
        refusal=each.refusal or _refusal(name, space, twice=twice),
        same=space is not None and space.archived_at is None and space.geometry == each.geometry,
    )


def _refusal(name: str, space: SocialSpace | None, *, twice: bool) -> str:
    if not _code(name):
        return "Hier steht kein Name."
    if len(name) > 120:
        return "Der Name ist zu lang."
    if twice:
        return "Diesen oder fast denselben Namen haben mehrere Flächen der Datei."
    if space is not None and space.valid_until is not None and space.valid_until < clock.today():
        return "Den Sozialraum dieses Namens gibt es nicht mehr; seine Grenze bleibt, wie sie war."
    return ""


def _code(name: str) -> str:
    return slug(name)[:30]


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()


def _area(geometry: dict[str, Any] | None) -> float | None:
    return geography.square_kilometres(geometry) if geometry else None
