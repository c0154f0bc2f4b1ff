"""What outlets ask the record: lists by date, counts, years, addresses, bytes."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.files import storage
from ratslinde.kernel import clock
from ratslinde.record import oparl, outlet, pages
from ratslinde.record.publishing import publish
from ratslinde.record.values import Content, Value, Withdrawal, address

pytestmark = pytest.mark.django_db
BODY = "b0dy"
RAT = "0rg1"


def meeting(number: int, *, day: datetime.date | None, lists: tuple[str, ...] = (RAT,)) -> Value:
    return Value(
        kind="meeting",
        id=f"m{number}",
        body=BODY,
        title=f"{number}. Sitzung",
        path=f"sitzungen/m{number}/",
        page=pages.MeetingPage(),
        oparl=oparl.Meeting(name=f"{number}. Sitzung"),
        date=clock.at(day, 17) if day else None,
        lists=lists,
    )


@pytest.fixture
def year() -> None:
    """Three sessions of 2023 and 2024, one of another body, one without a date, one withdrawn."""
    days = [datetime.date(2023, 12, 31), datetime.date(2024, 1, 1), datetime.date(2024, 5, 15)]
    publish([meeting(number, day=day) for number, day in enumerate(days, start=1)])
    publish(
        [
            meeting(4, day=datetime.date(2024, 6, 1), lists=("0rg2",)),
            meeting(5, day=None),
            meeting(6, day=days[0]),
        ]
    )
    publish([], withdrawals=[Withdrawal(kind="meeting", id="m6", body=BODY)])


def ids(found: list[outlet.Entry]) -> list[str]:
    return [each.id for each in found]


@pytest.mark.usefixtures("year")
def test_a_list_is_newest_first_and_ends_with_what_has_no_date():
    assert ids(outlet.of_kind("meeting")) == ["m4", "m3", "m2", "m1", "m5"]
    assert ids(outlet.of_kind("meeting", newest_first=False)) == ["m1", "m2", "m3", "m4", "m5"]
    assert ids(outlet.of_kind("meeting", first=1, most=2)) == ["m3", "m2"]


@pytest.mark.usefixtures("year")
def test_a_span_holds_its_first_moment_and_not_its_last():
    start, end = clock.at(datetime.date(2024, 1, 1), 17), clock.at(datetime.date(2024, 5, 15), 17)
    assert ids(outlet.of_kind("meeting", start=start, end=end)) == ["m2"]
    assert outlet.count("meeting", start=start, end=end) == 1


@pytest.mark.usefixtures("year")
def test_the_list_of_an_organization_holds_only_what_stands_in_it():
    assert ids(outlet.in_lists(RAT, "meeting")) == ["m3", "m2", "m1", "m5"]
    assert ids(outlet.in_lists([RAT, "0rg2"], "meeting", most=2)) == ["m4", "m3"]
    assert outlet.count("meeting", owner=RAT) == 4
    assert outlet.in_lists(RAT, "paper") == []


@pytest.mark.usefixtures("year")
def test_the_years_are_those_of_the_town_hall_s_calendar():
    assert outlet.years("meeting") == [2024, 2023]
    assert outlet.years("paper") == []


@pytest.mark.usefixtures("year")
def test_the_addresses_are_those_of_pages_that_are_public():
    found = [path for path, _ in outlet.addresses(most=10)]
    assert sorted(found) == [f"sitzungen/m{number}/" for number in range(1, 6)]
    assert outlet.count_addresses() == 5
    assert len(outlet.addresses(first=4, most=10)) == 1


def test_the_bytes_of_a_file_come_with_their_checksum():
    stored = storage.store(b"Bekanntmachung")
    path = "dokumente/f1/bekanntmachung.txt"
    file = oparl.File(
        name="Bekanntmachung",
        file_name="bekanntmachung.txt",
        mime_type="text/plain",
        size=14,
        sha512_checksum=stored.sha512,
        access_url=address(path),
        download_url=address(path),
    )
    content = Content(sha256=stored.sha256, media_type="text/plain", file_name="bekanntmachung.txt")
    page = pages.FilePage()
    publish([Value(kind="file", id="f1", body=BODY, title="B", oparl=file, page=page, content=content)])
    entry = outlet.by_ids(["f1"])["f1"]
    assert entry.content() == b"Bekanntmachung"
    assert entry.checksum == stored.sha256
    with entry.open_content() as stream:
        stream.seek(4)
        assert stream.read(5) == b"nntma"


@pytest.mark.usefixtures("year")
def test_what_is_no_file_has_no_bytes():
    with pytest.raises(FileNotFoundError):
        outlet.by_ids(["m1"])["m1"].content()
