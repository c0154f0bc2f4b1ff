"""What is new, as Atom (RFC 4287): meetings, papers, and the daily head of the chain, which subscribers so keep."""

from __future__ import annotations

import datetime
import uuid
from io import StringIO

from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from ratslinde.kernel import clock
from ratslinde.opendata import addresses, meetings, organizations
from ratslinde.opendata.answers import open_data
from ratslinde.record import changes, listing, outlet
from ratslinde.record.outlet import Entry

ATOM = "application/atom+xml; charset=utf-8"
_MOST = 50
_HEADS = 14
_OURS = uuid.uuid5(uuid.NAMESPACE_DNS, "feed.ratslinde")


@open_data(ATOM)
def everything(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """New and changed meetings and papers of the town."""
    feed = _feed(f"Neues aus dem Rat – {organizations.town()}", path="feed.atom", page="")
    _add_entries(feed, [*changes.latest("meeting", most=_MOST), *changes.latest("paper", most=_MOST)])
    for head in outlet.heads(most=_HEADS):
        _add_head(feed, day=head.day, length=head.length, head=head.head)
    return _written(feed)


@open_data(ATOM)
def of_organization(request: HttpRequest, *, slug: str) -> bytes:  # noqa: ARG001 - a view
    """New and changed meetings and papers of one body."""
    organization = organizations.by_slug(slug)
    page = f"gremien/{slug}/"
    feed = _feed(f"{organization.title} – {organizations.town()}", path=f"{page}feed.atom", page=page)
    found = changes.latest("meeting", owner=organization.id, most=_MOST)
    _add_entries(feed, [*found, *changes.latest_papers(organization.id, most=_MOST)])
    return _written(feed)


def _feed(title: str, *, path: str, page: str) -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=addresses.absolute(page),
        description=None,
        language="de",
        feed_url=addresses.absolute(path),
        feed_guid=_identity(path),
        author_name=organizations.town(),
    )


def _identity(what: str) -> str:
    """An id that stays when the site moves to another address (RFC 4287, 4.2.6)."""
    return uuid.uuid5(_OURS, what).urn


def _add_entries(feed: Atom1Feed, entries: list[Entry]) -> None:
    for entry in sorted(entries, key=lambda each: each.modified, reverse=True)[:_MOST]:
        feed.add_item(
            title=_meeting_title(entry) if entry.kind == "meeting" else _paper_title(entry),
            link=addresses.absolute(entry.path or ""),
            description=escape(_meeting_text(entry) if entry.kind == "meeting" else _paper_text(entry)),
            unique_id=_identity(f"{entry.kind}/{entry.id}"),
            pubdate=entry.created,
            updateddate=entry.modified,
            categories=["Sitzung" if entry.kind == "meeting" else "Vorlage"],
        )


def _meeting_title(entry: Entry) -> str:
    meeting = meetings.read(entry)
    day = f" am {meeting.start:%d.%m.%Y}" if meeting.start else ""
    return f"{'Abgesagt: ' if meeting.cancelled else ''}{meeting.name}{day}"


def _meeting_text(entry: Entry) -> str:
    meeting = meetings.read(entry)
    begin = f"Beginn: {meeting.start:%d.%m.%Y, %H:%M} Uhr" if meeting.start else ""
    place = f"Ort: {meeting.place}" if meeting.place else ""
    items = [f"{item.get('number', '')} {item['name']}".strip() for item in entry.oparl.get("agendaItem", [])]
    agenda = f"Tagesordnung: {' · '.join(items)}" if items else ""
    return "\n".join(line for line in (begin, place, agenda) if line)


def _paper_title(entry: Entry) -> str:
    return f"{entry.oparl.get('reference', '')} {entry.title}".strip()


def _paper_text(entry: Entry) -> str:
    steps = [step.get("ratslinde:organizationName", "") for step in entry.oparl.get("consultation", [])]
    way = f"Beratungsfolge: {', '.join(filter(None, steps))}" if any(steps) else ""
    return "\n".join(line for line in (entry.oparl.get("paperType", ""), way) if line)


def _add_head(feed: Atom1Feed, *, day: datetime.date, length: int, head: str) -> None:
    """The head as it stood after the day's last publication; until midnight it may still move."""
    changed = listing.state().changed
    evening = clock.at(day, 23, 59)
    feed.add_item(
        title=f"Nachweis vom {day:%d.%m.%Y}",
        link=addresses.absolute("nachweis/"),
        description=escape(f"Kopf der Kette nach {length} Einträgen: {head}"),
        unique_id=_identity(f"nachweis/{day}"),
        pubdate=clock.at(day, 0),
        updateddate=min(evening, changed) if changed else evening,
        categories=["Nachweis"],
    )


def _written(feed: Atom1Feed) -> bytes:
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue().encode()
