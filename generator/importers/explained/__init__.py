"""Documents that tell of a plan: policy explanations and decks."""
