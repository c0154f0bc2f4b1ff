"""The pages on which somebody signs in and looks after their own account."""
