"""How much is done at once, so that nobody else at the desk has to wait for a long list."""

from __future__ import annotations

import datetime

LONG = 400
"""Rows from which on the worker compares and carries out, and the page shows how far it is."""
PORTION = 0.5
"""Seconds for which one portion of a long run writes; SQLite lets nobody else write meanwhile."""
PAUSE = datetime.timedelta(seconds=0.2)
"""Between two portions, for whoever is waiting to write."""
CHUNK = 100
"""Rows that are fetched together."""
REMOVED = 40
"""Rows that are removed together."""
