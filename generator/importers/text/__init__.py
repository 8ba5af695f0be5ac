"""From plain text to blocks: every shape of table that text knows, what a page prints around a document."""
