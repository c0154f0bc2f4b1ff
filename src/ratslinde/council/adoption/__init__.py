"""Taking over what exists: documents are read into drafts, and every value read is checked by a person."""
