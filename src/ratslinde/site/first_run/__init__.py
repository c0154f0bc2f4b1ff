"""Beginning a real town: by `ratslinde setup`, or on the page that only the machine itself reaches."""
