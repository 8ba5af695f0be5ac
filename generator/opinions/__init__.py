"""Drafts that come back: what leaders and departments changed in the Word file, as proposals to the plan it was built from."""
