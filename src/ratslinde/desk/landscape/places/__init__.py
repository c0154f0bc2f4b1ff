"""Places and social spaces."""
