"""What the administration has: what nobody has said is not 0."""

from __future__ import annotations

from decimal import Decimal

from ratslinde.desk.templatetags.landscape import amount_in
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.queries.resources import resources, sums


def test_a_sum_of_what_nobody_has_said_is_unknown(manager, body, association):
    for kind, name, amount, unit in (
        ("data", "Melderegister", None, ""), ("budget", "Sachmittel", "18000", "Euro"),
        ("budget", "Mehr", None, "Euro"), ("room", "Saal", "0", "Räume"),
    ):  # fmt: skip
        actions.add_resource(manager, association, kind=kind, name=name, amount=amount, unit=unit)
    assert sums(resources(manager, body)) == [
        ("Daten", "", None, 1), ("Haushaltsmittel", "Euro", Decimal(18000), 1), ("Raum", "Räume", Decimal(0), 0),
    ]  # fmt: skip


def test_money_and_posts_are_written_as_people_write_them():
    said = [
        (Decimal("18000.00"), "Euro"),
        (Decimal("12.5"), "EUR"),
        (Decimal("1.50"), "VZÄ"),
        (Decimal("3.00"), ""),
    ]
    assert [amount_in(*each) for each in said] == ["18.000 €", "12,50 €", "1,5 VZÄ", "3"]
