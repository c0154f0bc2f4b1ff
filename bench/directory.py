"""The public directory with 2,000 offers in six languages: python bench/directory.py (exit code 1 beyond a limit).

On SQLite, and on the PostgreSQL that DATABASE_URL names; each database is a scratch one that is made and removed. A
request has words and filters, changes its language, and goes through the whole middleware. As in bench/portal.py the
questions take turns in rounds, each with other questions, and the p95 of the quietest round is held against the limit.
Beside it: the time of the processor, which a busy machine changes less; the first request of a process, for which the
server gets ready when it starts (`site.serving.warming`); the first one after a publication; the map with all places.
"""

from __future__ import annotations

import datetime
import json
import math
import random
import statistics
import sys
import time
import uuid
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from measuring.databases import on_each_database
from measuring.figures import calibration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from ratslinde.record.values import Value

LIMIT_MS = 50  # 95th percentile
OFFERS, ACTORS, PLACES, SPACES, TOPICS = 2_000, 300, 300, 15, 12
ROUNDS, REQUESTS = 5, 60
BATCH = 200
WORDS = {
    "de": "Sprachkurs Beratung Eltern Kinder Wohnung Arbeit Treff Hilfe Ausbildung Schwimmen Nähen Musik Deutsch",
    "de-simple": "Sprach·kurs Rat Eltern Kinder Wohnung Arbeit Treffen Hilfe Beruf Schwimmen Nähen Musik Amt Deutsch",
    "en": "language course advice parents children housing work meeting help training swimming sewing music German",
    "tr": "dil kursu danışmanlık ebeveynler çocuklar konut iş buluşma yardım eğitim yüzme dikiş müzik Almanca",
    "ar": "دورة لغة استشارة الآباء الأطفال سكن عمل لقاء مساعدة تدريب سباحة خياطة موسيقى ألمانية",
    "uk": "мовний курс консультація батьки діти житло робота зустріч допомога навчання плавання шиття музика німецька",
}  # fmt: skip
PREFIXES = {"de": "", "de-simple": "leichte-sprache/", "en": "en/", "tr": "tr/", "ar": "ar/", "uk": "uk/"}


def main() -> int:
    """Print all figures; returns the exit code."""
    return on_each_database(measure, begin=lambda: print(calibration()))


def measure(vendor: str) -> int:
    """Fill the database and time its pages; returns the exit code."""
    fill()
    return time_pages(vendor)


def key(kind: str, number: int) -> str:
    """An invented public id."""
    return f"{kind}{number:0{14 - len(kind)}}"


