"""A strict client: walks every link from the system and says, in sentences, which rule of OParl 1.1 is broken where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tests.opendata.specification import BACK, TYPES

TYPE_ROOT = "https://schema.oparl.org/1.1/"
_DATE = r"\d{4}-\d\d-\d\d"
_SCALARS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: (
        isinstance(value, str) and value.strip() != "" and not re.search(r"[\x00-\x09\x0b-\x1f]", value)
    ),
    "url": lambda value: isinstance(value, str) and bool(re.fullmatch(r"https?://[!-~]+", value)),
    "date": lambda value: isinstance(value, str) and bool(re.fullmatch(_DATE, value)),
    "moment": lambda value: (
        isinstance(value, str) and bool(re.fullmatch(rf"{_DATE}T\d\d:\d\d:\d\d[+-]\d\d:\d\d", value))
    ),
    "flag": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
}


class Crawler:
    """`faults` is empty when all is well; `objects` are all objects by address, `lists` all lists' objects in order."""

    def __init__(self, client: Any, *, base: str, page_size: int = 100) -> None:
        self.client, self.base, self.page_size = client, base, page_size
        self.faults: list[str] = []
        self.objects: dict[str, dict] = {}
        self.lists: dict[str, list[dict]] = {}
        self._embedded: list[tuple[str, str, dict]] = []
        self._links: list[tuple[str, str, str, str]] = []

    def crawl(self) -> Crawler:
        waiting = [(f"{self.base}/oparl/v1.1/system", "System", False)]
        while waiting:
            address, kind, is_list = waiting.pop()
            if address in (self.lists if is_list else self.objects):
                continue
            if is_list:
                self._list(address, kind)
                waiting += [(each["id"], kind, False) for each in self.lists[address]]
                continue
            found = self.objects[address] = self._get(address)
            self._check(found, kind, where=address, read_from=address)
            waiting += self._ahead(found)
        self._check_whole()
        return self

    def _get(self, address: str) -> dict:
        path = address.removeprefix(self.base)
        if path == address:
            self._fault(address, "another host")
        response, head = self.client.get(path), self.client.head(path)
        same = {name: value for name, value in response.headers.items() if value != head.headers.get(name)}
        for ok, rule in (
            (response.status_code == 200, f"status {response.status_code}"),
            (response.headers.get("Access-Control-Allow-Origin") == "*", "CORS"),
            (response.headers["Content-Type"] == "application/json", "media type"),
            ("Set-Cookie" not in response.headers and not response.cookies, "cookie"),
            (head.content == b"" and head.status_code == 200 and not same, f"HEAD differs from GET: {same}"),
            (
                b"\x1f" not in response.content and not response.content.startswith(b"\xef\xbb\xbf"),
                "raw bytes",
            ),
            (b"&amp;" not in response.content and b"&quot;" not in response.content, "HTML escapes"),
        ):
            if not ok:
                self._fault(address, rule)
        return response.json()

    def _list(self, address: str, kind: str) -> None:
        objects: list[dict] = []
        sizes = []
        page: str | None = f"{address}?limit={self.page_size}"
        while page:
            found = self._get(page)
            if set(found) != {"data", "pagination", "links"} or None in found["links"].values():
                self._fault(page, "form of a list")
            if (
                found["links"].get("self") not in (None, page)
                or f"limit={self.page_size}" not in found["links"]["first"]
            ):
                self._fault(page, f"links {found['links']}")
            sizes.append((len(found["data"]), found["pagination"].get("elementsPerPage")))
            objects += found["data"]
            page = found["links"].get("next")
            if page and not found["data"]:
                self._fault(page, "an empty page with a next one")
                break
        if any(size != (self.page_size, self.page_size) for size in sizes[:-1]):
            self._fault(address, f"page sizes {sizes}")
        if len({each["id"] for each in objects}) != len(objects):
            self._fault(address, "an object twice")
        if any(each.get("deleted") for each in objects):
            self._fault(address, "a deleted object in an unfiltered list")
        if [each["created"] for each in objects] != sorted(
            (each["created"] for each in objects), reverse=True
        ):
            self._fault(address, "not newest first")
        self.lists[address] = objects
        for each in objects:
            self._check(each, kind, where=f"{address} → {each.get('id')}")

    def _ahead(self, found: dict) -> list[tuple[str, str, bool]]:
        kind = found["type"].removeprefix(TYPE_ROOT)
        ahead = []
        for name, value in found.items():
            form = TYPES[kind].get(name, "").strip("![]")
            for each in value if isinstance(value, list) else [value]:
                if form.startswith((">", "=")):
                    ahead.append((each, form[1:], form.startswith("=")))
                elif form in TYPES:
                    ahead.append((each["id"], form, False))
        return ahead

    def _check(
        self, value: Any, kind: str, *, where: str, read_from: str = "", inside: tuple[str, str] | None = None
    ) -> None:
        if not isinstance(value, dict) or value.get("type") != TYPE_ROOT + kind:
            self._fault(where, f"no {kind}")
            return
        self._check_identity(value, where=where, read_from=read_from)
        if value.get("deleted"):
            bare = set(value) == {"id", "type", "created", "modified", "deleted"}
            if not bare or inside or value["deleted"] is not True:
                self._fault(where, "deleted, but embedded or not bare")
            return
        for name, form in TYPES[kind].items():
            if form.startswith("!") and name not in value:
                self._fault(where, f"{name} is missing")
        if value["modified"] < value["created"]:
            self._fault(where, "modified before created")
        for name, each in value.items():
            self._attribute(value, kind, name, each, where=where)
        if inside and BACK[inside] in value:
            self._fault(where, f"embedded with its back reference {BACK[inside]}")

    def _check_identity(self, value: dict, *, where: str, read_from: str) -> None:
        if read_from and value["id"] != read_from:
            self._fault(where, f"id {value['id']}")
        if urlsplit(value["id"]).query or not value["id"].startswith(f"{self.base}/oparl/v1.1/"):
            self._fault(where, "id is not canonical")

    def _attribute(self, holder: dict, kind: str, name: str, value: Any, *, where: str) -> None:
        if ":" in name:
            if name.count(":") != 1 or not isinstance(value, str | int | bool) or value == "":
                self._fault(where, f"vendor attribute {name}")
            return
        form = TYPES[kind].get(name)
        if form is None:
            self._fault(where, f"unknown attribute {name}")
            return
        required, form = form.startswith("!"), form.removeprefix("!")
        if form.startswith("[") != isinstance(value, list) or (value == [] and not required):
            self._fault(where, f"{name} as {type(value).__name__}, {value!r}")
            return
        for each in value if isinstance(value, list) else [value]:
            self._single(holder, kind, name, each, form=form.strip("[]"), where=where)

    def _single(self, holder: dict, kind: str, name: str, value: Any, *, form: str, where: str) -> None:
        if form in TYPES:
            self._check(value, form, where=f"{where} . {name}", inside=(kind, name))
            self._embedded.append((holder["id"], f"{kind}.{name}", value))
        elif form.startswith((">", "=")):
            if not _SCALARS["url"](value):
                self._fault(where, f"{name} is no address")
            if form.startswith(">"):
                self._links.append((holder["id"], name, value, form[1:]))
        elif not _SCALARS[form](value):
            self._fault(where, f"{name} is no {form}: {value!r}")

    def _check_whole(self) -> None:
        for holder, place, part in self._embedded:
            self._check_embedded(holder, place, part)
        for holder, name, target, kind in self._links:
            found = self.objects.get(target, {})
            if found.get("type") != TYPE_ROOT + kind or found.get("deleted"):
                self._fault(holder, f"{name} points to {target}, which is no {kind} any more")
        alone = {**self.objects}
        for address, objects in self.lists.items():
            for each in objects:
                if alone[each["id"]] != each:
                    self._fault(address, f"{each['id']} stands otherwise in the list")
        self._check_agenda()
        self._check_listed()

    def _check_embedded(self, holder: str, place: str, part: dict) -> None:
        alone = self.objects[part["id"]]
        if {**alone, **part} != alone:
            self._fault(holder, f"{place} differs from {part['id']}")
        kind, name = place.split(".")
        back = alone.get(BACK[kind, name])
        if holder not in (back if isinstance(back, list) else [back]):
            self._fault(part["id"], f"does not name {holder}")

    def _check_agenda(self) -> None:
        for address, found in self.objects.items():
            orders = (
                [item["order"] for item in found.get("agendaItem", [])]
                if found["type"].endswith("Meeting")
                else []
            )
            if orders != list(range(len(orders))):
                self._fault(address, f"order {orders}")

    def _check_listed(self) -> None:
        """Every object that anything links to stands in the list of its kind."""
        listed = {each["id"] for objects in self.lists.values() for each in objects}
        for address, found in self.objects.items():
            if address not in listed and not found["type"].endswith("System"):
                self._fault(address, "stands in no list")

    def by_type(self) -> dict[str, list[dict]]:
        groups = defaultdict(list)
        for found in self.objects.values():
            groups[found["type"].removeprefix(TYPE_ROOT)].append(found)
        return groups

    def _fault(self, where: str, what: str) -> None:
        self.faults.append(f"{where}: {what}")
