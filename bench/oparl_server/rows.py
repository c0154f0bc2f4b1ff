"""An invented town as large as a city: 48,000 files and 14,000 papers, written straight into the record's tables.

Objects have the size of real ones: a paper with everything embedded about 2.6 kB, a file with its text 800 bytes.
"""

from __future__ import annotations

import datetime
import random
from typing import Any

import msgspec

FILES, PAPERS = 48_000, 14_000
BODY = "lindenhagen"
_FIRST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
_STEP = datetime.timedelta(minutes=40)
_SENTENCES = """
Förderung Integration Quartier Beratung Ausschuss „Baumpflanzaktion“ Straße Haushalt – Beschluss Vorlage Rat über
Maßnahme und der die das Verwaltung schlägt vor Bericht zur Lage im Jahr 2026 Menschen Nachbarschaft Fest
"""
_WORDS = _SENTENCES.split()


def fill() -> datetime.datetime:
    """Write the town; returns the moment at which forty objects changed last."""
    from bench.oparl_server import built

    from ratslinde.record.models import Chain, Published

    chosen = random.Random(1)
    kinds = ["file"] * FILES + ["paper"] * PAPERS
    chosen.shuffle(kinds)
    rows = [_row(chosen, kind=kind, sequence=sequence) for sequence, kind in enumerate(kinds, start=1)]
    late = rows[-1].modified + _STEP
    for row in chosen.sample(rows, 40):
        row.modified = late
    for start in range(0, len(rows), 2_000):
        Published.objects.bulk_create(rows[start : start + 2_000])
    newest = [row for row in reversed(rows) if row.kind == "paper"][:100]
    built.fill([msgspec.json.decode(row.standalone.replace("\x1f", "\\u001f")) for row in newest])
    Published.objects.create(
        id=BODY, body=BODY, kind="body", sequence=0, created=_FIRST, modified=_FIRST, standalone="{}"
    )
    Chain.objects.create(body=BODY, length=len(rows), head="0f" * 32, generation=1, changed=late)
    return late


def _row(chosen: random.Random, *, kind: str, sequence: int):
    from ratslinde.record.models import Published

    public_id = f"{chosen.getrandbits(70):014x}"
    stamp = _FIRST + _STEP * sequence
    value = _paper(chosen, public_id) if kind == "paper" else _file(chosen, public_id)
    moments = {"created": stamp.isoformat(), "modified": stamp.isoformat()}
    for each in [
        value,
        value.get("mainFile", {}),
        *value.get("auxiliaryFile", []),
        *value.get("consultation", []),
    ]:
        each.update(moments)
    text = msgspec.json.encode(value).replace(b'"\\u001f', b'"\x1f').decode()
    path = f"{'vorlagen' if kind == 'paper' else 'dokumente'}/{public_id}/"
    return Published(
        id=public_id, body=BODY, kind=kind, sequence=sequence, created=stamp, modified=stamp, date=stamp, path=path,
        standalone=text, embedded=text, omit_internal=text, title=value["name"], text=_text(chosen, 2_000),
    )  # fmt: skip


def _text(chosen: random.Random, size: int) -> str:
    text = ""
    while len(text) < size:
        text += chosen.choice(_WORDS) + " "
    return text.strip()


def _address(kind: str, public_id: str) -> str:
    return f"\x1foparl/v1.1/{kind}/{public_id}"


def _file(chosen: random.Random, public_id: str) -> dict[str, Any]:
    path = f"\x1fdokumente/{public_id}/anlage.pdf"
    return {
        "id": _address("file", public_id), "type": "https://schema.oparl.org/1.1/File", "name": _text(chosen, 40),
        "fileName": "anlage.pdf", "mimeType": "application/pdf", "size": 123456, "sha512Checksum": "0f" * 64,
        "accessUrl": path, "downloadUrl": f"{path}?download", "text": _text(chosen, 120),
    }  # fmt: skip


def _paper(chosen: random.Random, public_id: str) -> dict[str, Any]:
    parts = [f"{chosen.getrandbits(70):014x}" for _ in range(4)]
    steps = [
        {"id": _address("consultation", part), "type": "https://schema.oparl.org/1.1/Consultation",
         "role": "Entscheidung",
         "meeting": _address("meeting", part), "agendaItem": _address("agendaItem", part),
         "organization": [_address("organization", part)], "ratslinde:organizationName": "Ausschuss für Integration"}
        for part in parts[:2]
    ]  # fmt: skip
    return {
        "id": _address("paper", public_id), "type": "https://schema.oparl.org/1.1/Paper", "name": _text(chosen, 90),
        "reference": "2026/001", "paperType": "Beschlussvorlage", "body": _address("body", BODY),
        "mainFile": _file(chosen, parts[2]), "auxiliaryFile": [_file(chosen, parts[3])], "consultation": steps,
    }  # fmt: skip
