"""Lists in, and duplicates, at the desk."""
