"""Whatever is published, withdrawn, published again and linked otherwise, in whatever order: what is sent is what a
simple model of the town composes from scratch, and nothing else is left anywhere.
"""

from __future__ import annotations

import datetime
import itertools
import json
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from ratslinde.kernel import clock
from ratslinde.record.erasing import erase
from ratslinde.record.models import Published, Version
from ratslinde.record.publishing import publish
from ratslinde.record.rebuilding import rebuild
from ratslinde.record.search import search
from ratslinde.record.values import Value
from ratslinde.record.verifying import verify

from . import objects

KINDS = {
    "i": "agendaItem",
    "m": "meeting",
    "c": "consultation",
    "p": "paper",
    "l": "location",
    "o": "organization",
}
ROOT = "https://x/oparl/v1.1/"
IDS = {
    letter: [f"{letter}{number}" for number in range(count)]
    for letter, count in zip("imcplo", (4, 2, 3, 2, 2, 1), strict=True)
}


def some(letter: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(IDS[letter]), unique=True, max_size=4).map(tuple)


def one(letter: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *IDS[letter]])


class Wish(dict):
    """What the model knows of a statement: `name` and its links."""


WISHES = st.one_of(
    st.builds(lambda key: (key, Wish()), st.sampled_from(IDS["i"])),
    st.builds(lambda key: (key, Wish()), st.sampled_from(IDS["l"])),
    st.builds(lambda key: (key, Wish()), st.sampled_from(IDS["o"])),
    st.builds(lambda key, items, place, orgs: (key, Wish(items=items, place=place, orgs=orgs)),
              st.sampled_from(IDS["m"]), some("i"), one("l"), some("o")),
    st.builds(lambda key, item, org: (key, Wish(item=item, org=org)), st.sampled_from(IDS["c"]), one("i"), one("o")),
    st.builds(lambda key, steps: (key, Wish(steps=steps)), st.sampled_from(IDS["p"]), some("c")),
)  # fmt: skip
ANY_ID = st.sampled_from(list(itertools.chain(*IDS.values())))


