"""Secrets that were stored in the clear are encrypted."""

from __future__ import annotations

from collections.abc import Callable

from django.db import migrations

from ratslinde.accounts.sealing import seal, unseal


def _changed(data: dict[str, object], change: Callable[[str], str]) -> dict[str, object]:
    single = {name: change(str(data[name])) for name in ("secret", "seed") if name in data}
    many = {name: [change(each) for each in data[name]] for name in ("migrated_codes",) if data.get(name)}
    return {**data, **single, **many}


def _change_all(apps, change: Callable[[str], str]) -> None:
    rows = apps.get_model("mfa", "Authenticator").objects
    for row in rows.filter(type__in=["totp", "recovery_codes"]).select_for_update():
        row.data = _changed(row.data, change)
        row.save(update_fields=["data"])


def seal_all(apps, _editor) -> None:
    _change_all(apps, lambda text: seal(unseal(text)))


def unseal_all(apps, _editor) -> None:
    _change_all(apps, unseal)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_cache_table"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(seal_all, unseal_all)]
