"""Minutes fill in the session that they are of."""

from __future__ import annotations

from typing import Any

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption, organization, text
from ratslinde.council.adoption.filling import fill, filled_fields
from ratslinde.council.adoption.meetings import item_from, meeting_from
from ratslinde.council.adoption.models import Origin
from ratslinde.council.adoption.outcomes import Vocabulary, vocabulary
from ratslinde.council.adoption.results import Result, result_of
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.meetings.queries import meeting_on
from ratslinde.kernel import clock
from ratslinde.reading import Document, Entry, Field

_VOTES = {"votes_yes": "yes", "votes_no": "no", "votes_abstain": "abstain", "vote_result": "result"}
_COUNTS = {"votes_yes", "votes_no", "votes_abstain"}
Stated = dict[str, tuple[Any, Field]]
"""The item's field → its value, and where it was read."""


def results_from(adoption: Adoption, document: Document) -> Meeting | None:
    """Minutes fill the results of their meeting's items; without such a meeting one is drafted from them."""
    day = rules.day(document.value("date"))
    body, _ = organization(adoption, document.values.get("body"), day=day)
    meeting = meeting_on(body, day) if body is not None and day is not None else None
    if meeting is not None:
        adoption.named.append(meeting.public_id)
    else:
        meeting = meeting_from(adoption, document)
    if meeting is None:
        return None
    meeting = _held(adoption, meeting, document)
    words = vocabulary(adoption.body.profile, clock.today())
    for entry in document.entries("items"):
        _result(adoption, meeting, entry, words=words)
    if _held_by_another_file(adoption, meeting) and adoption.source.origins.exists():
        meeting.refresh_from_db()
        meeting = fill(adoption, meeting, {"state": MeetingState.HELD}, read={"state": _held_read(document)})
    return meeting


def _held(adoption: Adoption, meeting: Meeting, document: Document) -> Meeting:
    """Minutes say that the session was held, and when it ended."""
    read: dict[str, Field | None] = {}
    values: dict[str, Any] = {}
    end = rules.ending(document.value("date"), document.value("end"))
    if end is not None and meeting.start is not None and end >= meeting.start:
        values["end"], read["end"] = end, document.values.get("end")
    if meeting.state != MeetingState.HELD:
        values["state"], read["state"] = MeetingState.HELD, _held_read(document)
    return fill(adoption, meeting, values, read=read) if values else meeting


def _held_read(document: Document) -> Field:
    kind = document.values.get("kind")
    reason, span = "Zu der Sitzung gibt es eine Niederschrift.", kind.span if kind else None
    return Field(value=MeetingState.HELD.value, rule="held-by-minutes", reason=reason, span=span)


def _held_by_another_file(adoption: Adoption, meeting: Meeting) -> bool:
    """Whether it is another file that said so, which may be discarded some day: then this one has to say it, too."""
    said = Origin.objects.filter(subject=meeting.public_id, field="state", after__isnull=False)
    sources = set(said.values_list("source_id", flat=True))
    return bool(sources) and adoption.source.pk not in sources


def _result(adoption: Adoption, meeting: Meeting, entry: Entry, *, words: Vocabulary) -> None:
    item = _item_of(meeting, entry)
    if item is not None:
        adoption.named.append(item.public_id)
    else:
        item = item_from(adoption, meeting, entry)
    stated = _outcome(item, result_of(adoption, entry, words=words)) | _stated(entry, words)
    if _nobody_voted(stated, words):
        del stated["vote_result"]
    if not stated or item.removed:
        return
    if filled_fields(adoption, item) & stated.keys():
        adoption.warnings.append(
            f"Zu TOP {item.number} nennt die Niederschrift mehr als ein Ergebnis; eingetragen ist das erste."
        )
    values = {name: value for name, (value, _) in stated.items()}
    fill(adoption, item, values, read={name: field for name, (_, field) in stated.items()})


def _outcome(item: AgendaItem, result: Result | None) -> Stated:
    """The result that is proposed; one that stands there is not emptied, nor written anew in the same words."""
    if result is None or (item.result and not result.value):
        return {}
    same = rules.same_title(result.value, item.result)
    return {"result": (item.result if same else result.value, result.read)}


def _stated(entry: Entry, words: Vocabulary) -> Stated:
    """What the minutes state of decision and vote; a decision that only names its outcome is none."""
    vote = next(iter(entry.entries("vote")), None)
    read = {"decision_text": entry.values.get("decision_text")}
    if words.alone(text(entry, "decision_text")):
        del read["decision_text"]
    if vote is not None:
        read |= {name: vote.values.get(key) for name, key in _VOTES.items()}
    stated = {name: field for name, field in read.items() if field and field.value not in (None, "")}
    return {
        name: (_short(field.value) if name == "vote_result" else field.value, field)
        for name, field in stated.items()
    }


def _short(value: object) -> str:
    return str(value)[:200]


def _nobody_voted(stated: Stated, words: Vocabulary) -> bool:
    """Whether the words of the vote only repeat the result, without a number or manner ('zur Kenntnis genommen')."""
    if "vote_result" not in stated or "result" not in stated or stated.keys() & _COUNTS:
        return False
    written = stated["vote_result"][0]
    return bool(written == stated["result"][0]) and not words.manner(written)


def _item_of(meeting: Meeting, entry: Entry) -> AgendaItem | None:
    number, title = text(entry, "number"), text(entry, "title")
    public = entry.value("public") is not False
    items = list(meeting.items.filter(public=public))
    by_title = [item for item in items if title and rules.same_title(item.title, title)]
    by_number = [item for item in items if item.number == number]
    return next(iter(by_title if len(by_title) == 1 else by_number), None)
