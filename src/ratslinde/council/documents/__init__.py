"""Documents: files that belong to a meeting, an item or a paper."""
