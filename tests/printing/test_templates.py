"""A town's own templates: in place of the built-in ones, checked before they are needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.printing.structure import headings, opened, text

from ratslinde.printing import PrintingError, check_templates, render, samples
from ratslinde.printing.folder import BUILT_IN, TEMPLATES, TemplateRefused
from ratslinde.printing.fonts import FONT_FILES, FontsMissingError, fonts_folder

START = '#import "frame.typ": *\n#show: sheet\n'


@pytest.fixture
def own(tmp_path) -> Path:
    folder = tmp_path / "vorlagen"
    folder.mkdir()
    return folder


def faults(own: Path, name: str, content: str) -> str:
    (own / name).write_text(content)
    return "\n".join(check_templates(own))


def test_the_built_in_templates_pass_their_own_check(own) -> None:
    for name in TEMPLATES:
        (own / name).write_bytes((BUILT_IN / name).read_bytes())
    assert check_templates(own) == []


def test_an_own_template_takes_the_place_of_the_built_in_one(own, created) -> None:
    (own / "agenda.typ").write_text(START + "= Unsere Tagesordnung\n#values.organization")
    assert check_templates(own) == []
    pdf = render(samples.agenda(), templates=own, created=created)
    assert headings(opened(pdf)) == [(1, "Unsere Tagesordnung")]
    assert text(render(samples.paper(), templates=own, created=created)).startswith("Stadt Lindenhagen")


def test_an_own_frame_changes_all_documents(own, created) -> None:
    frame = (BUILT_IN / "frame.typ").read_text()
    (own / "frame.typ").write_text(frame.replace("values.body)),", 'values.body + " am Fluss")),'))
    assert check_templates(own) == []
    for document in (samples.agenda(), samples.announcement(), samples.paper()):
        assert "Stadt Lindenhagen am Fluss" in text(render(document, templates=own, created=created))


def test_a_picture_of_the_folder_can_be_used_when_it_is_described(own) -> None:
    (own / "wappen.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    )
    assert faults(own, "paper.typ", START + '= Titel\n#image("wappen.svg", alt: "Wappen")') == ""
    found = faults(own, "paper.typ", START + '= Titel\n#image("wappen.svg")')
    assert "paper.typ, Zeile 4: Das PDF wäre nicht barrierefrei" in found


def test_a_faulty_template_is_named_with_its_line(own) -> None:
    found = faults(own, "paper.typ", START + "= Titel\n\n#unbekannt")
    assert (
        found == "paper.typ, Zeile 5: Die Vorlage lässt sich nicht übersetzen (unknown variable: unbekannt)."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("= Titel", "missing document title"),
        (START + "=== Zu tief", "first heading must be of level 1"),
        (START + "= Eins\n=== Drei", "skipped"),
    ],
)
def test_a_template_that_would_shut_readers_out_is_refused(own, content, reason) -> None:
    found = faults(own, "announcement.typ", content)
    assert found.startswith("announcement.typ")
    assert "nicht barrierefrei" in found
    assert reason in found


def test_a_font_that_the_printer_lacks_is_an_error_and_not_an_empty_page(own, created) -> None:
    found = faults(own, "paper.typ", START + '= Titel\n#set text(font: "Comic Sans MS")\nText')
    assert "paper.typ, Zeile 4: Diese Schrift hat der Drucker nicht" in found
    with pytest.raises(PrintingError, match="Schrift"):
        render(samples.paper(), templates=own, created=created)


def test_a_font_that_lacks_some_letters_is_found_by_the_unusual_samples(own) -> None:
    found = faults(own, "paper.typ", START + '= Titel\n#set text(font: "Fira Sans")\n#values.name')
    assert "could not be displayed" in found


@pytest.mark.parametrize(
    "reach",
    [
        '#read("/etc/passwd")', '#read("../../../../etc/passwd")', '#json("/pyproject.toml")',
        '#image("/dev/zero")',
        '#import "@preview/x:1.0.0"', '#import "@pre" + "view/x:1.0.0"', '#include "/agenda.typ" + ""',
        '#eval("1")', '#import "frame.typ" + "x"',
    ],
)  # fmt: skip
def test_a_template_reaches_nothing_outside_its_folder(own, created, reach) -> None:
    assert faults(own, "paper.typ", START + f"= Titel\n{reach}")
    with pytest.raises((PrintingError, TemplateRefused)):
        render(samples.paper(), templates=own, created=created)


def test_a_message_shows_no_path_of_the_server(own) -> None:
    found = faults(own, "paper.typ", START + '= Titel\n#read("geheim.txt")')
    assert "file not found" in found
    assert str(BUILT_IN) not in found


def test_a_link_out_of_the_folder_is_refused(own, tmp_path) -> None:
    (tmp_path / "paper.typ").write_text(START + "= Titel")
    (own / "paper.typ").symlink_to(tmp_path / "paper.typ")
    assert check_templates(own) == ["paper.typ: Verweise auf andere Orte sind hier nicht erlaubt."]


@pytest.mark.parametrize("name", ["papier.typ", "vorlage.docx", "lib.wasm"])
def test_an_unknown_file_name_is_told_with_the_known_ones(own, name) -> None:
    found = faults(own, name, "x")
    assert found.startswith(f"{name}: Unbekannter Dateiname")
    assert "announcement.typ" in found


def test_subfolders_and_huge_files_are_refused_and_hidden_files_are_not_seen(own) -> None:
    (own / "alt").mkdir()
    (own / ".DS_Store").write_text("x")
    (own / "wappen.png").write_bytes(b"x" * 2_000_001)
    assert check_templates(own) == [
        "alt: Unterordner werden nicht gelesen.",
        "wappen.png: Die Datei ist größer als 2 MB.",
    ]


def test_a_folder_that_is_missing_is_one_sentence(own) -> None:
    assert check_templates(own / "fehlt") == ["fehlt: Den Ordner für eigene Vorlagen gibt es nicht."]


def test_the_font_folder_is_a_setting_and_a_missing_font_is_named(tmp_path, monkeypatch, created) -> None:
    for name in FONT_FILES[1:]:
        (tmp_path / Path(name).name).symlink_to(fonts_folder() / Path(name).name)
    monkeypatch.setenv("RATSLINDE_FONTS", str(tmp_path))
    with pytest.raises(FontsMissingError, match=r"FiraSans_400Regular\.ttf.*make setup"):
        render(samples.agenda(), created=created)
