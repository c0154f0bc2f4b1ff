"""The town's words."""
