"""Every document can be read by everybody: PDF/UA-1 and PDF/A-2a, checked without veraPDF."""

from __future__ import annotations

import itertools

import pikepdf
import pytest
from tests.printing.hostile import MARKUP, UNUSUAL, hostile_documents
from tests.printing.scripts import every_script
from tests.printing.structure import fonts, headings, opened, tags

from ratslinde.printing import samples

DOCUMENTS = (
    *samples.all_documents(),
    *hostile_documents(MARKUP),
    *hostile_documents(UNUSUAL),
    *every_script(),
)


@pytest.fixture(scope="module", params=range(len(DOCUMENTS)))
def pdf(request, printed) -> pikepdf.Pdf:
    return opened(printed(DOCUMENTS[request.param]))


def test_the_file_is_tagged(pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked)
    assert tags(pdf)[0].kind == "Document"


def test_language_and_title_are_set_and_the_title_is_shown(pdf) -> None:
    assert str(pdf.Root.Lang) == "de-DE"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]).strip()


def test_the_metadata_claims_both_standards(pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"]
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_headings_begin_with_one_and_skip_no_level(pdf) -> None:
    levels = [level for level, _ in headings(pdf)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_each_column_has_a_header_cell_with_a_scope(pdf) -> None:
    cells = [tag for tag in tags(pdf) if tag.kind == "TH"]
    assert all(cell.scope == "Column" for cell in cells)
    assert bool(cells) == any(tag.kind == "Table" for tag in tags(pdf))


def test_all_fonts_are_embedded_and_give_their_text_back(pdf) -> None:
    assert fonts(pdf)
    for font in fonts(pdf):
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font
        assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))


def test_every_page_is_part_of_the_structure_and_tabs_in_its_order(pdf) -> None:
    for page in pdf.pages:
        assert "/StructParents" in page
        assert "/Annots" not in page or str(page.Tabs) == "/S"
        assert all(str(note.Contents) for note in page.get("/Annots", []))
