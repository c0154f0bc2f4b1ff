"""Pure rules of importing: from bytes to statements about rows, and which of them are about the same thing."""
