"""What comes in from outside: written once, told "received", read at the desk only."""
