"""Reading a file in, and the check view: source left, values right."""
