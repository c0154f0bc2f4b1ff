"""What stood in every field, in German words; and an activity comes back as everything else does."""

from __future__ import annotations

import datetime
import re
import uuid

import pytest
from django.apps import apps
from django.db import models

from ratslinde.desk import words
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.restating import NOT_KEPT
from ratslinde.integration.landscape.actions.setting import SETTERS
from ratslinde.integration.landscape.models import FieldChange, LandscapeRow
from ratslinde.integration.landscape.queries.history import RIGHTS, history
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from ratslinde.journal.history import entries_of
from ratslinde.kernel import clock
from ratslinde.verbs.rows import DeskRow

NEVER = {"body", *(field.name for field in DeskRow._meta.get_fields())}
"""What no verb changes: whose row it is, and what every desk row has."""
FIXED = {("Activity", "actor"), ("Term", "taxonomy")}


def kinds() -> list[type[LandscapeRow]]:
    """The kinds of rows that have a history."""
    found = [apps.get_model("landscape", kind) for kind in RIGHTS]
    assert not {model.__name__ for model in found} & set(NOT_KEPT)
    return found


def fields_of(model: type[LandscapeRow]) -> list[str]:
    """Every field that the history of such a row can name."""
    columns = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    names = [field.name for field in (*columns, *model._meta.many_to_many)]
    own = [name for name in names if name not in NEVER and (model.__name__, name) not in FIXED]
    return [*own, *SETTERS.get(model.__name__, ())]


def values_of(field: models.Field) -> list[object]:
    """What such a field may hold as plain data, with nothing of it in German."""
    if getattr(field, "choices", None):
        return [value for value, _ in field.choices]
    if isinstance(field, models.BooleanField):
        return [True, False, None]
    if isinstance(field, models.DateField):
        return ["2026-11-23", None]
    if isinstance(field, models.ManyToManyField):
        return [["0123456789abcd"], []]
    return ["0123456789abcd"] if isinstance(field, models.ForeignKey) else [None]


@pytest.mark.parametrize("model", kinds(), ids=lambda model: model.__name__)
def test_no_field_of_the_history_is_shown_by_its_english_name(model):
    for name in fields_of(model):
        assert words.field(model.__name__, name) not in (name, name.replace("_", " "))


@pytest.mark.parametrize("model", kinds(), ids=lambda model: model.__name__)
def test_no_value_of_the_history_is_a_word_of_the_code(model, manager, body):
    row = model(body=body)
    english = re.compile(r"\b(None|True|False|[a-z]+_[a-z]+|\d{4}-\d\d-\d\d|0123456789abcd)\b")
    for name in set(fields_of(model)) - set(SETTERS.get(model.__name__, ())):
        field = model._meta.get_field(name)
        labels = {str(label) for _, label in getattr(field, "choices", None) or ()}
        for value in values_of(field):
            FieldChange.objects.all().delete()
            FieldChange.objects.create(
                batch=uuid.uuid4(), at=clock.now(), kind=model.__name__,
                subject=row.public_id, field=name, before=None, after=value,
            )  # fmt: skip
            past = history(manager, row)[0]
            assert (past.before, english.search(past.after)) == ("nicht bekannt", None), (name, value)
            assert not labels or value in (None, "") or past.after in labels, (name, value)


def last(manager, row) -> dict[str, tuple[str, str]]:
    newest = FieldChange.objects.latest("pk").batch
    return {each.field: (each.before, each.after) for each in history(manager, row) if each.batch == newest}


def test_times_languages_and_terms_are_said_as_a_person_says_them(manager, cafe, house, north, vocabulary):
    times = GivenSchedule(
        opens_at=datetime.time(18), closes_at=datetime.time(20), frequency="WEEKLY", days="MO,TH"
    )
    actions.edit_offer(
        manager, cafe, revision=cafe.revision,
        changes={
            "languages": [GivenLanguage("de"), GivenLanguage("tr", interpreted=True)],
            "sites": [GivenSite(place=house, note="Raum 2", spaces=(north,), schedules=(times,))],
            "cost": "paid", "cost_amount": "2.50", "groups": [vocabulary["zielgruppe"].terms.get(code="frauen")],
        },
    )  # fmt: skip
    assert last(manager, cafe) == {
        "cost": ("kostenfrei", "kostet etwas"),
        "cost_amount": ("nicht bekannt", "2,50"),
        "groups": ("–", vocabulary["zielgruppe"].terms.get(code="frauen").name),
        "languages": ("Deutsch, Arabisch (gedolmetscht)", "Deutsch, Türkisch (gedolmetscht)"),
        "sites": (
            "Haus der Kulturen: dienstags, 16:00 bis 18:00 Uhr, ab 06.01.2026",
            "Haus der Kulturen, Raum 2, für Nordviertel: montags und donnerstags, 18:00 bis 20:00 Uhr",
        ),
    }


