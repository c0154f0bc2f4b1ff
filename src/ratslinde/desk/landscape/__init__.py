"""The landscape at the desk: a package for each matter."""
