"""One rule a file, each with its words and its good and bad examples."""
