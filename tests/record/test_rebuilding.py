"""`Published` is a cache: whatever happens to it, the versions bring it back as it was."""

from __future__ import annotations

import pytest

from ratslinde.files import storage
from ratslinde.kernel import clock
from ratslinde.record import chain
from ratslinde.record.erasing import erase
from ratslinde.record.models import Chain, DailyHead, Listed, Published, Reference, Standing, Version
from ratslinde.record.publishing import publish
from ratslinde.record.rebuilding import rebuild
from ratslinde.record.verifying import erased, verify

from .objects import (
    BODY,
    consultation,
    gone,
    item,
    meeting,
    membership,
    modified,
    organization,
    paper,
    person,
    place,
    sent,
)  # fmt: skip

pytestmark = pytest.mark.django_db
OTHER_END = "Das Ende der Kette stimmt nicht mit dem gespeicherten Kopf überein."


@pytest.fixture(autouse=True)
def town(later) -> None:
    """Several days, so that created, modified and the place in the list differ everywhere."""
    publish([organization("o1"), place("l1"), place("l2"), person("a1", "s1"), membership("s1", "o1")])
    later(60)
    publish(
        [item("i1"), item("i2"), item("i3"), meeting("i1", "i2", "i3", place="l1", organizations=("o1",))]
    )
    later(60)
    publish([consultation("c1", agenda_item="i1", organization="o1"), paper("p1", consultations=("c1",))])
    later(60)
    publish([place("l1", room="Kleiner Saal")], withdrawals=[gone("agendaItem", "i2")])
    later(60)


def standing() -> tuple[list[dict], list[tuple]]:
    rows = list(Published.objects.order_by("pk").values())
    return rows, sorted(Listed.objects.values_list("owner", "kind", "sequence", "published_id"))


def test_what_is_whole_stays_untouched():
    before, generation = standing(), Chain.objects.get().generation
    assert rebuild() == 0
    assert standing() == before
    assert Chain.objects.get().generation == generation


@pytest.mark.parametrize(
    "damage",
    [
        lambda rows: rows.delete(),
        lambda rows: rows.update(standalone="{}", embedded="{}", omit_internal="{}"),
        lambda rows: rows.filter(deleted=False).update(page="{}", title="", text="falsch"),
        lambda rows: rows.update(modified="2001-01-01T00:00:00Z", created="2001-01-01T00:00:00Z", date=None),
        lambda rows: rows.update(path=None, body="fremd"),
        lambda rows: [rows.filter(pk=row.pk).update(sequence=900 + row.sequence) for row in rows],
        lambda rows: rows.filter(deleted=True).update(deleted=False, title="wieder da"),
        lambda rows: rows.filter(deleted=False).update(deleted=True, page="{}", title="", text=""),
    ],
    ids=["rows lost", "bytes", "page", "times", "path", "sequence", "tombstone raised", "buried"],
)  # fmt: skip
def test_damage_is_told_and_mended_with_every_date_as_it_was(damage):
    before = standing()
    damage(Published.objects.all())
    assert standing() != before
    assert list(verify())
    assert rebuild() > 0
    assert standing() == before
    assert list(verify()) == []


@pytest.mark.parametrize("kind", ["location", "agendaItem", "meeting", "consultation", "membership"])
def test_damage_to_one_kind_is_told_for_it_alone(kind: str):
    before = standing()
    Published.objects.filter(kind=kind, deleted=False).update(embedded='{"id":"falsch"}')
    told = list(verify())
    assert told
    assert all(sentence.startswith(kind) for sentence in told)
    rebuild()
    assert standing() == before


def test_lists_and_links_are_mended():
    before = standing()
    Listed.objects.filter(published="m1").delete()
    Listed.objects.create(owner="fremd", kind="paper", sequence=1, published_id="p1")
    Reference.objects.filter(source="m1").delete()
    assert "Die Verweise von meeting m1 sind nicht die seiner Fassung." in list(verify())
    rebuild()
    assert standing() == before
    assert list(verify()) == []


def test_what_no_version_knows_is_told_and_removed():
    row = Published.objects.get(pk="p1")
    row.pk, row.path, row.sequence = "forged", "vorlagen/forged/", 999
    row.save(force_insert=True)
    assert list(verify()) == ["Zu paper forged gibt es keine Fassung."]
    rebuild()
    assert not Published.objects.filter(pk="forged").exists()
    assert list(verify()) == []


