"""The full-text index over the search terms, as each database has it."""

from django.db import migrations

from ratslinde.kernel.database import WordIndex

WORDS = WordIndex(table="record_searchterms", key="entry_id")


def create(apps, schema_editor):
    for statement in WORDS.creation():
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in WORDS.deletion():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
