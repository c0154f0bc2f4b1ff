"""Bodies, terms, people, memberships, names over time, places."""
