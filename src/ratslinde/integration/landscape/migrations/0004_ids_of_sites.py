"""Sites and rows of times keep the UUIDs under which they were published: until now these came from their position."""

import uuid

from django.db import migrations


def keep_published_ids(apps, _schema_editor):
    """The UUID that `landscape.public` made of the offer's and the numbers of the site and the row."""
    sites = apps.get_model("landscape", "OfferSite").objects
    schedules = apps.get_model("landscape", "Schedule").objects
    offers = apps.get_model("landscape", "Offer").objects.filter(sites__isnull=False).distinct()
    for offer in offers.order_by("pk").iterator():
        for number, site in enumerate(sites.filter(offer=offer).order_by("position", "pk")):
            known = uuid.uuid5(offer.standard_id, f"site/{number}")
            sites.filter(pk=site.pk).update(standard_id=known)
            rows = schedules.filter(site=site).order_by("start", "opens_at", "pk")
            for place, row in enumerate(rows):
                known = uuid.uuid5(offer.standard_id, f"schedule/{number}/{place}")
                schedules.filter(pk=row.pk).update(standard_id=known)


class Migration(migrations.Migration):
    dependencies = [
        ("landscape", "0003_first_day_unknown"),
    ]

    operations = [
        migrations.RunPython(keep_published_ids, migrations.RunPython.noop),
    ]
