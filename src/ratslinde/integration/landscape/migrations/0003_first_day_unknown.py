"""The first day of what repeats may be unknown; sites and rows of times get a place for a UUID of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("landscape", "0002_network_coordination"),
    ]

    operations = [
        migrations.AddField(
            model_name="offersite",
            name="standard_id",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="schedule",
            name="standard_id",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.RemoveConstraint(
            model_name="schedule",
            name="schedule_ends_after_start",
        ),
        migrations.AlterField(
            model_name="schedule",
            name="start",
            field=models.DateField(blank=True, null=True, verbose_name="Erster Tag"),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("start", None), ("until__gte", models.F("start")), _connector="OR"
                ),
                name="schedule_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start__isnull", False),
                    models.Q(
                        models.Q(("frequency", ""), _negated=True), models.Q(("days", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="schedule_without_start_has_days",
            ),
        ),
    ]
