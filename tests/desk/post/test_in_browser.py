"""A mail at the desk in a real browser: its frame is filled under the content policy, and axe finds nothing."""

from __future__ import annotations

import pytest

from ratslinde.post.models import Letter, State
from tests.browsing import AXE, WIDTHS
from tests.desk.test_in_browser import open_page
from tests.post.conftest import letter_to

__all__ = ["open_page"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_mails_can_be_looked_at_by_everybody(open_page, clerk, body, width):
    held = letter_to(held=True, batch="November", language="ar")
    letter_to("eva@lindenhagen.example")
    Letter.objects.exclude(pk=held.pk).update(state=State.BOUNCED, diagnosis="Das Postfach ist voll.")
    page = open_page(clerk, width=width, bypass_csp=False)
    page.goto(f"/schreibtisch/mails/{held.public_id}/")
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == held.subject
    assert frame.locator("html").get_attribute("dir") == "rtl"
    looked = open_page(clerk, width=width, bypass_csp=True)
    for path in ("", "?stand=bounced", "?q=unbekannt", f"{held.public_id}/"):
        looked.goto(f"/schreibtisch/mails/{path}")
        assert looked.evaluate("document.documentElement.scrollWidth") <= width
        looked.evaluate(AXE.read_text())
        found = looked.evaluate("axe.run(document, {iframes: false})")
        assert [each["id"] for each in found["violations"]] == []
