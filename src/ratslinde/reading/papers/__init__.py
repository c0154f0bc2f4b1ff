"""Papers (Vorlagen): head, order of consultation, sections."""