def test_a_new_shape_after_an_upgrade_moves_what_looks_otherwise_and_nothing_else(monkeypatch, later):
    before = {row.pk: row.modified for row in Published.objects.all()}
    Standing.objects.filter(pk="l1").update(digest="of an older shape")
    assert list(verify()) == ["location l1 ist nicht das, was die Fassungen ergeben."]
    generation = Chain.objects.get().generation
    rebuild()
    assert {key for key, moment in before.items() if modified(key) > moment} == {"l1", "m1"}
    assert Chain.objects.get().generation > generation
    assert list(verify()) == []


def test_without_any_memory_everything_is_there_again_and_counts_as_moved():
    before = {
        row["id"]: row
        for row in Published.objects.values("id", "kind", "created", "sequence", "path", "title")
    }
    latest = max(row.modified for row in Published.objects.all())
    for model in (Listed, Published, Standing, Reference):
        model.objects.all().delete()
    rebuild()
    after = {row["id"]: row for row in Published.objects.values(*before["m1"])}
    assert {key: row for key, row in after.items() if row["path"]} == {
        key: row for key, row in before.items() if row["path"] and key != "i2"
    }
    assert all(row.modified > latest for row in Published.objects.all())
    assert list(verify()) == []


def test_rebuilding_tells_how_far_it_is():
    told: list[str] = []
    rebuild(progress=told.append)
    assert told == ["location: 4 / 4", "agendaItem: 3 / 3", "organization: 4 / 4"]


def test_a_kept_head_is_looked_for():
    head = Chain.objects.get().head
    assert list(verify(kept_head=head)) == []
    assert list(verify(kept_head="0" * 64)) == [
        "Der aufbewahrte Kopf 000000000000… kommt in der Kette nicht vor."
    ]


@pytest.mark.parametrize(
    "forged",
    [
        {"object_id": "m1"},
        {"kind": "paper"},
        {"deleted": True},
        {"stamp": "2020-01-01T00:00:00Z"},
        {"value": "{}"},
    ],
)
def test_no_part_of_a_version_can_be_changed_unseen(forged):
    Version.objects.filter(body=BODY, object_id="i1").update(**forged)
    assert list(verify())


def test_a_chain_that_was_cut_short_is_told_even_when_its_head_was_set_back():
    last = Version.objects.order_by("-sequence").first()
    last.delete()
    before = Version.objects.order_by("-sequence").first()
    Chain.objects.update(head=before.chain_hash, length=before.sequence)
    assert any("Kette endet vor dem Stand" in sentence for sentence in verify())


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda: Chain.objects.update(length=900), OTHER_END),
        (lambda: Chain.objects.all().delete(), OTHER_END),
        (lambda: DailyHead.objects.all().delete(), "Zum Ende der Kette fehlt der Kopf des Tages."),
        (
            lambda: Version.objects.filter(object_id="l2").update(value=None, salt=None, erased_at=clock.now()),
            "Eintrag 3 (location) ist gelöscht, ohne zurückgenommen zu sein.",
        ),
    ],
    ids=["another length", "no chain", "no daily head", "erased by force"],
)  # fmt: skip
def test_what_stands_beside_the_versions_cannot_be_changed_unseen_either(damage, sentence):
    damage()
    assert sentence in list(verify())


def test_what_was_published_while_the_chain_was_read_is_no_fault(monkeypatch):
    looks = iter([["Eintrag 9 fehlt."], []])
    monkeypatch.setattr(chain, "faults", lambda _body: iter(next(looks)))
    assert list(verify()) == []
    assert next(looks, None) is None


def test_a_value_that_was_erased_after_it_was_said_anew_is_no_fault():
    publish([place("l2", room="Grüner Saal")])
    erase("l2", reason="Name einer Person", before=Version.objects.count())
    assert list(verify()) == []
    assert erased() == 1


def test_a_file_that_is_sent_is_looked_at_byte_by_byte():
    stored = storage.store(b"Bekanntmachung")
    Published.objects.filter(pk="p1").update(content=stored.pk, file_name="bekanntmachung.pdf")
    sentence = "Die Datei „bekanntmachung.pdf“ (p1) fehlt im Datenordner oder ist beschädigt."
    assert sentence not in list(verify())
    storage.path_of(stored.pk).write_bytes(b"Bekanntmachung!")
    assert sentence in list(verify())
    storage.path_of(stored.pk).unlink()
    assert sentence in list(verify())


def test_the_withdrawn_item_is_still_a_tombstone_after_all_that():
    Published.objects.all().delete()
    rebuild()
    assert sent("i2")["deleted"] is True
