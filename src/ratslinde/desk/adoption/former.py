"""What a file wrote over: shown beside the new value while somebody has still to decide."""

from __future__ import annotations

import datetime

from ratslinde.council.adoption.models import Origin
from ratslinde.desk.adoption.shown import Former
from ratslinde.desk.controls import MOMENT, readable
from ratslinde.kernel import clock
from ratslinde.verbs.rows import DeskRow


def former(row: DeskRow, origin: Origin) -> Former | None:
    """What stood there before the file; None where it stood empty, says the same, or the value was looked at.

    A state that moves on is nothing that was overwritten.
    """
    if origin.before in (None, "") or origin.before == origin.after or origin.field not in row.unchecked:
        return None
    column = next(each for each in row._meta.concrete_fields if each.name == origin.field)
    if column.choices:
        return None
    value = column.to_python(origin.before)
    typed = (
        clock.town_time(value).strftime(MOMENT)
        if isinstance(value, datetime.datetime)
        else str(origin.before)
    )
    return Former(text=readable(value), typed=typed)
