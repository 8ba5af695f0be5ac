"""A Word file taken apart: its package, styles, automatic numbers, paragraphs and tables."""
