"""Who signs in, and the roles they hold."""
