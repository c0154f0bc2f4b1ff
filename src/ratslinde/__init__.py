"""Ratslinde: council work and integration management of a German municipality as one open chain."""

__version__ = "0.1.0"
