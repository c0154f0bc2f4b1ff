"""What cannot be read ends in one German sentence; nothing else is raised."""

from __future__ import annotations

import io
import json
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import files, samples
from tests.reading.hostile import DEEP, NASTY

from ratslinde.reading import ReadingError, read_bytes, read_file, summary, to_json
from ratslinde.reading.sources import limits


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ReadingError) as refused:
        read_bytes(data, name=name)
    return refused.value.message


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "Die Datei ist leer."),
        (b" \n\n ", "a.txt", "Die Datei enthält keinen Text."),
        (b"<html><body></body></html>", "a.html", "Die Datei enthält keinen Text."),
        (b"%PDF-1.7 kaputt", "a.pdf", "Die PDF-Datei ist beschädigt und kann nicht gelesen werden."),
        (
            b"kein PDF",
            "a.pdf",
            "Die Datei heißt PDF, ist aber keine; sie ist beschädigt oder falsch benannt.",
        ),
        (b"PK\x03\x04kaputt", "a.docx", "Die Word-Datei ist beschädigt und kann nicht gelesen werden."),
        (
            b"\xd0\xcf\x11\xe0 alt",
            "a.doc",
            "DOC (altes Word) wird nicht gelesen; möglich sind TXT, PDF, HTML und DOCX.",
        ),
        (b"\x89PNG", "a.png", "PNG wird nicht gelesen; möglich sind TXT, PDF, HTML und DOCX."),
        (
            bytes(range(256)) * 8,
            "a.txt",
            "Die Datei ist kein Text und keines der Formate TXT, PDF, HTML und DOCX.",
        ),
        (b"x " * 200_000, "a.txt", "Die Datei enthält eine Zeile ohne Ende und kann nicht gelesen werden."),
    ],
)
def test_files_that_cannot_be_read_say_why(data, name, message):
    assert refusal(data, name) == message


def test_markup_of_too_many_elements_is_refused_before_it_is_read():
    assert refusal(b"<p>a" * 200_000, "a.html") == (
        "Die Datei hat zu viele Elemente, um eine Sitzungsunterlage zu sein."
    )


def test_a_locked_pdf_says_so():
    assert (
        refusal(files.locked(), "a.pdf") == "Die PDF-Datei ist verschlüsselt; bitte ohne Kennwort speichern."
    )


def test_a_zip_bomb_is_not_unpacked():
    data = files.bomb()
    assert len(data) < 1_000_000
    assert (
        refusal(data, "a.docx") == "Die Word-Datei ist ausgepackt zu groß, um eine Sitzungsunterlage zu sein."
    )


def test_another_archive_is_no_word_file():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refusal(file.getvalue(), "a.docx") == "Die Datei ist ein Archiv, aber keine Word-Datei (DOCX)."


def test_too_many_pages_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 2)
    assert refusal(files.pdf("a\n#pagebreak()\nb\n#pagebreak()\nc"), "a.pdf") == (
        "Die Datei hat 3 Seiten; höchstens 2 werden gelesen."
    )


def test_a_file_of_500_megabytes_is_not_loaded(tmp_path):
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(ReadingError, match="zu groß"):
        read_file(path)


def test_a_missing_file_is_an_error_in_words(tmp_path):
    with pytest.raises(ReadingError, match="nicht zu finden"):
        read_file(tmp_path / "fehlt.txt")


@pytest.mark.parametrize("name", NASTY)
def test_hostile_texts_are_read_to_their_end(name):
    hostile = NASTY[name]
    found = to_json(read_bytes(hostile.text.encode(), name="a.txt"))["documents"]
    assert [each["kind"] for each in found] == [hostile.kind] * hostile.documents
    assert not hostile.field or len(found[0][hostile.field]) == hostile.many
    assert len(json.dumps(found)) < 1_000 + 100 * len(hostile.text)


@pytest.mark.parametrize("markup", DEEP, ids=["elements", "tables"])
def test_deeply_nested_html_is_read_or_refused(markup):
    _reads_or_refuses(markup, "a.html")


TEXTS = [text for name, text in vars(samples).items() if name.isupper()]


@settings(max_examples=60)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(TEXTS),
    st.sampled_from(["cut", "shuffled", "flat", "spoilt"]),
)
def test_spoilt_texts_never_crash(chance: random.Random, text: str, damage: str):
    lines = text.split("\n")
    if damage == "cut":
        text = text[: chance.randrange(1, len(text))]
    elif damage == "shuffled":
        chance.shuffle(lines)
        text = "\n".join(lines)
    elif damage == "flat":
        text = " ".join(text.split())
    data = bytearray(text.encode())
    if damage == "spoilt":
        for _ in range(len(data) // 30):
            data[chance.randrange(len(data))] = chance.randrange(32, 256)
    _reads_or_refuses(bytes(data), "a.txt")


@settings(max_examples=40)
@given(st.binary(max_size=2000), st.sampled_from(["a.txt", "a.pdf", "a.html", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str):
    _reads_or_refuses(data, name)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_spoilt_files_are_read_or_refused(name):
    whole = files.pdf(files.COLUMNS) if name == "a.pdf" else files.word_paper()
    chance = random.Random(7)
    for _ in range(25):
        data = bytearray(
            whole[: chance.randrange(len(whole) // 2, len(whole))] if chance.random() < 0.4 else whole
        )
        for _ in range(chance.choice([1, 20, 300])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _reads_or_refuses(bytes(data), name)


def _reads_or_refuses(data: bytes, name: str) -> None:
    try:
        reading = read_bytes(data, name=name)
    except ReadingError:
        return
    assert to_json(reading)["documents"]
    assert summary(reading)
