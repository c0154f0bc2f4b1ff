"""The verbs of importing. What a file changes is changed by the landscape's own verbs, as the account that asks."""

from ratslinde.integration.importing.actions.carrying_out import CARRY_OUT, carry_out, carry_portion, write
from ratslinde.integration.importing.actions.deciding import (
    compare_again,
    decide,
    decide_newer,
    declare_different,
    discard_run,
)
from ratslinde.integration.importing.actions.mapping_words import map_words
from ratslinde.integration.importing.actions.parting import ask_again, declare_all_different
from ratslinde.integration.importing.actions.reading_in import COMPARE, map_columns, read_in
from ratslinde.integration.importing.actions.taking_back import TAKE_BACK, take_back, take_back_portion

__all__ = [
    "CARRY_OUT",
    "COMPARE",
    "TAKE_BACK",
    "ask_again",
    "carry_out",
    "carry_portion",
    "compare_again",
    "decide",
    "decide_newer",
    "declare_all_different",
    "declare_different",
    "discard_run",
    "map_columns",
    "map_words",
    "read_in",
    "take_back",
    "take_back_portion",
    "write",
]
