"""A paper that is there already stays as it is, with a number or without one."""

from __future__ import annotations

import pytest

from ratslinde.council.adoption.actions import adopt
from ratslinde.council.adoption.models import Source
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Refused
from tests.council.test_story import SESSION

TITLE = "Beschluss über eine Bank unter der Linde"
PAPER = SESSION[SESSION.index(f"{TITLE}\n\nF") :]
OTHER_TEXT = "Am Brunnen soll eine Tafel in sechs Sprachen stehen, weil viele danach fragen."
STATED = (
    "Unter der Linde am Marktplatz wird eine Bank aufgestellt.",
    "Es entstehen Kosten von 900 Euro.",
    "Die Mittel stehen bereit.",
    "Migrant*innen und Alteingesessene brauchen einen Ort im Schatten.",
)


@pytest.fixture
def source(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())


def warnings(source: Source) -> list[str]:
    return [each for each in source.warnings if "gibt es schon" in each]


def test_the_same_paper_without_a_number_from_another_file_is_not_drafted_again(clerk, body, source):
    with pytest.raises(Refused, match=f"Die Vorlage „{TITLE}“ gibt es schon; sie bleibt, wie sie ist.$"):
        adopt(clerk, body, name="vorlage.txt", data=PAPER.encode())
    assert (Paper.objects.count(), Source.objects.count()) == (1, 1)


def test_line_ends_blanks_and_hyphens_of_a_print_make_no_difference(clerk, body, source):
    printed = PAPER.replace("Marktplatz wird", "Marktplatz\nwird").replace(
        "Migrant*innen und", "Migrant*innen\nund"
    )
    with pytest.raises(Refused, match=r"bleibt, wie sie ist\.$"):
        adopt(clerk, body, name="gedruckt.txt", data=printed.encode())


def test_what_the_document_states_otherwise_is_named(clerk, body, source):
    text = PAPER.replace("900 Euro", "1200 Euro").replace("Fachbereich Soziales", "Fachbereich Bauen")
    with pytest.raises(Refused) as refused:
        adopt(clerk, body, name="anders.txt", data=text.encode())
    lead, costs = (
        "Federführung („Fachbereich Bauen“)",
        "Kosten/Folgekosten („Es entstehen Kosten von 1200 Euro.“)",
    )
    assert f"Anders steht im Dokument: {lead}, {costs}." in refused.value.message
    assert Paper.objects.get().costs == "Es entstehen Kosten von 900 Euro."


def test_a_number_that_only_the_document_has_is_named(clerk, body, source):
    text = PAPER.replace("Federführung:", "Vorlage: 2025/077\n\nFederführung:")
    with pytest.raises(Refused, match=r"Vorlagennummer \(„2025/077“\)"):
        adopt(clerk, body, name="mit-nummer.txt", data=text.encode())


def test_a_number_says_it_alone_and_the_differences_are_named_too(clerk, body, source):
    Paper.objects.update(reference="2025/077", title="Ein Betreff")
    text = PAPER.replace("Federführung:", "Vorlage: 2025/077\n\nFederführung:")
    with pytest.raises(
        Refused, match=r"Die Vorlage 2025/077 gibt es schon.*Anders steht im Dokument: Betreff"
    ):
        adopt(clerk, body, name="mit-nummer.txt", data=text.encode())


def test_beside_something_new_it_stands_among_the_hints_of_the_file(clerk, body, source):
    new = PAPER.replace(TITLE, "Eine Tafel am Brunnen")
    found = adopt(clerk, body, name="zwei.txt", data=f"{PAPER}\n\n\n{new}".encode())
    assert warnings(found) == [f"Die Vorlage „{TITLE}“ gibt es schon; sie bleibt, wie sie ist."]
    assert Paper.objects.count() == 2


def test_two_papers_of_one_session_may_have_one_title(clerk, body, source):
    text = PAPER
    for line in STATED:
        text = text.replace(line, OTHER_TEXT)
    found = adopt(clerk, body, name="noch-eine.txt", data=text.encode())
    assert (warnings(found), Paper.objects.count()) == ([], 2)


def test_the_paper_of_another_session_is_another_one(clerk, body, source):
    adopt(clerk, body, name="spaeter.txt", data=PAPER.replace("14.05.2025", "11.06.2025").encode())
    assert Paper.objects.count() == 2


def test_papers_with_different_numbers_are_different(clerk, body, source):
    Paper.objects.update(reference="2025/001")
    text = PAPER.replace("Federführung:", "Vorlage: 2025/077\n\nFederführung:")
    adopt(clerk, body, name="andere.txt", data=text.encode())
    assert Paper.objects.count() == 2


def test_a_paper_that_names_no_session_is_known_by_its_text(clerk, body, source):
    way = PAPER[PAPER.index("Beratungsfolge:") : PAPER.index("Beschlussvorschlag:")]
    with pytest.raises(Refused, match="gibt es schon"):
        adopt(clerk, body, name="ohne.txt", data=PAPER.replace(way, "").encode())


def test_of_a_long_text_it_is_named_from_where_it_goes_on_otherwise(clerk, body, council, office):
    long = SESSION.replace(
        "einen Ort im Schatten.", "einen Ort im Schatten. " + "Dort sitzen alle gern. " * 5
    )
    adopt(clerk, body, name="sitzung.txt", data=long.encode())
    paper = long[long.index(f"{TITLE}\n\nF") :]
    with pytest.raises(Refused, match=r"Erläuterungen \(ab „Auch eine Tafel kommt\.“\)"):
        adopt(
            clerk,
            body,
            name="v.txt",
            data=paper.replace("\n\nAnlage", " Auch eine Tafel kommt.\n\nAnlage").encode(),
        )
    with pytest.raises(Refused, match=r"Erläuterungen \(kürzer\)"):
        adopt(
            clerk,
            body,
            name="k.txt",
            data=paper.replace("gern. Dort sitzen alle gern. \n", "gern.\n").encode(),
        )
