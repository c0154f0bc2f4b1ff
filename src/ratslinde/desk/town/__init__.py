"""The town's settings, for administrators."""
