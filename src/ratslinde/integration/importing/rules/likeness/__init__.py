"""Which statements are about the same thing, and why."""
