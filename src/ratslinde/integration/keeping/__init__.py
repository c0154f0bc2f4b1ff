"""Keeping the landscape true with little work: actors keep their own entry by a mailed link, and are reminded."""