class Town(RuleBasedStateMachine):
    """The machine: `alive` and `born` (in order of first publication) are the model."""

    seconds = 0.0

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.alive: dict[str, Wish] = {}
        self.born: list[str] = []
        self.names: list[str] = []
        self.last: dict[str, tuple[datetime.datetime, Any]] = {}

    def teardown(self) -> None:
        try:
            objects.work()
            for name in self.names:
                found = {hit.id for hit in search(name, per_page=50).hits}
                assert found == {
                    key for key, wish in self.alive.items() if wish["name"] == name and key[0] in "impo"
                }
        finally:
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        self.publish_some(
            [("i0", Wish()), ("i1", Wish()), ("m0", Wish(items=("i0", "i1", "i2"), place="l0", orgs=("o0",)))]
        )

    @rule(wishes=st.lists(WISHES, min_size=1, max_size=4, unique_by=lambda wish: wish[0]))
    def publish_some(self, wishes: list[tuple[str, Wish]]) -> None:
        values = []
        for key, wish in wishes:
            name = f"wort{len(self.names)}"
            self.names.append(name)
            known = Wish(wish, name=name)
            values.append(self.value(key, known))
            self.alive[key] = known
            self.born += [key] if key not in self.born else []
        self.change(values, ())

    @rule(keys=st.lists(ANY_ID, min_size=1, max_size=3, unique=True))
    def withdraw(self, keys: list[str]) -> None:
        for key in keys:
            self.alive.pop(key, None)
        self.change([], keys)

    @rule(data=st.data(), keys=st.lists(ANY_ID, min_size=1, max_size=3, unique=True))
    def publish_the_same_again(self, data: st.DataObject, keys: list[str]) -> None:
        values = [self.value(key, self.alive[key]) for key in keys if key in self.alive]
        before = list(Published.objects.order_by("pk").values())
        assert publish(values) == []
        assert list(Published.objects.order_by("pk").values()) == before

    @rule(keys=st.lists(ANY_ID, min_size=1, max_size=3, unique=True))
    def erase_what_was_withdrawn(self, keys: list[str]) -> None:
        for key in keys:
            if key in self.born and key not in self.alive:
                erase(key, reason="Grund")
                assert not Version.objects.filter(object_id=key, erased_at=None).exists()

    @rule(keys=st.lists(ANY_ID, min_size=1, max_size=6, unique=True))
    def lose_rows_and_rebuild(self, keys: list[str]) -> None:
        Published.objects.filter(pk__in=keys).delete()
        Published.objects.filter(kind="agendaItem").update(embedded="{}")
        rebuild()

    def change(self, values: list[Value], gone) -> None:
        type(self).seconds += 10
        publish(values, withdrawals=[objects.gone(KINDS[key[0]], key) for key in gone])

    def value(self, key: str, wish: Wish) -> Value:
        name = wish["name"]
        if key[0] == "i":
            return objects.item(key, name=name, text=name)
        if key[0] == "m":
            return objects.meeting(
                *wish["items"], public_id=key, name=name, place=wish["place"], organizations=wish["orgs"]
            )
        if key[0] == "c":
            return objects.consultation(key, agenda_item=wish["item"], organization=wish["org"])
        if key[0] == "p":
            return objects.paper(key, name=name, consultations=wish["steps"])
        return objects.place(key, room=name) if key[0] == "l" else objects.organization(key, name=name)

    # The model: from scratch, by plain loops over what is alive.

    def url(self, key: str) -> str:
        return f"{ROOT}{KINDS[key[0]]}/{key}"

    def holders(self, key: str, attribute: str) -> list[str]:
        """Oldest first."""
        found = [each for each in self.born if each in self.alive and self.holds(each, attribute, key)]
        return sorted(found, key=self.born.index)

    def holds(self, holder: str, attribute: str, key: str) -> bool:
        linked = self.alive[holder].get(attribute, ())
        return key == linked if isinstance(linked, str) else key in linked

    def part(self, key: str) -> dict[str, Any]:
        """As it stands inside another one."""
        wish, found = self.alive[key], {"id": self.url(key)}
        links = {
            "i": lambda: {"name": wish["name"], "public": True, "order": self.order(key), **self.first(key)},
            "m": lambda: {
                "name": wish["name"],
                "agendaItem": [self.part(each) for each in wish["items"] if each in self.alive],
                "location": self.part(wish["place"]) if wish["place"] in self.alive else None,
                "organization": [self.url(each) for each in wish["orgs"] if each in self.alive],
            },
            "c": lambda: {
                "agendaItem": self.url(wish["item"]) if wish["item"] in self.alive else None,
                "organization": [self.url(wish["org"])] if wish["org"] in self.alive else [],
            },
            "p": lambda: {
                "name": wish["name"],
                "consultation": [self.part(each) for each in wish["steps"] if each in self.alive],
            },
            "l": lambda: {"room": wish["name"]},
            "o": lambda: {"name": wish["name"], "meeting": f"{self.url(key)}/meeting",
                          "consultation": f"{self.url(key)}/consultation"},
        }  # fmt: skip
        return {name: value for name, value in (found | links[key[0]]()).items() if value not in (None, [])}

    def first(self, key: str) -> dict[str, str]:
        found = self.holders(key, "item")
        return {"consultation": self.url(found[0])} if found else {}

    def order(self, key: str) -> int:
        for holder in self.holders(key, "items"):
            return [each for each in self.alive[holder]["items"] if each in self.alive].index(key)
        return 0

    def alone(self, key: str) -> dict[str, Any]:
        """As it is sent on its own: with what it is part of, and its body."""
        back = {"i": ("items", "meeting"), "l": ("place", "meetings"), "c": ("steps", "paper")}
        found = self.part(key)
        if key[0] in back:
            attribute, name = back[key[0]]
            holders = [self.url(each) for each in self.holders(key, attribute)]
            found |= ({name: holders} if name == "meetings" else {name: holders[0]}) if holders else {}
        return found | ({"body": f"{ROOT}body/{objects.BODY}"} if key[0] in "po" else {})

    def says(self, key: str) -> tuple[Any, ...]:
        """What moves `modified`: what is seen of it and of its parts, and the lists it stands in."""
        wish = self.alive[key]
        inside = (*wish.get("items", ()), *wish.get("steps", ()), wish.get("place", ""))
        seen = (
            self.part(key),
            "" if key[0] == "c" else wish["name"],
            wish.get("orgs", ()),
            wish.get("org", ""),
        )
        return (*seen, [self.says(each) for each in inside if each in self.alive])

    # What must hold after every step.

    @invariant()
    def what_is_sent_is_what_the_model_composes(self) -> None:
        for row in Published.objects.all():
            assert row.deleted == (row.pk not in self.alive)
            if not row.deleted:
                assert bare(row.standalone) == self.alone(row.pk)
                assert bare(row.embedded) == self.part(row.pk)

    @invariant()
    def nothing_is_left_of_what_is_not_public(self) -> None:
        now = {wish["name"] for wish in self.alive.values()}
        columns = [field.attname for field in Published._meta.concrete_fields]
        everything = "\n".join(str(cell) for row in Published.objects.values_list(*columns) for cell in row)
        left = {name for name in self.names if name not in now and f"{name}'" in everything.replace('"', "'")}
        assert not left

    @invariant()
    def places_are_without_gap_and_links_lead_to_what_is_public(self) -> None:
        for key in self.alive:
            sent = objects.sent(key)
            items = sent.get("agendaItem", []) if key[0] == "m" else []
            if all(self.holders(each["id"].split("/")[-1], "items") == [key] for each in items):
                assert [each["order"] for each in items] == list(range(len(items)))
            linked = [
                text
                for text in strings(sent)
                if text.startswith(ROOT) and len(text.removeprefix(ROOT).split("/")) == 2
            ]
            assert {text.split("/")[-1] for text in linked} <= {*self.alive, objects.BODY}

    @invariant()
    def modified_moves_exactly_with_what_an_object_says_and_never_back(self) -> None:
        for row in Published.objects.all():
            says = self.says(row.pk) if row.pk in self.alive else None
            if row.pk in self.last:
                before, said = self.last[row.pk]
                assert (row.modified > before) if says != said else (row.modified == before)
            assert row.created <= row.modified
            self.last[row.pk] = (row.modified, says)

    @invariant()
    def the_record_verifies(self) -> None:
        assert list(verify()) == []


def bare(text: str) -> dict[str, Any]:
    """Without dates, type and page address."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: strip(item)
                for key, item in value.items()
                if key not in ("created", "modified", "type", "web")
            }
        return [strip(item) for item in value] if isinstance(value, list) else value

    return strip(json.loads(text.replace("\x1f", "https://x/")))


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return list(itertools.chain(*(strings(item) for item in value.values())))
    if isinstance(value, list):
        return list(itertools.chain(*(strings(item) for item in value)))
    return [value] if isinstance(value, str) else []


@pytest.mark.django_db
def test_the_record_is_what_a_simple_model_says(monkeypatch: pytest.MonkeyPatch):
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + datetime.timedelta(seconds=Town.seconds))
    checks = [*settings.default.suppress_health_check, HealthCheck.data_too_large]
    phases = [Phase.explicit, Phase.generate]  # making a failure smaller would take minutes
    wanted = settings(
        max_examples=40,
        stateful_step_count=10,
        suppress_health_check=checks,
        phases=phases,
        database=None,
    )
    run_state_machine_as_test(Town, settings=wanted)
