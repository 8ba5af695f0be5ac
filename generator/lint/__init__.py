"""Rules: what may be wrong with a plan whose shape is right."""
