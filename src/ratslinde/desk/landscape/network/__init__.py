"""The network of actors at the desk."""
