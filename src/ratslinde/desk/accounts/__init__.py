"""The administration of accounts: who may sign in, and as what."""
