"""From the bytes of a file to lines of text with their pages: one module for each format."""
