"""The inbox at the desk: what waits, one submission as a difference, the decision."""
