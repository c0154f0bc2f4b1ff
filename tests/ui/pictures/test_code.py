"""An address as squares."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import qrcode

from ratslinde.ui.pictures.code import code

ADDRESS = "https://lindenhagen.example/angebote/?q=<b>&thema=sprache"


def test_the_picture_is_the_code_of_the_address_and_nothing_else():
    expected = qrcode.QRCode(border=0)
    expected.add_data(ADDRESS)
    rows = expected.get_matrix()
    drawn = code(ADDRESS)
    picture = ElementTree.fromstring(drawn)
    assert picture.attrib["viewBox"] == f"0 0 {len(rows)} {len(rows)}"
    assert picture.attrib["aria-hidden"] == "true"
    (path,) = picture
    squares = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path.attrib["d"])}
    assert squares == {(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark}
    assert hasattr(drawn, "__html__")
