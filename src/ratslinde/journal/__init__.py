"""What happened, by whom; and what is still to happen."""
