"""A run that was asked for before portions came has no order of its rows: nothing of it is carried out, so ask again."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def show_again(apps: Any, _schema: Any) -> None:
    runs = apps.get_model("importing", "ImportRun").objects
    runs.filter(state="carrying", total=0).update(state="review")


class Migration(migrations.Migration):
    dependencies = [("importing", "0002_portions_and_taking_back")]

    operations = [migrations.RunPython(show_again, migrations.RunPython.noop)]
