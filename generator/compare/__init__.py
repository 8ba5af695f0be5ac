"""What differs between two plans, as values."""
