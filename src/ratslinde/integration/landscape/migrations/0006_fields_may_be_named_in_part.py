"""Whether the fields of action of an offer and of an actor are all named; those that offers have stay whole."""

from django.db import migrations, models


def keep_what_was_whole(apps, _schema_editor):
    """Until now every list of fields that was not empty counted as whole."""
    offers = apps.get_model("landscape", "Offer").objects
    offers.filter(pk__in=offers.exclude(fields=None).values("pk")).update(fields_known=True)


class Migration(migrations.Migration):
    dependencies = [
        ("landscape", "0005_ids_of_sites_are_unique"),
    ]

    operations = [
        migrations.AddField(
            model_name="offer",
            name="fields_known",
            field=models.BooleanField(default=False, verbose_name="Handlungsfelder sind vollständig"),
        ),
        migrations.AddField(
            model_name="actor",
            name="fields_known",
            field=models.CharField(
                blank=True,
                choices=[("all", "das sind alle"), ("more", "es gibt weitere, die hier fehlen")],
                default="",
                max_length=4,
                verbose_name="Sind das alle Handlungsfelder?",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(keep_what_was_whole, migrations.RunPython.noop),
    ]
