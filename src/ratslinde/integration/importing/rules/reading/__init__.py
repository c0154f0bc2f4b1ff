"""From the cells of a row to statements."""
