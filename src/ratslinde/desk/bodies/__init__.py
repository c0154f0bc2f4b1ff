"""Bodies, departments and places: list, page, names over time, members."""
