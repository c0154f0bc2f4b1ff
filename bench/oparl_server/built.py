"""A list page as a usual server makes it: tables for each type, read by the ORM, encoded on every request.

Bench only. It is written as fast as such a server can be: two prefetches for the page, and msgspec to encode.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import connection, models

from ratslinde.kernel import clock


class Dated(models.Model):
    public_id = models.CharField(max_length=20, unique=True)
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.BooleanField(default=False)

    class Meta:
        abstract = True
        app_label = "record"


class Paper(Dated):  # noqa: DJ008 - nobody reads its name
    name = models.TextField()
    reference = models.CharField(max_length=50)
    paper_type = models.CharField(max_length=50)


class File(Dated):  # noqa: DJ008 - nobody reads its name
    paper = models.ForeignKey(Paper, models.CASCADE, related_name="files")
    main = models.BooleanField()
    name = models.TextField()
    file_name = models.CharField(max_length=200)
    mime_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    checksum = models.CharField(max_length=128)
    text = models.TextField()


class Consultation(Dated):  # noqa: DJ008 - nobody reads its name
    paper = models.ForeignKey(Paper, models.CASCADE, related_name="consultations")
    role = models.CharField(max_length=100)
    organization_name = models.CharField(max_length=100)
    organization = models.CharField(max_length=20)
    meeting = models.CharField(max_length=20)
    agenda_item = models.CharField(max_length=20)


def fill(values: list[dict[str, Any]]) -> None:
    """Make the tables and put these papers into them, newest first."""
    with connection.schema_editor() as editor:
        for model in (Paper, File, Consultation):
            editor.create_model(model)
    for value in reversed(values):
        paper = Paper.objects.create(
            **_dated(value), name=value["name"], reference=value["reference"], paper_type=value["paperType"]
        )
        for part, main in [(value["mainFile"], True), *((each, False) for each in value["auxiliaryFile"])]:
            paper.files.create(
                **_dated(value) | {"public_id": _id(part["id"])}, main=main, name=part["name"],
                file_name=part["fileName"],
                mime_type=part["mimeType"], size=part["size"], checksum=part["sha512Checksum"], text=part["text"],
            )  # fmt: skip
        for step in value["consultation"]:
            paper.consultations.create(
                **_dated(value) | {"public_id": _id(step["id"])}, role=step["role"], meeting=_id(step["meeting"]),
                organization_name=step["ratslinde:organizationName"], organization=_id(step["organization"][0]),
                agenda_item=_id(step["agendaItem"]),
            )  # fmt: skip


def page(base: str, *, body: str) -> bytes:
    """The page of the newest hundred papers."""
    rows = (
        Paper.objects.filter(deleted=False).order_by("-pk").prefetch_related("files", "consultations")[:100]
    )
    data = [_paper(row, f"{base}oparl/v1.1/", base, body=body) for row in rows]
    links = dict.fromkeys(("first", "self", "next"), f"{base}oparl/v1.1/body/{body}/paper")
    return msgspec.json.encode({"data": data, "pagination": {"elementsPerPage": 100}, "links": links})


def _paper(row: Any, root: str, base: str, *, body: str) -> dict[str, Any]:
    files = [(file.main, _file(file, root, base)) for file in row.files.all()]
    return {
        "id": f"{root}paper/{row.public_id}", "type": "https://schema.oparl.org/1.1/Paper", "name": row.name,
        "reference": row.reference, "paperType": row.paper_type, "body": f"{root}body/{body}",
        "mainFile": next(file for main, file in files if main),
        "auxiliaryFile": [file for main, file in files if not main],
        "consultation": [_step(step, root) for step in row.consultations.all()], **_moments(row),
    }  # fmt: skip


def _file(row: Any, root: str, base: str) -> dict[str, Any]:
    access = f"{base}dokumente/{row.public_id}/{row.file_name}"
    return {
        "id": f"{root}file/{row.public_id}", "type": "https://schema.oparl.org/1.1/File", "name": row.name,
        "fileName": row.file_name, "mimeType": row.mime_type, "size": row.size, "sha512Checksum": row.checksum,
        "accessUrl": access, "downloadUrl": f"{access}?download", "text": row.text, **_moments(row),
    }  # fmt: skip


def _step(row: Any, root: str) -> dict[str, Any]:
    return {
        "id": f"{root}consultation/{row.public_id}", "type": "https://schema.oparl.org/1.1/Consultation",
        "role": row.role,
        "meeting": f"{root}meeting/{row.meeting}", "agendaItem": f"{root}agendaItem/{row.agenda_item}",
        "organization": [f"{root}organization/{row.organization}"],
        "ratslinde:organizationName": row.organization_name, **_moments(row),
    }  # fmt: skip


def _moments(row: Any) -> dict[str, str]:
    moments = {"created": row.created, "modified": row.modified}
    return {name: clock.town_time(moment).isoformat(timespec="seconds") for name, moment in moments.items()}


def _dated(value: dict[str, Any]) -> dict[str, Any]:
    return {"public_id": _id(value["id"]), "created": value["created"], "modified": value["modified"]}


def _id(address: str) -> str:
    return address.rpartition("/")[2]
