"""A letter's reason outlives its address: the address must not stand in it. What the retention round does now is gone."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def take_addresses_out(apps: Any, _schema: Any) -> None:
    letters = apps.get_model("post", "Letter").objects
    for letter in letters.filter(kind="keeper.reminder", key__contains="@").only("key"):
        actor, _, rest = letter.key.partition(" ")
        letters.filter(pk=letter.pk).update(key=f"{actor} {rest.partition(' ')[0]} {letter.pk}")
    apps.get_model("journal", "Task").objects.filter(handler__in=["keeping.forget", "import.forget"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("keeping", "0001_initial"),
        ("journal", "0001_initial"),
        ("post", "0001_initial"),
    ]

    operations = [migrations.RunPython(take_addresses_out, migrations.RunPython.noop)]
