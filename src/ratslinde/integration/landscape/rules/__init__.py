"""Pure rules of the landscape: no framework, no table."""
