"""What the filters of the offers offer, with how many each choice leaves, and what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from ratslinde.portal.directory import languages
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.facets import YES
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.portal.directory.wish import SWITCHES, Wish

OFFERS = "angebote/"
Options = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A filter that is set, and the address of the list without it."""

    label: str
    value: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A field of action to choose: its page of the list and how many offers it has."""

    name: Shown
    address: str
    number: int


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Options are (value, label with count). `switches`: the number behind each box to tick."""

    topics: Options
    languages: Options
    areas: Options
    switches: Mapping[str, int]


def choices(
    catalogue: Catalogue, counts: Mapping[str, Mapping[str, int]], wish: Wish, language: PageLanguage
) -> Choices:
    """The choices; what is chosen stays among them even where it finds nothing."""
    topics, areas = counts["topic"], counts["area"]
    spoken = sorted(
        {*counts["language"], wish.language} - {""},
        key=lambda code: (code != language.code, _name(code, language)),
    )
    return Choices(
        topics=[
            (code, f"{shown(term, 'name', language)} ({topics.get(code, 0)})")
            for code, term in catalogue.topics.items()
            if code in topics or code == wish.topic
        ],
        languages=[
            (code, f"{languages.label_of(code, language)} ({counts['language'].get(code, 0)})")
            for code in spoken
        ],
        areas=[
            (key, f"{name} ({areas.get(key, 0)})")
            for key, name in catalogue.areas.items()
            if key == wish.area or (key in areas and key not in catalogue.spaces.replaced)
        ],
        switches={name: counts[name].get(YES, 0) for name in SWITCHES},
    )


def topic_links(catalogue: Catalogue, counts: Mapping[str, int], language: PageLanguage) -> list[Topic]:
    """The fields of action that have offers."""
    return [
        Topic(
            name=shown(term, "name", language),
            address=address(language, OFFERS, Wish(topic=code).query),
            number=counts[code],
        )
        for code, term in catalogue.topics.items()
        if code in counts
    ]


def chosen(catalogue: Catalogue, wish: Wish, language: PageLanguage, *, path: str = OFFERS) -> list[Chosen]:
    """The filters that are set, without the words, on the page at the German `path`."""
    labels = part_labels()
    return [
        Chosen(
            label=labels[name],
            value=value_of(catalogue, wish, name, language),
            address=address(language, path, wish.without(name).query),
        )
        for name in wish.set
        if name != "words"
    ]


def part_labels() -> dict[str, str]:
    """What the parts of a wish are called."""
    return {
        "words": gettext("Suchwörter"),
        "topic": gettext("Thema"),
        "language": gettext("Sprache des Angebots"),
        "area": gettext("Ortsteil"),
        "age": gettext("Alter"),
        "free": gettext("Kosten"),
        "today": gettext("Tag"),
        "accessible": gettext("Zugang"),
    }


def value_of(catalogue: Catalogue, wish: Wish, name: str, language: PageLanguage) -> str:
    """What was chosen for a part, in words."""
    if name == "topic":
        term = catalogue.topics.get(wish.topic)
        return shown(term, "name", language).text if term else wish.topic
    fixed = {"free": gettext("kostenlos"), "today": gettext("heute"), "accessible": gettext("barrierefrei")}
    if name in fixed:
        return fixed[name]
    named = {
        "words": wish.words,
        "language": _name(wish.language, language),
        "area": catalogue.areas.get(wish.area, wish.area),
    }
    return named.get(name, wish.age)


def _name(code: str, language: PageLanguage) -> str:
    return languages.label_of(code, language) if code else ""
