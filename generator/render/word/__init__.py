"""The notice as a Word file: a template built from a style, compiled once, filled and packed byte for byte alike."""