def standard(kind: str, number: int) -> str:
    """An invented UUID."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, key(kind, number)))


def phrase(chance: random.Random, language: str, number: int) -> str:
    """Some words of a language."""
    return " ".join(chance.choices(WORDS[language].split(), k=number))


def fill() -> None:
    """The town, and its directory in batches."""
    from tests.portal.town.bodies import town

    from ratslinde.record.publishing import publish

    publish(town())
    batch = []
    for value in landscape():
        batch.append(value)
        if len(batch) == BATCH:
            publish(batch)
            batch = []
    publish(batch)


def landscape() -> Iterator[Value]:
    """Everything that is published, parts before what has them."""
    chance = random.Random(2026)
    yield from vocabulary(chance)
    yield from (place(number) for number in range(PLACES))
    yield from (actor(chance, number) for number in range(ACTORS))
    yield from (offer(chance, number) for number in range(OFFERS))


def translations(chance: random.Random, *fields: tuple[str, int]) -> dict[str, dict[str, object]]:
    """The fields in the five other languages."""
    from ratslinde.record.hsds import Translated

    return {
        code: {
            name: Translated(text=phrase(chance, code, number), state="checked") for name, number in fields
        }
        for code in WORDS
        if code != "de"
    }


def value(kind: str, letter: str, number: int, hsds: object, page: object, **more: object) -> Value:
    """One object of the record."""
    from tests.portal.town.ids import BODY

    from ratslinde.record.values import Value

    name = hsds.name  # type: ignore[attr-defined]
    return Value(kind=kind, id=key(letter, number), body=BODY, hsds=hsds, page=page, title=name, **more)  # type: ignore[arg-type]


def vocabulary(chance: random.Random) -> Iterator[Value]:
    """The taxonomy, its terms and the social spaces."""
    from ratslinde.record import hsds, pages
    from ratslinde.record.values import link

    fields = hsds.Taxonomy(id=standard("tax", 0), name="Handlungsfelder", description="Worum es geht")
    yield value("taxonomy", "tax", 0, fields, pages.Page())
    for number in range(TOPICS):
        term = hsds.TaxonomyTerm(
            id=standard("term", number), code=f"thema{number}", name=f"Thema {number}", description="Ein Thema",
            taxonomy_detail=link("taxonomy", key("tax", 0)), x_order=number,
            x_translations=translations(chance, ("name", 2)),
        )  # fmt: skip
        yield value("term", "term", number, term, pages.Page())
    for number in range(SPACES):
        area = hsds.ServiceArea(
            id=standard("space", number),
            name=f"Viertel {number}",
            extent=boundary(number),
            extent_type="geojson",
        )
        yield value("socialSpace", "space", number, area, pages.SocialSpacePage())


def boundary(number: int) -> str:
    """A round boundary with 400 corners, five in a row, as GeoJSON."""
    x, y = 8 + 0.03 * (number % 5), 51.7 + 0.02 * (number // 5)
    turns = [2 * math.pi * corner / 400 for corner in range(400)]
    ring = [[x + 0.015 * math.cos(turn), y + 0.01 * math.sin(turn)] for turn in turns]
    return json.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})


def place(number: int) -> Value:
    """A place, all of them spread over the town."""
    from ratslinde.record import hsds, pages
    from ratslinde.record.values import link

    address = hsds.Address(
        id=standard("addr", number), address_1=f"Lindenweg {number}", city="Lindenhagen", postal_code="59999",
        state_province="Nordrhein-Westfalen", country="DE", address_type="physical",
    )  # fmt: skip
    location = hsds.Location(
        id=standard("place", number), location_type="physical", name=f"Haus {number}", addresses=(address,),
        latitude=51.69 + 0.0037 * (number % 17), longitude=7.99 + 0.0071 * (number % 19),
        x_social_space=link("socialSpace", key("space", number % SPACES)),
    )  # fmt: skip
    return value(
        "place", "place", number, location, pages.PlacePage(accessible=(True, False, None)[number % 3])
    )


def actor(chance: random.Random, number: int) -> Value:
    """An actor."""
    from ratslinde.record import hsds, pages

    name = f"Verein {number} {phrase(chance, 'de', 1)}"
    organization = hsds.Organization(
        id=standard("actor", number), name=name, description=phrase(chance, "de", 20),
        x_translations=translations(chance, ("description", 20)),
    )  # fmt: skip
    return value(
        "actor", "actor", number, organization, pages.ActorPage(), path=f"akteure/{key('actor', number)}/"
    )


def offer(chance: random.Random, number: int) -> Value:
    """An offer with a weekly date, a place and a topic, translated into all languages."""
    from ratslinde.record import hsds, pages
    from ratslinde.record.values import link

    start = datetime.date(2026, 1, 5) + datetime.timedelta(days=number % 7)
    schedule = hsds.Schedule(
        id=standard("time", number), dtstart=start, opens_at="16:00:00+01:00", closes_at="18:00:00+01:00",
        freq="WEEKLY", interval=1, byday=("MO", "TU", "WE", "TH", "FR", "SA", "SU")[number % 7], wkst="MO",
    )  # fmt: skip
    site = hsds.ServiceAtLocation(
        id=standard("site", number),
        location=link("place", key("place", number % PLACES)),
        schedules=(schedule,),
    )
    topic = hsds.Attribute(
        id=standard("attr", number), link_type="handlungsfeld",
        taxonomy_term=link("term", key("term", chance.randrange(TOPICS))),
    )  # fmt: skip
    languages = tuple(
        hsds.Language(id=standard(f"lang{code}", number), name=code, code=code)
        for code in chance.sample(("de", "en", "tr", "ar", "uk", "fr", "fa"), 2)
    )
    service = hsds.Service(
        id=standard("offer", number), name=f"{phrase(chance, 'de', 2)} {number}", status="active",
        description=phrase(chance, "de", 40), organization=link("actor", key("actor", number % ACTORS)),
        service_areas=(link("socialSpace", key("space", number % SPACES)),), service_at_locations=(site,),
        attributes=(topic,), languages=languages, minimum_age=number % 20, maximum_age=99,
        x_translations=translations(chance, ("name", 3), ("description", 40)),
    )  # fmt: skip
    page = pages.OfferPage(
        cost=chance.choice(("free", "paid", "")), ages="range", groups="everyone", access="open", area="spaces",
        languages="listed",
    )  # fmt: skip
    return value("offer", "offer", number, service, page, path=f"angebote/{key('offer', number)}/")


def questions(chance: random.Random) -> list[str]:
    """Addresses with words and filters in all languages."""
    found = []
    for number in range(REQUESTS):
        code = list(PREFIXES)[number % len(PREFIXES)]
        word = quote(chance.choice(WORDS[code].split())[: chance.choice((4, 99))])
        filters = chance.choice(
            ("", "&thema=thema3", "&sprache=ar&kostenlos=1", "&alter=12&heute=1", "&barrierefrei=1")
        )
        found.append(f"/{PREFIXES[code]}angebote/?q={word}{filters}")
    return found


def time_pages(vendor: str) -> int:
    """Print the figures; returns the exit code."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    cold = timed(client, "/angebote/?q=Deutsch")
    chance = random.Random(7)
    rounds = [[timed(client, address) for address in questions(chance)] for _ in range(ROUNDS)]
    together = [each for one in rounds for each in one]
    slow, busy = min(p95([each.wall for each in one]) for one in rounds), [each.busy for each in together]
    print(
        f"{vendor}: search of {OFFERS} offers   median {statistics.median(each.wall for each in together):5.1f} ms, "
        f"p95 {slow:5.1f} ms (limit {LIMIT_MS}), of all {p95([each.wall for each in together]):5.1f} ms; "
        f"processor: median {statistics.median(busy):4.1f} ms, p95 {p95(busy):4.1f} ms"
    )
    print(f"{vendor}: first request of a process {cold}; after a publication {after_a_publication(client)}")
    whole, closer = (timed(client, f"/ar/angebote/karte/{query}") for query in ("", "?thema=thema3"))
    page = client.get("/ar/angebote/karte/").content
    drawn = page[page.index(b"<svg xmlns") :].partition(b"</svg>")[0]
    print(
        f"{vendor}: map of all {PLACES} places {whole}, {len(drawn) / 1000:.0f} kB, with the list of all offers "
        f"{len(page) / 1000:.0f} kB; of one topic {closer}"
    )
    print(f"{vendor}, after it: {calibration()}")
    return 0 if slow < LIMIT_MS else 1


def after_a_publication(client: Client) -> Times:
    """What the next visitor waits for when an offer was published."""
    from ratslinde.record.publishing import publish

    publish([offer(random.Random(2027), 0)])
    return timed(client, "/angebote/?q=Deutsch")


class Times(NamedTuple):
    """Milliseconds of a request: on the clock, and of the processor."""

    wall: float
    busy: float

    def __str__(self) -> str:
        return f"{self.wall:.0f} ms (processor {self.busy:.0f} ms)"


def timed(client: Client, address: str) -> Times:
    """How long a request takes."""
    wall, busy = time.perf_counter(), time.process_time()
    assert client.get(address).status_code == 200
    return Times((time.perf_counter() - wall) * 1000, (time.process_time() - busy) * 1000)


def p95(times: list[float]) -> float:
    """The time that 95 of 100 requests stay below."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
