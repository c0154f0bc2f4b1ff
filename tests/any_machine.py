"""Loaded with the tests (`-p` in pyproject): examples may take as long as a slow machine needs; benches have limits."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
