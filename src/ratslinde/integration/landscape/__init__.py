"""The landscape: actors, what they do, their offers, places and social spaces, and the words for them."""
