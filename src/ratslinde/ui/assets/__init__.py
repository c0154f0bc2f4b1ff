"""What browsers and the printer load, put together from the locked npm packages at set-up."""
