"""Mail: the one place that sends, what waits to be sent, and what came back."""
