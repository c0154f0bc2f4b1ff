"""Lists in the order in which they are read, and long texts stored so that they are read quickly."""

from django.db import migrations, models

from ratslinde.kernel.database import IndexInOrder, quick_to_read


def store(apps, schema_editor):
    others = ("omit_internal", "embedded", "text", "page")
    for statement in quick_to_read("record_published", first="standalone", others=others):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("record", "0003_standard_id")]
    operations = [
        migrations.RemoveConstraint(model_name="published", name="published_place_in_list"),
        migrations.AddConstraint(
            model_name="published",
            constraint=models.UniqueConstraint(
                fields=("sequence", "kind", "body"), name="published_place_in_list"
            ),
        ),
        migrations.RemoveIndex(model_name="published", name="published_by_date"),
        migrations.AddIndex(
            model_name="published",
            index=IndexInOrder(
                models.F("kind").asc(),
                models.F("date").desc(nulls_last=True),
                models.F("sequence").desc(),
                models.F("deleted").asc(),
                name="published_newest_first",
            ),
        ),
        migrations.RunPython(store, migrations.RunPython.noop),
    ]
