"""Comparing plans by id: what is said, what changed, and how two sets of changes come together."""
