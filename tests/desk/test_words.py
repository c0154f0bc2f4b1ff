"""Nothing that can become public lacks its German word."""

from __future__ import annotations

import msgspec

from ratslinde.desk import words
from ratslinde.desk.publishing import wording
from ratslinde.desk.publishing.marking import MOST_TOKENS, marked
from ratslinde.record import oparl, pages
from ratslinde.record.shapes import SHAPES
from ratslinde.site import urls
from ratslinde.verbs.rights import verbs


def test_every_attribute_that_may_be_shown_has_a_label():
    bare = set()
    for types, prefix in ((oparl.TYPES, ""), (pages.TYPES, "page.")):
        for kind, struct in types.items():
            names = {prefix + field.encode_name for field in msgspec.structs.fields(struct)}
            bare |= {name for name in names if wording.label(kind, name) == name}
    assert bare <= UNUSED


UNUSED = {"rgs", "post", "affix", "status", "resolutionFile", "relatedPaper",
          "originatorOrganization", "ratslinde:plannedCertain", "subLocality"}  # fmt: skip
"""Attributes that the council's public values never fill."""


def test_every_kind_of_object_has_a_word():
    assert set(wording.KINDS) == set(SHAPES)


def test_every_verb_has_a_word_in_the_history():
    assert urls.urlpatterns  # importing the addresses imports every table of rights
    shown = {verb for verb in verbs() if not verb.startswith("account.")}
    assert {verb for verb in shown if not verb.endswith(".read")} <= set(words.VERBS)


def test_links_dates_and_moments_are_said_in_german():
    names = {"abc": "Integrationsrat"}
    text = "\x1foparl/v1.1/organization/abc\n2025-05-14\n2025-05-14T17:30:00+02:00\nabc"
    assert wording.said(text, names) == "Integrationsrat\n14.05.2025\n14.05.2025, 17:30 Uhr\nIntegrationsrat"
    assert wording.said("oparl/v1.1/paper/unbekannt", {}) == "(noch nicht öffentlich)"


def test_the_pieces_of_a_comparison_are_the_texts_again():
    before, after = "Eine Bank, unter der Linde.\nSchluss", "Zwei Bänke unter der Linde.\nSchluss!"
    old, new = marked(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert next(piece.text for piece in new if piece.changed) == "Zwei"


def test_a_very_long_text_is_compared_by_lines():
    before = "Wort " * MOST_TOKENS + "\nletzte Zeile"
    old, new = marked(before, before.replace("letzte", "neue"))
    assert [piece.text for piece in new if piece.changed] == ["neue Zeile"]
    assert "".join(piece.text for piece in old) == before
