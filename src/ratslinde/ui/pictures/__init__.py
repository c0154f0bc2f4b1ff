"""What all pictures share: safe SVG text, the room that letters take, and places that are still free."""
