"""HSDS in: objects become statements."""
