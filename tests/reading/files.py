"""Files of every format, made for the tests."""

from __future__ import annotations

import io
import zipfile

import docx
import typst
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

COLUMNS = """#set text(lang: "de", size: 10pt, hyphenate: true)
#set page(footer: context [Öffentliche Niederschrift der 18. Sitzung #h(1fr) #counter(page).display() von 2])
= ÖFFENTLICHE NIEDERSCHRIFT
der 18. Sitzung des Gemeinderates Lindenau \\
am Dienstag, 05.05.2026, 19:30 Uhr bis 20:33 Uhr \\
im Versammlungsraum des Dorfgemeinschaftshauses

#table(columns: (1fr, 1fr, 1fr), stroke: none,
  [Anwesende], [Entschuldigt], [Verteiler],
  [Fr. Anna Arnold], [Hr. Bernd Busch], [Alle Referate],
  [Hr. Carl Clausen], [], [Hr. Dorn])

== Öffentliche Sitzung

#table(columns: (2em, 1fr, 7em), stroke: none, align: horizon,
  [1], [Eröffnung der Sitzung und Feststellung der ordnungsgemäßen Ladung und Beschlussfähigkeit, Feststellung der
  Tagesordnung], [])

Der Bürgermeister eröffnet die Sitzung.

#table(columns: (2em, 1fr, 7em), stroke: none, align: horizon,
  [2], [Sanierung der Brücke], [Ah 36/21- #linebreak() 26])

#par(justify: true)[#lorem(90)]

Beschluss:

Der Rat beschließt die Sanierung der Brücke in der Regenwasser-#linebreak()Kanalstraße.

#pagebreak()

Abstimmungsergebnis:

8 Ja-Stimmen, 0 Gegenstimmen, 1 Stimmenthaltung
"""


def pdf(source: str) -> bytes:
    """Typst's markup as a PDF file."""
    return bytes(typst.compile(source.encode()))


def scan() -> bytes:
    """A PDF page that is one picture."""
    form = '(encoding: "luma8", width: 2, height: 2)'
    picture = f"image(bytes((0, 120, 255, 30)), format: {form}, width: 100%, height: 100%)"
    return pdf(f"#set page(margin: 0pt)\n#{picture}")


def locked() -> bytes:
    """A PDF file that asks for a password."""
    secret = b"<" + b"00" * 32 + b">"
    extra = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O "
        + secret
        + b" /U "
        + secret
        + b" >> /ID [<00> <00>] "
    )
    numbers, offset = [], len(b"%PDF-1.4\n")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    text = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        numbers.append(offset)
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        text += piece
        offset += len(piece)
    rows = b"".join(b"%010d 00000 n \n" % number for number in numbers)
    trailer = (
        b"xref\n0 3\n0000000000 65535 f \n" + rows + b"trailer << /Size 3 /Root 1 0 R " + extra + b">>\n"
    )
    return text + trailer + b"startxref\n%d\n%%%%EOF\n" % offset


def saved(document: WordDocument) -> bytes:
    """A Word document as bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_rows(*blocks: tuple[str, ...]) -> bytes:
    """A Word file of blocks in order: ("heading", text), ("text", text), and rows of a table ("row", *cells)."""
    document = docx.Document()
    table = None
    for kind, *texts in blocks:
        if kind != "row":
            document.add_heading(texts[0], 2) if kind == "heading" else document.add_paragraph(texts[0])
            table = None
            continue
        table = table or document.add_table(0, len(texts))
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return saved(document)


def word_invitation() -> bytes:
    """An invitation whose items Word numbers itself, and whose head is a table without lines."""
    document = docx.Document()
    document.add_heading("Einladung", level=1)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Gremium:", "Kulturausschuss"),
        ("Datum:", "Donnerstag, 12.03.2026"),
        ("Beginn:", "17:30 Uhr"),
        ("Ort:", "Rathaus, Ratssaal"),
    ):
        row = table.add_row().cells
        row[0].text, row[1].text = label, value
    document.add_heading("Tagesordnung", level=2)
    document.add_paragraph("Öffentlicher Teil")
    for title in ("Eröffnung der Sitzung", "Neubau der Bücherei (Vorlage 2026/0114)", "Verschiedenes"):
        document.add_paragraph(title, style="List Number")
    document.add_paragraph("Lindenhagen, den 02.03.2026")
    document.add_paragraph("gez.\nAnna Arnold\nVorsitzende")
    return saved(document)


def word_paper() -> bytes:
    """A paper in a form: labels and values in a table, one cell over several columns, a nested table."""
    document = docx.Document()
    document.add_heading("Beschlussvorlage", level=1)
    table = document.add_table(rows=3, cols=4)
    table.cell(0, 0).text, table.cell(0, 1).text = "Vorlage Nr.:", "2026/0114"
    table.cell(0, 2).text, table.cell(0, 3).text = "Federführung:", "Fachbereich Kultur"
    table.cell(1, 0).text = "Betreff:"
    table.cell(1, 1).merge(table.cell(1, 3)).text = "Neubau der Stadtbücherei"
    inner = table.cell(2, 0).merge(table.cell(2, 3)).add_table(rows=3, cols=3)
    rows = [
        ("Gremium", "Termin", "Zuständigkeit"),
        ("Kulturausschuss", "12.03.2026", "Vorberatung"),
        ("Rat", "26.03.2026", "Entscheidung"),
    ]
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Beschlussvorschlag:")
    document.add_paragraph("Der Rat beschließt den Neubau der Stadt\u00adbücherei.")
    document.add_paragraph("Begründung:")
    document.add_paragraph("Die Bücherei ist zu klein.")
    return saved(document)


def multilevel(document: WordDocument) -> None:
    """Give "List Number" a second level ("1.1") and number two paragraphs below the first."""
    numbering = document.part.numbering_part.element
    number = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == number)
    element = next(
        node
        for node in numbering.iter(qn("w:abstractNum"))
        if node.get(qn("w:abstractNumId")) == str(abstract)
    )
    for old in [node for node in element.iter(qn("w:lvl")) if node.get(qn("w:ilvl")) == "1"]:
        element.remove(old)
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "1")
    for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1.%2")):
        node = OxmlElement(tag)
        node.set(qn("w:val"), value)
        level.append(node)
    element.append(level)


def bomb() -> bytes:
    """A Word file that unpacks to far more than it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as entry:
            for _ in range(60):
                entry.write(b" " * 1_000_000)
    return file.getvalue()
