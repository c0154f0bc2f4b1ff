"""The server and the worker as processes."""
