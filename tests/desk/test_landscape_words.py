from __future__ import annotations

import msgspec
import pytest

from ratslinde.desk import words
from ratslinde.desk.publishing import landscape_words, wording
from ratslinde.record import hsds, pages


def test_every_attribute_of_the_landscape_has_a_german_label():
    bare = set()
    for kind, struct in hsds.TYPES.items():
        names = {field.encode_name for field in msgspec.structs.fields(struct)}
        names |= {f"page.{field.encode_name}" for field in msgspec.structs.fields(pages.TYPES[kind])}
        bare |= {name for name in names if wording.label(kind, name) == name}
    assert bare <= {"page.pages"}


@pytest.mark.parametrize(
    ("attribute", "text", "said"),
    [
        ("x_access", "open", "offen, ohne Anmeldung"),
        ("x_mode", "on_site", "vor Ort"),
        ("interpretation_services", "uk, ar", "Ukrainisch, Arabisch"),
        ("x_languages", "de\ntr", "Deutsch, Türkisch"),
        ("description", "open\nonline", "open\nonline"),
    ],
)
def test_the_words_of_the_standard_are_said_in_german_and_texts_stay(attribute, text, said):
    assert wording.value("offer", attribute, text) == said


def test_what_programs_read_is_folded_and_the_council_keeps_its_own_words():
    assert wording.folded("offer", "last_modified")
    assert not wording.folded("offer", "description")
    assert wording.label("organization", "page.description") == "Aufgaben"
    assert wording.value("paper", "name", "open") == "open"


def test_kinds_of_the_landscape_are_those_of_hsds():
    assert set(hsds.TYPES) == landscape_words.KINDS


def test_an_age_says_what_it_is_in_the_history_and_before_it_is_published():
    """'ab Jahren: 6' is no sentence outside of the form, where 'Alter' stands above it."""
    labels = [words.field("Offer", name) for name in ("age_from", "age_to")]
    assert labels == ["Alter ab (Jahre)", "Alter bis (Jahre)"]
    assert [wording.label("offer", name) for name in ("minimum_age", "maximum_age")] == labels
