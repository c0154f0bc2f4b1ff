"""Publishing and taking back: first exactly what would change, then the question."""
