"""The start page: what waits."""
