"""Every site and row of times has its own UUID."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("landscape", "0004_ids_of_sites"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="schedule",
            options={
                "ordering": [
                    models.OrderBy(models.F("start"), nulls_first=True),
                    models.OrderBy(models.F("opens_at"), nulls_first=True),
                    "pk",
                ]
            },
        ),
        migrations.AlterField(
            model_name="offersite",
            name="standard_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="schedule",
            name="standard_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