def test_a_boundary_and_what_a_term_is_called_elsewhere_are_said_in_words(
    manager, north, south, language_field
):
    actions.edit_space(manager, north, changes={"geometry": south.geometry}, revision=north.revision)
    assert last(manager, north) == {"geometry": ("Grenze mit 5 Punkten", "Grenze mit 5 Punkten")}
    actions.edit_term(
        manager,
        language_field,
        changes={"mappings": [("KGSt", "3.1", "exact")]},
        revision=language_field.revision,
    )
    assert last(manager, language_field) == {"mappings": ("–", "entspricht KGSt 3.1")}


def test_the_languages_of_an_actor_are_names(manager, association):
    actions.edit_actor(manager, association, changes={"languages": "de ar"}, revision=association.revision)
    assert last(manager, association) == {"languages": ("nicht bekannt", "Deutsch, Arabisch")}


def test_an_activity_stands_in_the_history_of_its_actor(manager, association, language_field):
    actions.set_activity(
        manager,
        association,
        field=language_field,
        role="refers",
        source="Gespräch",
        since=datetime.date(2026, 3, 1),
    )
    name = language_field.name
    assert last(manager, association) == {
        "activities": ("–", f"{name} (vermittelt, seit 01.03.2026, Quelle: Gespräch)")
    }
    assert words.field("Actor", "activities") == "Tätigkeiten"


def test_saying_the_same_of_an_activity_again_changes_nothing(manager, association, language_field):
    for _ in range(2):
        actions.set_activity(manager, association, field=language_field, role="refers", source="Gespräch")
    assert FieldChange.objects.filter(field="activities").count() == 1


def test_an_activity_that_was_removed_by_mistake_comes_back_whole(
    manager, association, language_field, north
):
    activity = actions.set_activity(
        manager, association, field=language_field, role="refers", whole_town=False, spaces=[north], note="Büro 3",
        since=datetime.date(2026, 3, 1),
    )  # fmt: skip
    actions.remove_activity(manager, association, activity=activity)
    assert not association.activities.exists()
    change = history(manager, association)[0]
    assert (change.field, change.after) == ("activities", "–")
    undone = actions.undo(manager, batch=change.batch)
    back = association.activities.get()
    assert (undone.fields, undone.kept) == (1, ())
    assert (back.field, back.role, back.note, list(back.spaces.all())) == (
        language_field, "refers", "Büro 3", [north],
    )  # fmt: skip


def test_what_an_activity_said_before_is_put_back_unless_somebody_changed_it_since(
    manager, association, language_field
):
    for source in ("Umfrage", "Gespräch", "Brief"):
        actions.set_activity(manager, association, field=language_field, role="refers", source=source)
    newest, before, _ = history(manager, association)
    assert actions.undo(manager, batch=before.batch).kept == (f"{association}: Tätigkeiten",)
    actions.undo(manager, batch=newest.batch)
    assert association.activities.get().source == "Gespräch"


def test_two_changes_of_one_act_to_the_same_field_are_put_back_together(manager, association, vocabulary):
    batch = uuid.uuid4()
    for term in vocabulary["handlungsfeld"].terms.all()[:2]:
        actions.set_activity(manager, association, field=term, role="offers", batch=batch)
    assert actions.undo(manager, batch=batch).kept == ()
    assert not association.activities.exists()


def test_what_was_added_says_so_itself_and_not_what_it_belongs_to(manager, body, association, cafe):
    assert [entry.verb for entry in entries_of([cafe.public_id])] == ["offer.draft"]
    assert [entry.verb for entry in entries_of([association.public_id])] == ["actor.draft"]
    assert not {"actor.draft", "offer.draft"} & {entry.verb for entry in entries_of([body.public_id])}
