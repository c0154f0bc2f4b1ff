"""Rules of a Land or a town as dated data."""

from ratslinde.council.profiles.reading import DatedValue, value

__all__ = ["DatedValue", "value"]
