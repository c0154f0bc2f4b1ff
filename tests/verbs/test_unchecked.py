"""What was read and not looked at keeps a row from being published; the sentence counts as people do."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ratslinde.kernel.errors import Refused
from ratslinde.verbs.rows import refuse_unchecked


@pytest.mark.parametrize(
    ("unchecked", "sentence"),
    [
        ([["title"]], "Eine eingelesene Angabe ist noch nicht geprüft."),
        ([[], ["title", "start"], ["name"]], "3 eingelesene Angaben sind noch nicht geprüft."),
    ],
)
def test_the_number_of_values_to_check_is_said(unchecked, sentence):
    with pytest.raises(Refused) as refused:
        refuse_unchecked([SimpleNamespace(unchecked=names) for names in unchecked])
    assert refused.value.message == f"{sentence} Veröffentlicht wird erst, was jemand angesehen hat."


def test_rows_that_were_looked_at_are_let_through():
    refuse_unchecked([SimpleNamespace(unchecked=[])])
